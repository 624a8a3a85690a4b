"""The made-up chain: rows that the application could have stored, the same every time, the measured team at every size."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from coaching.assessments.models import Assessment
from coaching.assessments.waiting import waiting_in_all
from coaching.engine.assess import ENGINE_VERSION
from interactions.models import Encounter, Promise
from microconnect.people.models import Membership, Role, Team, User
from tests.benchmarks.synthetic.filling import fill

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 21, 17, tzinfo=UTC)
MEASURED = 26 * 10 * 36


def _fill(encounters: int = 300, seed: int = 7) -> None:
    fill(encounters=encounters, people=25, seed=seed, now=NOW, distinct=40)


def _rows() -> list[object]:
    """What was made, by natural keys."""
    said = ("public_id", "person__email", "team__slug", "situation__slug", "occurred_at", "occurred_on", "greeting")
    made = ("repeat_of__public_id", "submission", "assessment__score", "assessment__came_back", "outcome")
    return [
        list(Encounter.objects.order_by("pk").values_list(*said, *made)),
        list(
            Promise.objects.order_by("pk").values_list("public_id", "encounter__public_id", "what", "due_at", "kept_at")
        ),
        list(Membership.objects.order_by("pk").values_list("user__email", "user__name", "team__name", "role", "since")),
    ]


def _once(encounters: int, read: Callable[[], list], seed: int = 7) -> list:
    """What is read of a chain that is gone again afterwards."""
    with transaction.atomic():
        _fill(encounters, seed)
        found = read()
        transaction.set_rollback(True)
    return found


def test_there_are_as_many_as_were_wanted_and_each_is_assessed():
    _fill(301)
    assert Encounter.objects.count() == Assessment.objects.count() == 301
    assert not list(waiting_in_all(NOW, ENGINE_VERSION))


def test_the_application_would_have_taken_every_row():
    _fill()
    for encounter in Encounter.objects.select_related("assessment"):
        encounter.full_clean(exclude=["personal_touches", "confirmed"])
        encounter.assessment.validate_constraints()
        assert encounter.person.teams_at(encounter.occurred_at) == [encounter.team]
        assert encounter.occurred_at < NOW
    for promise in Promise.objects.all():
        promise.full_clean()
    assert Promise.objects.exists()


def test_some_came_back_after_the_encounter_that_they_came_back_about():
    _fill(3_000)
    repeats = Encounter.objects.exclude(repeat_of=None).select_related("repeat_of__assessment")
    assert 50 < len(repeats) < 200
    for repeat in repeats:
        assert repeat.repeat_of
        assert repeat.repeat_of.occurred_at <= repeat.occurred_at
        assert repeat.repeat_of.person_id == repeat.person_id
        assert repeat.repeat_of.assessment.came_back


def test_promises_are_kept_open_or_overdue():
    _fill(6_000)
    assert Promise.objects.exclude(kept_at=None).count() > Promise.objects.open().count() > 0
    assert 0 < Promise.objects.overdue(NOW).count() < Promise.objects.open().count()


def test_indexes_and_constraints_are_all_there_afterwards():
    tables = [model._meta.db_table for model in (Encounter, Assessment, Promise)]
    with connection.cursor() as cursor:
        before = [connection.introspection.get_constraints(cursor, table) for table in tables]
        _fill()
        after = [connection.introspection.get_constraints(cursor, table) for table in tables]
    assert before == after


def test_new_rows_are_numbered_after_those_that_were_made():
    _fill()
    newest = Encounter.objects.order_by("pk").last()
    assert newest
    newest.pk, newest.public_id = None, "00000000-0000-0000-0000-000000000001"
    newest.save(force_insert=True)
    assert newest.pk == 301


def test_the_same_seed_makes_the_same_chain_and_another_another():
    first = _once(300, _rows)
    assert _once(300, _rows) == first
    assert _once(300, _rows, seed=8)[0] != first[0]


def test_the_measured_team_is_the_same_whatever_the_size():
    def measured() -> list:
        own = Encounter.objects.filter(team__slug="bench-1").order_by("occurred_at", "public_id")
        return list(own.values_list("public_id", "occurred_at", "person__email", "greeting", "assessment__score"))

    small = _once(MEASURED + 100, measured)
    assert len(small) == MEASURED
    assert _once(MEASURED + 2_000, measured) == small


def test_each_team_has_one_supervisor():
    _fill()
    led = Membership.objects.filter(role=Role.SUPERVISOR).values_list("team", flat=True)
    assert sorted(led) == sorted(Team.objects.values_list("pk", flat=True))


def test_a_database_with_people_is_refused():
    User.objects.create_user("somebody@example.org", "Somebody")
    with pytest.raises(ValueError, match="empty"):
        _fill()
