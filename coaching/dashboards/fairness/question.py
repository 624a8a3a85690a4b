"""What the page is asked: which share, of which situation, in which weeks. All of it is in the address."""

from dataclasses import dataclass, replace

from django import forms
from django.db.models import TextChoices
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from coaching.dashboards.choices import Chip, Choice
from coaching.dashboards.choosing import ChoiceForm
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.queries.scope import Narrowing
from coaching.dashboards.queries.situations import Shares
from interactions.models import Situation

UNUSED = ("situation", "person", "compare")  # handed on; a situation has a place of its own on the page


class Measure(TextChoices):
    EXTRA = "extra", _("Something extra given")
    FIRST_TIME = "first_time", _("Right the first time")

    def of(self, shares: Shares) -> Share:
        return shares.conceded if self == Measure.EXTRA else shares.first_time


@dataclass(frozen=True, slots=True)
class Question:
    """Everybody is on the page, whichever person the team's page was narrowed to."""

    choice: Choice
    measure: Measure = Measure.EXTRA

    @property
    def situation(self) -> Situation | None:
        """None for all of them together."""
        return self.choice.situation

    @property
    def narrowing(self) -> Narrowing:
        return self.choice.narrowing

    @property
    def is_narrowed(self) -> bool:
        return bool(self.choice.channel or self.narrowed())

    def query(self) -> dict[str, str]:
        """The address that asks for this; what is usual is left out."""
        measure = {"of": self.measure.value} if self.measure != Measure.EXTRA else {}
        return self.choice.query() | measure

    def url(self, measure: Measure, situation: Situation | None) -> str:
        """The same weeks, asked otherwise."""
        other = Question(replace(self.choice, situation=situation), measure)
        return "?" + urlencode(other.query())

    def measures(self) -> list[Chip]:
        return [
            Chip(str(measure.label), self.url(measure, self.situation), measure == self.measure) for measure in Measure
        ]

    def chips(self) -> tuple[list[Chip], list[Chip]]:
        """The usual ones, which keep what this page is asked besides."""
        spans, channels = self.choice.chips()
        return [self._keeping(chip) for chip in spans], [self._keeping(chip) for chip in channels]

    def narrowed(self) -> list[Chip]:
        return [self._keeping(chip) for chip in self.choice.narrowed(unused=UNUSED)]

    def _keeping(self, chip: Chip) -> Chip:
        if self.measure == Measure.EXTRA:
            return chip
        joint = "" if chip.url.endswith("?") else "&"
        return replace(chip, url=f"{chip.url}{joint}of={self.measure.value}")


class QuestionForm(ChoiceForm):
    """Situations and measures are links of the page, so that it asks for days alone."""

    of = forms.ChoiceField(label=_("What is compared"), choices=Measure.choices, required=False)

    asks = ("since", "until")
    title = _("Other days")

    def question(self) -> Question:
        choice = self.choice()
        return Question(choice, Measure(self.cleaned_data.get("of") or Measure.EXTRA))
