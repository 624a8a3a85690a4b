"""Each practice beside one's own past, as lines of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.dashboards.charts import Change
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.person.changing import OwnChange
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.wording import NOT_YET, whole
from coaching.engine.practice import Practice
from coaching.engine.practices import PRACTICES
from coaching.statistics import Sums
from microconnect.periods import Period


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """`change` is a signed whole number; `verdict` says in words how sure it is."""

    name: str
    url: str
    before: str
    now: str
    n: int
    change: str
    verdict: str
    is_sure: bool
    practice: Practice
    moved: OwnChange

    @property
    def is_enough(self) -> bool:
        """Whether there is a mean to show; one of fewer than five says nothing."""
        return self.n >= SHOWN_FROM


def practice_lines(changes: Mapping[str, OwnChange], recent: Period, links: EncounterLinks) -> Sequence[PracticeLine]:
    """In the order a person lives them; those judged lately."""
    too_early, sure = _("too early to say"), _("sure")
    judged = [(practice, changes[practice.key]) for practice in PRACTICES if practice.key in changes]
    return [
        PracticeLine(
            name=_(practice.name),
            url=links(recent, practice=practice.key, below=MISSED_BELOW),
            before=_mean(change.before),
            now=_mean(change.after),
            n=change.after.n,
            change=_change(change),
            verdict=sure if change.is_sure else too_early,
            is_sure=change.is_sure,
            practice=practice,
            moved=change,
        )
        for practice, change in judged
        if change.after.n
    ]


def _change(change: OwnChange) -> str:
    """Between the two numbers as they are shown beside it: 62 and then 72 is ten, whatever was behind the point."""
    if change.found is None:
        return ""
    return Change(int(whole(change.after.mean)) - int(whole(change.before.mean))).text


def _mean(sums: Sums) -> str:
    return whole(sums.mean) if sums.n >= SHOWN_FROM else NOT_YET
