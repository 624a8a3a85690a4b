"""What moved for everybody together. With a hundred thousand encounters nothing is chance between encounters any more, but weeks
differ too: the less sure of both is told."""

from collections.abc import Mapping, Sequence
from datetime import date

from coaching.dashboards.changes import FEWEST
from coaching.dashboards.charts import Change
from coaching.engine.practices import PRACTICES
from coaching.statistics import Difference, Sums, added, between_groups, difference, sure_of
from microconnect.periods import Period

NOTHING = Sums()
Weeks = Mapping[date, Sums]


def moves(figures: Mapping[str, Weeks], before: Period, recent: Period) -> dict[str, Change]:
    """figure -> how far it moved; sure is decided over all of them at once."""
    found = {key: moved for key, weeks in figures.items() if (moved := _moved(weeks, before, recent))}
    sure = sure_of(list(found.values()))
    return {key: Change(moved.by, is_sure=is_sure) for (key, moved), is_sure in zip(found.items(), sure, strict=True)}


def _moved(weeks: Weeks, before: Period, recent: Period) -> Difference | None:
    then = [sums for monday, sums in weeks.items() if monday in before]
    now = [sums for monday, sums in weeks.items() if monday in recent]
    both = added(then), added(now)
    if min(both[0].n, both[1].n) < FEWEST:
        return None
    by_encounters = difference(*both)
    by_weeks = between_groups([(sums, NOTHING) for sums in then] + [(NOTHING, sums) for sums in now])
    if by_encounters is None or by_weeks is None:
        return None
    return max(by_encounters, by_weeks, key=lambda found: found.p)


def practice_weeks(rows: Sequence[tuple[date, Mapping[str, Sequence[int]]]]) -> dict[str, dict[date, Sums]]:
    """practice -> Monday -> sums."""
    held: dict[str, dict[date, Sums]] = {practice.key: {} for practice in PRACTICES}
    for monday, practices in rows:
        for key, numbers in practices.items():
            weeks = held.setdefault(key, {})
            weeks[monday] = weeks.get(monday, NOTHING) + Sums(*numbers)
    return held
