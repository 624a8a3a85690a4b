"""The table of a team's people, a line for each: dozens of cells, drawn as the charts are (docs/decisions/0024)."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coaching.dashboards.advice import Advice
from coaching.dashboards.charts.drawing import shapes
from coaching.dashboards.people import PersonRow


class _Labels(NamedTuple):
    """What a cell is called where the table stands as cards."""

    logged: str
    score: str
    talk: str


def people_lines(rows: Iterable[PersonRow]) -> SafeString:
    """In the order of the rows."""
    labels = _Labels(*(escape(label) for label in (_("Logged"), _("Score"), _("Talk about"))))
    return shapes(_line(row, labels) for row in rows)


def _line(row: PersonRow, labels: _Labels) -> str:
    person = row.person
    logged = f'<a href="{escape(row.url)}">{row.logged}</a>' if row.logged else "0"
    return (
        '<tr><th scope="row"><span class="person">'
        f'<span class="avatar" aria-hidden="true">{escape(person.initials)}</span> '
        f'<a href="{escape(row.page_url)}">{escape(str(person))}</a></span></th>'
        f'<td class="num" data-label="{labels.logged}">{logged}</td>'
        f'<td data-label="{labels.score}">{row.chart.drawn}</td>'
        f'<td class="small talk" data-label="{labels.talk}">{_talk(row.advice)}</td></tr>\n'
    )


def _talk(advice: Advice) -> str:
    if not advice.url:
        return f'<span class="quiet">{escape(advice.text)}</span>'
    return f'<a class="tone-{advice.tone or "plain"}" href="{escape(advice.url)}">{escape(advice.text)}</a>'
