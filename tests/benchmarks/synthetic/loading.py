"""Plans become rows within the database: encounters, what the engine said about them, promises."""

import io
from collections.abc import Iterable
from itertools import repeat
from typing import Any

from django.db import connection, models

from coaching.assessments.models import Assessment
from interactions.models import Encounter
from tests.benchmarks.synthetic.cases import Case
from tests.benchmarks.synthetic.chain import PEOPLE_A_TEAM, Chain
from tests.benchmarks.synthetic.plan import Week

_PLAN = "(id, public_id, person, team, case_nr, at, day, hour, repeat_of, came_back, due_at, kept_at)"
_PLAN_TABLE = """
    CREATE TEMPORARY TABLE bench_plan (
        id bigint, public_id text, person bigint, team bigint, case_nr integer, at bigint, day text, hour integer,
        repeat_of bigint, came_back integer, due_at bigint, kept_at bigint
    )
"""
_CASES_TABLE = """
    CREATE TEMPORARY TABLE bench_cases AS SELECT 0 AS nr, '' AS promised, {columns}
    FROM interactions_encounter e JOIN coaching_assessment a ON a.encounter_id = e.id WHERE 1 = 0
"""
_OWN = {
    "id",
    "public_id",
    "person",
    "team",
    "occurred_at",
    "occurred_on",
    "occurred_hour",
    "received_at",
    "device_at",
    "repeat_of",
}


def _drawn_columns(model: type[models.Model], without: set[str]) -> list[str]:
    """What an encounter has from its case."""
    return [str(field.column) for field in model._meta.concrete_fields if field.name not in without]


ENCOUNTER = _drawn_columns(Encounter, {*_OWN, "submission", "customer_reference"})
ASSESSMENT = _drawn_columns(Assessment, {"id", "encounter", "came_back", "promises_kept"})


def prepare(cases: Iterable[Case]) -> None:
    """Temporary tables: the cases, and room for a week's plan."""
    columns = [*(f'e."{name}" AS e_{name}' for name in ENCOUNTER), *(f'a."{name}" AS a_{name}' for name in ASSESSMENT)]
    rows = [(nr, case.promised, *_values(case)) for nr, case in enumerate(cases)]
    with connection.cursor() as cursor:
        cursor.execute(_PLAN_TABLE)
        cursor.execute(_CASES_TABLE.format(columns=", ".join(columns)))
        cursor.executemany(f"INSERT INTO bench_cases VALUES ({', '.join(['%s'] * len(rows[0]))})", rows)  # noqa: S608
        cursor.execute("CREATE UNIQUE INDEX bench_case ON bench_cases (nr)")
        cursor.execute("ANALYZE bench_cases")
        if connection.vendor == "postgresql":
            cursor.execute("SET work_mem = '64MB'")


def _values(case: Case) -> list[Any]:
    return [*_stored(case.encounter, ENCOUNTER), *_stored(case.assessment, ASSESSMENT)]


def _stored(row: models.Model, columns: list[str]) -> list[Any]:
    fields = {str(field.column): field for field in row._meta.concrete_fields}
    return [fields[name].get_db_prep_save(getattr(row, fields[name].attname), connection) for name in columns]


def load(week: Week, chain: Chain) -> None:
    """Store one week. Call it inside a transaction."""
    people = [person.pk for person in chain.people]
    teams = [chain.teams[number // PEOPLE_A_TEAM].pk for number in range(len(people))]
    numbers = week.person.tolist()
    _copy(
        zip(
            range(week.first_id, week.first_id + len(week)),
            week.public_ids,
            [people[number] for number in numbers],
            [teams[number] for number in numbers],
            week.case.tolist(),
            week.at.tolist(),
            week.days,
            week.hour.tolist(),
            week.repeat_of.tolist(),
            week.came_back.tolist(),
            week.due_at.tolist(),
            week.kept_at.tolist(),
            strict=True,
        )
    )
    with connection.cursor() as cursor:
        # So that it looks up the cases plan by plan, in the order of time, and never sorts the wide rows.
        cursor.execute("ANALYZE bench_plan")
        cursor.execute(_encounters())
        cursor.execute(_assessments())
        cursor.execute(_promises())
        cursor.execute("TRUNCATE bench_plan" if connection.vendor == "postgresql" else "DELETE FROM bench_plan")


def _copy(rows: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            lines = io.StringIO("".join(map("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n".__mod__, rows)))
            cursor.cursor.copy_expert(f"COPY bench_plan {_PLAN} FROM STDIN", lines)
        else:
            into = f"INSERT INTO bench_plan {_PLAN} VALUES ({', '.join(repeat('%s', 12))})"  # noqa: S608
            cursor.executemany(into, list(rows))


def _encounters() -> str:
    """A third have a reference that is theirs alone, as a receipt has."""
    return _insert(
        "interactions_encounter",
        {
            "id": "p.id",
            "public_id": _uuid("p.public_id"),
            "person_id": "p.person",
            "team_id": "p.team",
            "occurred_at": _moment("p.at"),
            "occurred_on": "CAST(p.day AS date)" if connection.vendor == "postgresql" else "p.day",
            "occurred_hour": "p.hour",
            "received_at": _moment("p.at + 90"),
            "repeat_of_id": "NULLIF(p.repeat_of, 0)",
            "submission": "p.public_id || p.public_id",
            "customer_reference": "CASE WHEN p.id % 3 = 0 THEN 'R-' || p.id ELSE '' END",
            **{name: f"c.e_{name}" for name in ENCOUNTER},
        },
    )


def _assessments() -> str:
    return _insert(
        "coaching_assessment",
        {
            "id": "p.id",
            "encounter_id": "p.id",
            "came_back": "p.came_back = 1",
            "promises_kept": "CASE WHEN p.kept_at > 0 THEN 1 ELSE 0 END",
            **{name: f"c.a_{name}" for name in ASSESSMENT},
        },
    )


def _promises() -> str:
    return _insert(
        "interactions_promise",
        {
            "id": "p.id",
            "public_id": _uuid("substr(p.public_id, 17) || substr(p.public_id, 1, 16)"),
            "encounter_id": "p.id",
            "what": "c.promised",
            "made_at": _moment("p.at"),
            "due_at": _moment("p.due_at"),
            "kept_at": f"CASE WHEN p.kept_at > 0 THEN {_moment('p.kept_at')} END",
            "kept_by_id": "CASE WHEN p.kept_at > 0 THEN p.person END",
            "kept_note": "''",
        },
        "WHERE p.due_at > 0",
    )


def _insert(table: str, columns: dict[str, str], where: str = "") -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    taken = ", ".join(columns.values())
    plan = "bench_plan p JOIN bench_cases c ON c.nr = p.case_nr"
    return f"INSERT INTO {table} ({names}) SELECT {taken} FROM {plan} {where}"  # noqa: S608


def _uuid(text: str) -> str:
    return f"CAST({text} AS uuid)" if connection.vendor == "postgresql" else text


def _moment(seconds: str) -> str:
    return f"to_timestamp({seconds})" if connection.vendor == "postgresql" else f"datetime({seconds}, 'unixepoch')"
