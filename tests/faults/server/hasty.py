"""A house that says "saved" before it is: what a server may be that keeps a queue in memory. For a control."""

import threading
import uuid
from typing import Any

from microconnect.wsgi import application  # Django comes first

from interactions.models import Encounter  # isort: skip
from interactions.views import log as view  # isort: skip

__all__ = ["application"]

SECONDS = 1.0
store = view.log_encounter


def store_later(**said: Any) -> tuple[Encounter, bool]:
    threading.Timer(SECONDS, store, kwargs=said).start()
    facts, public_id = said["facts"], said.get("public_id") or uuid.uuid4()
    return Encounter(public_id=public_id, person=said["by"], team=said["team"], channel=facts["channel"]), True


view.log_encounter = store_later
