"""Many assessed encounters in little time: the demo's, copied within the database, spread over people and teams."""

from django.db import connection, models

OFFSET = 10_000_000  # between the primary keys of a row and of its next copy


def multiply(*, encounters: int, people: int, teams: int) -> int:
    """Copy what is there until there are about `encounters`; returns how many there are. Rollups are not copied."""
    from coaching.assessments.models import Assessment
    from interactions.models import Encounter

    _hire(people, teams)
    there = Encounter.objects.count()
    copies = encounters // there - 1
    if copies > 0:
        _copy(
            Encounter,
            copies,
            repeat_of_id="NULL",
            public_id=_uuid(),
            submission="CAST(b.id + n.g * 10000000 AS text)",
            person_id="p.person",
            team_id="p.team",
        )
        _copy(Assessment, copies, encounter_id=f"b.encounter_id + n.g * {OFFSET}")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Encounter.objects.count()


def _hire(people: int, teams: int) -> None:
    from microconnect.people.models import Team, User

    made = Team.objects.bulk_create(Team(name=f"Bench {n}", slug=f"bench-{n}") for n in range(teams))
    users = User.objects.bulk_create(
        User(email=f"bench{n}@demo.example", name=f"Bench {n}", password="!") for n in range(people)
    )
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_places (nr integer PRIMARY KEY, person bigint, team bigint)")
        cursor.executemany(
            "INSERT INTO bench_places VALUES (%s, %s, %s)",
            [(nr, user.pk, made[nr % teams].pk) for nr, user in enumerate(users)],
        )


def _copy(model: type[models.Model], copies: int, **other: str) -> None:
    """All rows once for each of 1..copies; `other` are the expressions of columns that differ from the row's (b)."""
    columns = [str(field.column) for field in model._meta.concrete_fields if not field.primary_key]
    quoted = ", ".join(f'"{column}"' for column in ["id", *columns])
    taken = [f"b.id + n.g * {OFFSET}", *(other.get(column, f'b."{column}"') for column in columns)]
    places = "(SELECT count(*) FROM bench_places)"
    statement = (
        f'INSERT INTO "{model._meta.db_table}" ({quoted}) SELECT {", ".join(taken)} '  # noqa: S608 - our own names
        f'FROM "{model._meta.db_table}" b CROSS JOIN ({_numbers(copies)}) n '
        f"JOIN bench_places p ON p.nr = (b.id * 31 + n.g) % {places} WHERE b.id < {OFFSET}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _numbers(count: int) -> str:
    if connection.vendor == "postgresql":
        return f"SELECT g FROM generate_series(1, {count}) AS g"  # noqa: S608 - a number of ours
    return f"WITH RECURSIVE c(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM c WHERE g < {count}) SELECT g FROM c"  # noqa: S608


def _uuid() -> str:
    return "gen_random_uuid()" if connection.vendor == "postgresql" else "lower(hex(randomblob(16)))"
