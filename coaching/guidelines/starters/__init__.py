"""Ready-made sets of guidelines to start from. Each is a file here and a line below; all of it can be changed afterwards."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coaching.guidelines.starters import clinic, contact_centre, hospitality, retail


@dataclass(frozen=True, slots=True)
class Starter:
    """A set for one trade. `guidelines` are field values of `GreetingGuideline`."""

    key: str
    title: str | Promise
    about: str | Promise
    guidelines: tuple[dict[str, Any], ...]


STARTERS = (
    Starter("retail", _("Shop"), _("Counter, till and shop floor"), retail.GUIDELINES),
    Starter("hospitality", _("Hotel, café, restaurant"), _("Guests who stay a while"), hospitality.GUIDELINES),
    Starter("contact_centre", _("Contact centre"), _("Phone, chat and mail"), contact_centre.GUIDELINES),
    Starter("clinic", _("Clinic"), _("Patients and those who come with them"), clinic.GUIDELINES),
)

BY_KEY = {starter.key: starter for starter in STARTERS}
