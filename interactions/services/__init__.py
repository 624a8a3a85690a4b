"""The verbs of this app: each is one transaction with its audit row, and announces itself after the commit."""

from interactions.services.editing import edit_encounter
from interactions.services.logging import AlreadyLogged, InTheMaking, PromiseDraft, TakenBack, log_encounter
from interactions.services.promises import keep_promise
from interactions.services.undoing import CameBack, undo_encounter

__all__ = [
    "AlreadyLogged",
    "CameBack",
    "InTheMaking",
    "PromiseDraft",
    "TakenBack",
    "edit_encounter",
    "keep_promise",
    "log_encounter",
    "undo_encounter",
]
