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
    """Two parts of the page's form, with nothing answered but the channel; drawn when the page comes to them."""

    channel: str

    @property
    def happened(self) -> str:
        return _drawn("interactions/_happened.html", self.channel, get_language())

    @property
    def rest(self) -> str:
        return _drawn("interactions/_rest.html", self.channel, get_language())


def blank_parts(form: LogForm) -> BlankParts | None:
    """What stands in the place of these parts of `form`; None where it holds somebody's answers.

    A form that was not sent begins with the channel, the team, and who came back about what; only the channel is in them.
    """
    channel = form["channel"].value()
    if form.is_bound or channel not in Channel.values or settings.DEBUG:  # who develops sees what they change
        return None
    return BlankParts(channel)


@lru_cache(maxsize=32)
def _drawn(template: str, channel: str, language: str | None) -> str:
    """Drawn from a form with nobody in it and without a request, so that nothing of anybody's can stay in it."""
    form = EmptyLogForm(now=timezone.now())
    form.initial["channel"] = channel
    return render_to_string(template, {"form": form})
