"""The people of the few teams that are looked at more closely."""

from collections import defaultdict
from collections.abc import Collection

from coaching.dashboards.choices import Choice
from coaching.dashboards.organisation.counts import Lately, lately_of, lately_sums
from coaching.dashboards.queries.sums import within
from coaching.rollups.models import PersonWeek
from microconnect.periods import Period


def people_of_teams(teams: Collection[int], choice: Choice) -> dict[int, list[Lately]]:
    """team -> each person's counts, in one query; without one where no team is asked for."""
    if not teams:
        return {}
    rows = choice.narrowing(PersonWeek.objects.filter(team__in=teams))
    compared = Period(choice.before.start, choice.recent.end)
    people: dict[int, list[Lately]] = defaultdict(list)
    for team, _person, *numbers in within(rows, compared).values_list("team", "person").annotate(**lately_sums(choice)):
        people[team].append(lately_of([number or 0 for number in numbers]))
    return people
