"""Forms: what may be sent, and what is said beside a field when it may not."""

from interactions.forms.edit import EditForm
from interactions.forms.encounter import EncounterForm
from interactions.forms.keep import KeepForm
from interactions.forms.log import LogForm

__all__ = ["EditForm", "EncounterForm", "KeepForm", "LogForm"]
