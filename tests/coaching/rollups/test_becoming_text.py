"""What was kept as JSON before is read as it was, by the migration there and back."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from coaching.rollups.models import TeamWeek
from microconnect.people.models import Team

SUMS = {"warm_close": [3, 250, 22500]}


def _migrate_to(name: str) -> None:
    MigrationExecutor(connection).migrate([("coaching", name)])


@pytest.fixture
def as_before(transactional_db: None) -> Iterator[None]:
    _migrate_to("0011_cover_weeks_of_teams")
    yield
    _migrate_to("0012_rollups_as_text")


def test_sums_are_the_same_as_text(harbour: Team, as_before: None) -> None:
    # The model of now writes as jsonb what PostgreSQL is given as text.
    numbers = dict.fromkeys((f.name for f in TeamWeek._meta.fields if f.get_internal_type().startswith("Positive")), 1)
    row = TeamWeek(team=harbour, week="2026-11-23", channel="face", hours={}, waits={}, handling={}, due={}, **numbers)
    row.practices = SUMS
    row.save()
    _migrate_to("0012_rollups_as_text")
    assert TeamWeek.objects.get(pk=row.pk).practices == SUMS
    _migrate_to("0011_cover_weeks_of_teams")
    assert TeamWeek.objects.get(pk=row.pk).practices == SUMS
