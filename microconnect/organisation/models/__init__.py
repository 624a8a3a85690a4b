"""What administrators leave behind while they look after people: invitations, and imports not yet confirmed."""

from microconnect.organisation.models.import_draft import ImportDraft
from microconnect.organisation.models.invitation import Invitation

__all__ = ["ImportDraft", "Invitation"]
