"""People by practices: means with how many they rest on. Never an order: a mark stands only where a difference is sure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _

from coaching.dashboards.choices import Choice
from coaching.dashboards.figures import links_of, members, rows_of
from coaching.dashboards.queries.people import read_people
from coaching.dashboards.queries.practices import PracticeSums
from coaching.dashboards.readings import SHOWN_FROM, phase_name
from coaching.dashboards.wording import whole
from coaching.engine.practice import Phase
from coaching.engine.practices import PRACTICES
from coaching.statistics import Difference, against, sure_of
from microconnect.people.models import Team, User

LEVELS = 4
FEWEST_TO_COMPARE = 10

Marks = Mapping[tuple[int, str], str]  # person, practice


@dataclass(frozen=True, slots=True)
class Cell:
    """`level` is its tone, 1 to 4 from 0 to 100, and 0 under five; `mark` is ▲ or ▼ where it surely differs from the others'."""

    value: str
    n: int
    level: int
    url: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    person: User
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`columns` are names of practices; `phases` stand over them, each with how many of them it spans."""

    phases: Sequence[tuple[str, int]]
    columns: Sequence[str]
    lines: Sequence[Line]


def matrix_of(team: Team, choice: Choice, now: datetime) -> Matrix:
    """Three queries."""
    weeks = read_people(rows_of(team, choice, choice.narrowing), choice.period)
    found = weeks.practices
    people = members(team, choice, now, active=list(weeks.activity))
    shown = [practice for practice in PRACTICES if found.of(practice.key).n]
    marks = _marks([(person.pk, practice.key) for person in people for practice in shown], found)
    url_of = partial(links_of(team, choice), choice.period)
    return Matrix(
        phases=[(phase_name(phase), count) for phase in Phase if (count := sum(p.phase == phase for p in shown))],
        columns=[_(practice.name) for practice in shown],
        lines=[
            Line(person, [_cell(person.pk, practice.key, found, marks, url_of) for practice in shown])
            for person in people
        ],
    )


def _cell(person: int, practice: str, found: PracticeSums, marks: Marks, url_of: Callable[..., str]) -> Cell:
    sums = found.of_person(person, practice)
    if sums.n < SHOWN_FROM:
        return Cell("", sums.n, 0)
    level = min(LEVELS, 1 + int(sums.mean * LEVELS / 100))
    url = url_of(person=person, practice=practice)
    return Cell(whole(sums.mean), sums.n, level, url, marks.get((person, practice), ""))


def _marks(cells: Sequence[tuple[int, str]], found: PracticeSums) -> Marks:
    """Each person beside the others in the same channels; all of the table is looked at together."""
    differences = [_against_others(person, practice, found) for person, practice in cells]
    return {
        cell: "▲" if difference.by > 0 else "▼"
        for cell, difference, is_sure in zip(cells, differences, sure_of(differences), strict=True)
        if difference and is_sure
    }


def _against_others(person: int, practice: str, found: PracticeSums) -> Difference | None:
    if found.of_person(person, practice).n < FEWEST_TO_COMPARE:
        return None
    return against(found.against_others(person, practice))
