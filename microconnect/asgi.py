"""The ASGI entry point: `microconnect.asgi:application`."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "microconnect.settings")
application = get_asgi_application()
