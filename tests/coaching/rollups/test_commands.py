"""`verify_rollups` finds whatever is wrong at any level, `rebuild_rollups` mends it and goes on where it was killed."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from coaching.assessments.services import assess_encounter
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek
from coaching.rollups.rebuilding import KIND
from microconnect.jobs.models import Job, Status
from microconnect.people.models import User
from tests.factories import EncounterFactory


def run(command: str, **options) -> str:
    """What it says."""
    said = StringIO()
    call_command(command, stdout=said, stderr=said, **options)
    return said.getvalue()


@pytest.fixture
def people(ada, ben, harbour, now) -> tuple[User, User]:
    """Ada and Ben, each with a week."""
    for person in (ada, ben):
        assess_encounter(EncounterFactory(person=person, team=harbour, occurred_at=now, greeting="Hello"), now=now)
    return ada, ben


def _copied_a_year_back(model) -> None:
    row = model.objects.first()
    row.pk, row.week = None, row.week - timedelta(weeks=52)
    row.save()


WRONG: dict[str, Callable[[], object]] = {
    "a person's number": lambda: PersonWeek.objects.update(better=1),
    "a person's days alone": lambda: PersonWeek.objects.update(days=127),
    "a person's practices": lambda: PersonWeek.objects.update(practices={}),
    "a person's week that is not there": lambda: PersonWeek.objects.filter(
        pk=PersonWeek.objects.latest("pk").pk
    ).delete(),
    "a person's week in which nothing was logged": lambda: _copied_a_year_back(PersonWeek),
    "a team's number": lambda: TeamWeek.objects.update(total=1),
    "a team's week in which nothing was logged": lambda: _copied_a_year_back(TeamWeek),
    "everybody's hours": lambda: OrganisationWeek.objects.update(hours={}),
    "everybody's week in which nothing was logged": lambda: _copied_a_year_back(OrganisationWeek),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_found_and_mended(people, wrong):
    assert "equals the encounters" in run("verify_rollups")
    WRONG[wrong]()
    with pytest.raises(CommandError, match=r"cells? differs?"):
        run("verify_rollups")
    assert "Counted anew." in run("rebuild_rollups")
    assert "equals the encounters" in run("verify_rollups")


def test_it_says_whose_week_is_wrong_and_by_how_many(people):
    PersonWeek.objects.filter(person=people[0]).delete()
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_rollups", stdout=said, stderr=said)
    row = TeamWeek.objects.get()
    whose = f"person {people[0].pk} in team {row.team_id}, week of {row.week}, face, all situations"
    assert f"{whose}: 0 encounters stored, 1 found." in said.getvalue()


def test_killed_it_goes_on_where_it_was(people, now):
    """Ada was done when it was killed, so that she is not counted again."""
    ada, ben = people
    job = Job.objects.create(
        kind=KIND, status=Status.RUNNING, run=uuid.uuid4(), heard_at=now - timedelta(hours=1), cursor=[0, ada.pk]
    )
    PersonWeek.objects.update(better=1)
    assert "Counted anew." in run("rebuild_rollups")
    job.refresh_from_db()
    assert job.is_done
    assert dict(PersonWeek.objects.values_list("person", "better")) == {ada.pk: 1, ben.pk: 0}


def test_beside_another_that_is_counting_it_does_nothing(people, now):
    Job.objects.create(kind=KIND, status=Status.RUNNING, run=uuid.uuid4(), heard_at=now)
    with pytest.raises(CommandError, match="Another process is counting"):
        run("rebuild_rollups")


def test_only_where_nothing_is_counted_yet_when_asked_so(people):
    assert "Nothing to do" in run("rebuild_rollups", if_empty=True)
    for model in (PersonWeek, TeamWeek, OrganisationWeek):
        model.objects.all().delete()
    assert "Counted anew." in run("rebuild_rollups", if_empty=True)
    assert OrganisationWeek.objects.get().encounters == 2
