"""The WSGI entry point: `microconnect.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "microconnect.settings")
application = get_wsgi_application()

# Build the engine's word tries when a worker starts, so that nobody's first encounter waits for them.
from coaching.engine.assess import assess  # noqa: E402 - Django comes first
from coaching.engine.facts import EncounterFacts  # noqa: E402

assess(EncounterFacts(greeting="Good morning"))

# What is loaded by now stays: the collector need not walk through it again. A dashboard makes some thousand objects that
# all go with its answer, which is no sign that cycles pile up: asked every 700 of them, the collector takes a tenth of the page.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 100)
