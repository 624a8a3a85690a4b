"""When it happens, and how evenly: hours of the week, and how much scores differ between days, parts of the day and people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.charts import HeatMap, Interval, heat_map, interval
from coaching.dashboards.choices import Choice
from coaching.dashboards.figures import rows_of
from coaching.dashboards.queries.clock import Hours, by_hour
from coaching.dashboards.queries.people import scores_by_person
from coaching.dashboards.queries.scope import team_weeks
from coaching.dashboards.readings import SHOWN_FROM, reading
from coaching.dashboards.wording import whole
from coaching.rollups.tally import HOURS_A_DAY
from coaching.statistics import Sums, added, changed, spread_between, sure_of
from microconnect.people.models import Team

USUAL_HOURS = range(9, 18)  # columns of a quiet week
NOON, EVENING = 12, 17
NOTHING = Sums()


@dataclass(frozen=True, slots=True)
class Part:
    """A day or a part of the day: its mean, and whether it surely differs from the rest."""

    label: str
    chart: Interval
    is_sure: bool


@dataclass(frozen=True, slots=True)
class When:
    """`groups` are the days and the parts of the day in which something was judged; None where nothing was."""

    is_empty: bool
    heat: HeatMap
    groups: Sequence[Sequence[Part]] | None
    words: Sequence[str]


def when_of(team: Team, choice: Choice) -> When:
    """Two queries."""
    rows = rows_of(team, choice, choice.narrowing) if choice.person else team_weeks(team, choice.narrowing)
    hours = by_hour(rows, choice.period)
    days, parts = _by_day(hours), _by_part(hours)
    sure = surely_different(days, parts)
    people = {} if choice.person else scores_by_person(rows_of(team, choice, choice.narrowing), choice.period)
    groups = [[_part(label, sums, sure) for label, sums in each.items() if sums.n] for each in (days, parts)]
    return When(
        is_empty=not hours,
        heat=_heat(hours),
        groups=groups if any(groups) else None,
        words=[*_about_times(hours, sure), *_about_people(people)],
    )


def _by_day(hours: Hours) -> dict[str, Sums]:
    return {str(name): _scores(hours, partial(_is_on, day)) for day, name in WEEKDAYS.items()}


def _by_part(hours: Hours) -> dict[str, Sums]:
    return {
        _("Before noon"): _scores(hours, lambda hour: hour % HOURS_A_DAY < NOON),
        _("Noon to five"): _scores(hours, lambda hour: NOON <= hour % HOURS_A_DAY < EVENING),
        _("From five on"): _scores(hours, lambda hour: hour % HOURS_A_DAY >= EVENING),
    }


def _is_on(day: int, hour: int) -> bool:
    return hour // HOURS_A_DAY == day


def _scores(hours: Hours, is_in: Callable[[int], bool]) -> Sums:
    return added(scores for hour, (_encounters, scores) in hours.items() if is_in(hour))


def _heat(hours: Hours) -> HeatMap:
    """From the first hour in which anything was logged to the last."""
    logged = {hour % HOURS_A_DAY for hour in hours} | set(USUAL_HOURS)
    columns = range(min(logged), max(logged) + 1)
    rows = [
        (str(name)[:3], [hours.get(day * HOURS_A_DAY + hour, (0, NOTHING))[0] for hour in columns])
        for day, name in WEEKDAYS.items()
    ]
    return heat_map([str(hour) for hour in columns], rows)


def surely_different(*divisions: Mapping[str, Sums]) -> Mapping[str, bool]:
    """Each part of each division of the week against the rest of it, all looked at together."""
    found = {
        label: changed([(added(division.values()) - sums, sums)])  # a part may hold five: see `changed`
        for division in divisions
        for label, sums in division.items()
        if sums.n >= SHOWN_FROM
    }
    return dict(zip(found, sure_of(list(found.values())), strict=True))


def _part(label: str, sums: Sums, sure: Mapping[str, bool]) -> Part:
    return Part(label, interval(reading(label, sums)), sure.get(label, False))


def _about_times(hours: Hours, sure: Mapping[str, bool]) -> Sequence[str]:
    different = [label for label, is_sure in sure.items() if is_sure]
    if different:
        return [_("%(when)s: surely different from the rest of the week.") % {"when": ", ".join(different)}]
    judged = sum(scores.n for _encounters, scores in hours.values())
    if judged < SHOWN_FROM:
        return []
    return [_("Between days and parts of the day nothing differs more than chance alone would make it.")]


def _about_people(people: Mapping[int, Sums]) -> Sequence[str]:
    apart = spread_between(people.values())
    if apart is None:
        return []
    if apart < 1:
        return [_("Between people there is no more difference than chance alone would make.")]
    words = ngettext(
        "Between people: about %(points)s point apart, once chance is taken out.",
        "Between people: about %(points)s points apart, once chance is taken out.",
        int(apart + 0.5),
    )
    return [words % {"points": whole(apart)}]
