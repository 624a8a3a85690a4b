"""The tables of a team's page, over the weeks and the channel that the page is looked at in."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.dashboards.choices import Choice
from coaching.dashboards.figures import Figures, figures_of
from coaching.dashboards.queries.activity import weekly
from coaching.dashboards.queries.situations import situations
from coaching.dashboards.stats import Sums
from coaching.dashboards.tables.means import MEAN, mean_cells, share_cells, share_columns
from coaching.engine.practices import PRACTICES
from interactions.models import Channel
from microconnect.exporting.table import Column, Kind, Row, Table
from microconnect.people.models import Team
from microconnect.periods import starts_at

TITLES: dict[str, str | Promise] = {
    "people": gettext_lazy("People"),
    "practices": gettext_lazy("Practices"),
    "weeks": gettext_lazy("Score, 13 weeks"),
    "channels": gettext_lazy("Channels side by side"),
    "situations": gettext_lazy("Like cases alike"),
}

_Rows = Callable[[Figures], Iterator[Row]]


def team_table(name: str, team: Team, choice: Choice, now: datetime) -> Table | None:
    """The table of that name; None where the page has none."""
    if name == "situations":
        return _table(name, _SITUATION_COLUMNS, _situations(team, choice))
    if name not in _OF_FIGURES:
        return None
    columns, rows = _OF_FIGURES[name]
    return _table(name, columns, rows(figures_of(team, choice, now)))


def _table(name: str, columns: tuple[Column, ...], rows: Iterator[Row]) -> Table:
    return Table(name, str(TITLES[name]), columns, rows)


def _people(figures: Figures) -> Iterator[Row]:
    """By name, as on the page: never a ranking."""
    for person in figures.people:
        held = figures.activity.get(person.pk)
        logged, scores = (held.activity.encounters, held.activity.scores) if held else (0, Sums())
        yield [str(person), logged, *mean_cells(scores)]


def _practices(figures: Figures) -> Iterator[Row]:
    """Those that could be judged, in the order a person lives them; before and after are what the change compares."""
    for practice in PRACTICES:
        shown = figures.shown.of(practice.key)
        if shown.n:
            periods = (figures.before.of(practice.key), figures.recent.of(practice.key))
            compared = [cell for sums in periods for cell in mean_cells(sums)[:2]]
            yield [practice.key, _(practice.name), practice.phase.value, *mean_cells(shown), *compared]


def _weeks(figures: Figures) -> Iterator[Row]:
    """Each week by its Monday, the oldest first, those without anything as well."""
    chosen = [week for week in figures.weeks if figures.choice.channel in {"", week.part}]
    for week, activity in weekly(chosen, figures.choice.trend):
        yield [week.start, activity.encounters, *mean_cells(activity.scores)]


def _channels(figures: Figures) -> Iterator[Row]:
    """All of them, whichever is chosen."""
    for channel in Channel:
        scores = figures.scores(figures.choice.period, channel.value)
        yield [channel.value, str(channel.label), *mean_cells(scores)]


def _situations(team: Team, choice: Choice) -> Iterator[Row]:
    """Every situation that occurred here and elsewhere in the thirteen weeks, by name."""
    since, until = starts_at(team.time_zone, choice.trend.start), starts_at(team.time_zone, choice.trend.end)
    for row in situations(team, since, until, fewest=1):
        here, elsewhere = row.here, row.elsewhere
        yield [row.name, *share_cells(here.given, here.n), *share_cells(elsewhere.given, elsewhere.n)]


_SITUATION_COLUMNS = (Column("situation"), *share_columns("here"), *share_columns("elsewhere"))
_COMPARED = (
    Column("n_before", Kind.WHOLE),
    Column("mean_before", Kind.DECIMAL),
    Column("n_recent", Kind.WHOLE),
    Column("mean_recent", Kind.DECIMAL),
)
_OF_FIGURES: dict[str, tuple[tuple[Column, ...], _Rows]] = {
    "people": ((Column("person"), Column("logged", Kind.WHOLE), *MEAN), _people),
    "practices": (
        (Column("practice", Kind.CODE), Column("name", Kind.WORDS), Column("phase", Kind.CODE), *MEAN, *_COMPARED),
        _practices,
    ),
    "weeks": ((Column("week_of", Kind.DAY), Column("encounters", Kind.WHOLE), *MEAN), _weeks),
    "channels": ((Column("channel", Kind.CODE), Column("name"), *MEAN), _channels),
}
