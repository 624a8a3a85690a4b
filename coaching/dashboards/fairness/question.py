"""What the page is asked: which share, of which situation, in which weeks. All of it is in the address."""

from dataclasses import dataclass, replace
from datetime import date

from django.core.validators import slug_re
from django.db.models import TextChoices
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from coaching.dashboards.choices import Chip, Choice, choice_from
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.queries.scope import Narrowing
from coaching.dashboards.queries.situations import Shares
from interactions.models import Situation

OWN = ("of", "situation")  # the rest of the address is the usual choices', and is kept as it is


class Measure(TextChoices):
    EXTRA = "extra", _("Something extra given")
    FIRST_TIME = "first_time", _("Right the first time")

    def of(self, shares: Shares) -> Share:
        return shares.conceded if self == Measure.EXTRA else shares.first_time


@dataclass(frozen=True, slots=True)
class Question:
    """`situation` is None for all of them together."""

    choice: Choice
    measure: Measure
    situation: Situation | None
    address: QueryDict

    @property
    def narrowing(self) -> Narrowing:
        return Narrowing(self.choice.channel, self.situation.pk if self.situation else None)

    def url(self, measure: Measure, situation: Situation | None) -> str:
        """The same weeks, asked otherwise."""
        query = self.address.copy()
        for name in (*OWN, "page"):
            query.pop(name, None)
        if measure != Measure.EXTRA:
            query["of"] = measure.value
        if situation:
            query["situation"] = situation.slug
        return "?" + query.urlencode()

    def measures(self) -> list[Chip]:
        return [
            Chip(str(measure.label), self.url(measure, self.situation), measure == self.measure) for measure in Measure
        ]

    def chips(self) -> tuple[list[Chip], list[Chip]]:
        """The usual ones, which keep what this page is asked besides."""
        spans, channels = self.choice.chips()
        return [self._keeping(chip) for chip in spans], [self._keeping(chip) for chip in channels]

    def _keeping(self, chip: Chip) -> Chip:
        query = QueryDict(chip.url.removeprefix("?"), mutable=True)
        if self.measure != Measure.EXTRA:
            query["of"] = self.measure.value
        if self.situation:
            query["situation"] = self.situation.slug
        return replace(chip, url="?" + query.urlencode())


def question_from(address: QueryDict, today: date) -> Question:
    """Raises Http404 for a situation that never was: figures of all of them would be taken for its own."""
    slug = address.get("situation", "")
    situation = _situation(slug) if slug else None
    asked = address.get("of", "")
    return Question(
        choice=choice_from(address, today),
        measure=Measure(asked) if asked in Measure.values else Measure.EXTRA,
        situation=situation.standing if situation else None,
        address=address,
    )


def _situation(slug: str) -> Situation:
    """PostgreSQL refuses some characters outright; no situation has them in its address."""
    if not slug_re.match(slug):
        raise Http404
    return get_object_or_404(Situation.objects.select_related("merged_into"), slug=slug)
