"""The list of people as the import reads it: sent back unchanged, it changes nothing."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from microconnect.csv_cells import BYTE_ORDER_MARK, lines_of
from microconnect.organisation.importing.reading import COLUMNS
from microconnect.organisation.queries import ADMINISTRATOR
from microconnect.people.models import Membership, User
from microconnect.periods import day_in

_AT_ONCE = 500


def as_csv(people: QuerySet[User], now: datetime) -> Iterator[str]:
    """A line for each team that somebody is in, or will be; one without a team for whoever is in none."""
    not_over = (
        Membership.objects.filter(Q(until=None) | Q(until__gt=now)).select_related("team").order_by("since", "pk")
    )
    listed = people.prefetch_related(Prefetch("memberships", not_over, to_attr="not_over")).iterator(_AT_ONCE)
    yield BYTE_ORDER_MARK
    yield from lines_of([COLUMNS])
    yield from lines_of(row for person in listed for row in _rows_of(person))


def _rows_of(person: User) -> Iterator[tuple[str, ...]]:
    places: list[Membership] = getattr(person, "not_over", [])
    for place in places:
        since = day_in(place.team.time_zone, place.since).isoformat()
        yield person.name, person.email, place.team.name, place.role, since
    if not places:
        yield person.name, person.email, "", ADMINISTRATOR if person.is_administrator else "", ""
