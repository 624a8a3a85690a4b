"""The verbs of this app: each is one transaction with its audit row, and announces itself after the commit."""

from interactions.services.editing import edit_encounter
from interactions.services.logging import AlreadyLogged, PromiseDraft, log_encounter
from interactions.services.promises import keep_promise

__all__ = ["AlreadyLogged", "PromiseDraft", "edit_encounter", "keep_promise", "log_encounter"]
