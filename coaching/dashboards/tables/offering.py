"""Which tables a page offers to take away, with their addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from coaching.dashboards.tables.team import TITLES
from microconnect.people.models import Team


@dataclass(frozen=True, slots=True)
class Offered:
    """One table. The page's template adds the conditions of its own address."""

    title: str | Promise
    csv_url: str
    xlsx_url: str


def tables_of(team: Team) -> Sequence[Offered]:
    return _offered("teams", TITLES, team.slug)


def _offered(room: str, titles: Mapping[str, str | Promise], *whose: str) -> list[Offered]:
    return [
        Offered(title, *(reverse(f"{room}:table_{ending}", args=[*whose, name]) for ending in ("csv", "xlsx")))
        for name, title in titles.items()
    ]
