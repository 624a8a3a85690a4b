"""The WSGI entry point: `microconnect.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "microconnect.settings")
application = get_wsgi_application()
