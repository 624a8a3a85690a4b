"""Read a batch again by other guidelines."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.utils import timezone

from coaching.assessments.bulk import backgrounds_of
from coaching.assessments.models import Assessment
from coaching.assessments.services import make_assessment
from coaching.guidelines.models import GuidelineVersion
from coaching.guidelines.rules import Rules, rules_of
from coaching.rescoring.differing import Differing
from coaching.rescoring.rereading import Cards, Outcome, Reread, is_up_to_date, with_finding
from coaching.rescoring.rows import Row
from coaching.scorecards.models import ScorecardVersion
from interactions.models import Encounter


class GuidelinesReader:
    """Reads assessments by one version of the guidelines, a draft or a published one; the scorecard that each is pinned to
    stays."""

    def __init__(self, version: GuidelineVersion) -> None:
        self._after = rules_of(version)
        self._rules_before = lru_cache(_rules)
        self._cards = lru_cache(_cards)
        self._differing: dict[tuple[int, int], Differing] = {}
        self._between = lru_cache(maxsize=10_000)(self._look_up)

    def read(self, rows: Iterable[Row]) -> Outcome:
        same: list[tuple[Row, int | None]] = []
        changed: list[Reread] = []
        whole: list[Row] = []
        for row in rows:
            between = self._between(row.guideline_version, row.team, row.channel, row.day)
            if not is_up_to_date(row) or between.changes_script(row.greeting, row.name):
                whole.append(row)
            elif (finding := between.finding(row.greeting)) is None:
                same.append((row, row.score))
            else:
                scores = with_finding(row.scores, finding)
                changed.append(Reread(row, finding, scores, self._cards(row.scorecard_version).value(row, scores)))
        return Outcome(same, changed, list(zip(whole, self._whole(whole), strict=True)))

    def _look_up(self, version: int | None, team: int, channel: str, day: date) -> Differing:
        """One for each pair of sets, however many teams and days they hold for: `Rules` hands out the same objects."""
        before = self._rules_before(version).for_greeting(team, channel, day)
        after = self._after.for_greeting(team, channel, day)
        pair = id(before), id(after)
        if pair not in self._differing:
            self._differing[pair] = Differing(before, after)
        return self._differing[pair]

    def _whole(self, rows: list[Row]) -> list[Assessment]:
        """Made from the words, in the order of the rows."""
        stored = Encounter.objects.filter(pk__in=[row.encounter for row in rows]).prefetch_related("promises")
        encounters = list(stored.order_by("occurred_at", "pk")) if rows else []
        backgrounds, now = backgrounds_of(encounters), timezone.now()
        cards = {row.encounter: self._cards(row.scorecard_version).version for row in rows}
        made = {
            each.pk: make_assessment(each, backgrounds[each.pk], self._after, cards[each.pk], now=now)
            for each in encounters
        }
        return [made[row.encounter] for row in rows]


def _rules(version: int | None) -> Rules:
    return rules_of(GuidelineVersion.objects.get(pk=version)) if version else Rules(None)


def _cards(version: int) -> Cards:
    return Cards(ScorecardVersion.objects.get(pk=version))
