"""What a person reads about their own greetings, at once and before anybody else reads it with their name."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.charts import Sparkline, sparkline
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.queries.activity import Activity, Share, Week, added, weekly
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.scripts.people import WHOLE
from coaching.dashboards.scripts.shares import is_surely_high, share_reading
from coaching.dashboards.wording import short_day
from coaching.engine.practices.personal_greeting import KEY as GREETING
from microconnect.periods import Period

LAST = 20  # greetings, or as many more as the week has in which the twentieth was said
WEEKS_BACK = 4


@dataclass(frozen=True, slots=True)
class OwnGreetings:
    """`last` are one's newest greetings, those that were a script counted."""

    last: Share
    is_high: bool
    url: str
    spark: Sparkline


def own_greetings(weeks: Sequence[Week], choice: Choice, links: EncounterLinks) -> OwnGreetings | None:
    """From one's own weeks, this one too; None until five greetings can be judged."""
    found = weekly(weeks, choice.trend)
    last, period = _last(found)
    if last.n < SHOWN_FROM:
        return None
    return OwnGreetings(
        last=last,
        is_high=is_surely_high(last),
        url=links(period, practice=GREETING, below=MISSED_BELOW),
        spark=sparkline([share_reading(short_day(week.start), one.scripted) for week, one in found], axis=WHOLE),
    )


def _last(weeks: Sequence[tuple[Period, Activity]]) -> tuple[Share, Period]:
    """Whole weeks, newest first, until there are twenty greetings; four at most."""
    taken: list[tuple[Period, Activity]] = []
    for week, found in list(weeks)[: -WEEKS_BACK - 1 : -1]:
        taken.append((week, found))
        if sum(one.greetings for _week, one in taken) >= LAST:
            break
    share = added(found for _week, found in taken).scripted
    return share, Period(taken[-1][0].start, taken[0][0].end)
