"""The WSGI entry point: `microconnect.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "microconnect.settings")
application = get_wsgi_application()

# Build the engine's word tries when a worker starts, so that nobody's first encounter waits for them.
from coaching.engine.assess import assess  # noqa: E402 - Django comes first
from coaching.engine.facts import EncounterFacts  # noqa: E402

assess(EncounterFacts(greeting="Good morning"))
