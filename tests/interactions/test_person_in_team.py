"""PostgreSQL knows that people belong to teams, and how many encounters to expect of one in theirs."""

import pytest
from django.db import connection

from interactions.models import Encounter
from tests.factories import EncounterFactory, TeamFactory, UserFactory

PEOPLE, EACH = 30, 20


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite's planner guesses otherwise")
def test_as_many_are_expected_as_there_are(db: None) -> None:
    """Taken for independent, person and team would let it expect one of the twenty."""
    for _nth in range(PEOPLE):
        person, team = UserFactory(), TeamFactory()
        Encounter.objects.bulk_create(EncounterFactory.build_batch(EACH, person=person, team=team))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE interactions_encounter")
        cursor.execute(
            "EXPLAIN (FORMAT JSON) SELECT 1 FROM interactions_encounter WHERE person_id = %s AND team_id = %s",
            [person.pk, team.pk],
        )
        expected = cursor.fetchone()[0][0]["Plan"]["Plan Rows"]
    assert EACH / 2 < expected < EACH * 2
