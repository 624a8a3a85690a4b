"""The parts of the log screen that are the same for everybody until somebody answers: drawn once a process, not once a page."""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from interactions.forms import LogForm
from interactions.forms.log import EmptyLogForm
from interactions.models import Channel


@dataclass(frozen=True, slots=True)
class BlankParts:
    """The HTML of `interactions/_happened.html` and `_rest.html`, with nothing answered but the channel."""

    happened: str
    rest: str


def blank_parts(form: LogForm) -> BlankParts | None:
    """What stands in the place of these parts of `form`; None where it holds somebody's answers.

    A form that was not sent begins with the channel, the team, and who came back about what; only the channel is in them.
    """
    channel = form["channel"].value()
    if form.is_bound or channel not in Channel.values or settings.DEBUG:  # who develops sees what they change
        return None
    return _drawn(channel, get_language())


@lru_cache(maxsize=32)
def _drawn(channel: str, language: str | None) -> BlankParts:
    """Drawn from a form with nobody in it and without a request, so that nothing of anybody's can stay in it."""
    form = EmptyLogForm(now=timezone.now())
    form.initial["channel"] = channel
    return BlankParts(
        *(render_to_string(f"interactions/{part}.html", {"form": form}) for part in ("_happened", "_rest"))
    )
