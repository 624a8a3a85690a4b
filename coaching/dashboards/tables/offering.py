"""Which tables a page offers to take away, with their addresses."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from coaching.dashboards.choices import Choice
from coaching.dashboards.tables.team import TITLES
from microconnect.people.models import Team

_NAME = "name-of-a-table"  # stands where a name will be


@dataclass(frozen=True, slots=True)
class Offered:
    """One table, with the conditions of the page's own address."""

    title: str | Promise
    csv_url: str
    xlsx_url: str


def tables_of(team: Team, choice: Choice) -> Sequence[Offered]:
    """Their addresses differ in the name alone: asking for each would be the dearest line of the page's foot."""
    query = choice.url() if choice.query() else ""
    csv_url, xlsx_url = (
        reverse(f"teams:table_{ending}", args=[team.slug, _NAME]) + query for ending in ("csv", "xlsx")
    )
    return [
        Offered(title, csv_url.replace(_NAME, name), xlsx_url.replace(_NAME, name)) for name, title in TITLES.items()
    ]
