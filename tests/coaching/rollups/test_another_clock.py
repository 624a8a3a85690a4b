"""A team that moves to another time zone: its weeks show the hours of the new clock, and go on equalling the encounters."""

from datetime import UTC, datetime

import pytest

from coaching.assessments.services import assess_encounter
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek
from coaching.rollups.recounting import KIND
from coaching.rollups.verifying import wrong_cells
from microconnect.jobs.models import Job
from microconnect.jobs.running import run_now
from microconnect.organisation.services import change_time_zone
from tests.factories import EncounterFactory, SituationFactory

MONDAY_NOON = datetime(2026, 11, 16, 12, 5, tzinfo=UTC)


@pytest.fixture
def logged(ada, ben, harbour, mill):
    for person, team, situation in ((ada, harbour, SituationFactory()), (ben, harbour, None), (ada, mill, None)):
        encounter = EncounterFactory(person=person, team=team, situation=situation, occurred_at=MONDAY_NOON)
        assess_encounter(encounter, now=MONDAY_NOON)


def _hours(model, **owner):
    return model.objects.get(situation=None, **owner).hours


@pytest.mark.usefixtures("logged")
def test_its_weeks_are_counted_anew_and_nobody_elses(ivy, ada, ben, harbour, mill):
    change_time_zone(by=ivy, team=harbour, time_zone="Europe/Helsinki")
    assert list(wrong_cells()), "without the job every night's check would name them"
    job = Job.objects.get(kind=KIND)
    assert job.asked_by == ivy
    run_now(job)
    assert list(wrong_cells()) == []
    assert set(_hours(PersonWeek, person=ben)) == set(_hours(TeamWeek, team=harbour)) == {"14"}
    assert set(_hours(TeamWeek, team=mill)) == {"12"}
    assert set(_hours(OrganisationWeek)) == {"12", "14"}
    job.refresh_from_db()
    assert (job.is_done, job.done, job.total) == (True, 2, 2)


@pytest.mark.usefixtures("logged")
def test_the_same_clock_counts_nothing(ivy, harbour):
    assert not change_time_zone(by=ivy, team=harbour, time_zone=harbour.time_zone)
    assert not Job.objects.exists()


@pytest.mark.usefixtures("logged")
def test_it_goes_on_with_the_people_that_are_left(ivy, ada, ben, harbour):
    change_time_zone(by=ivy, team=harbour, time_zone="Europe/Helsinki")
    first, second = sorted([ada, ben], key=lambda person: person.pk)
    Job.objects.update(cursor=first.pk, done=1)
    run_now(Job.objects.get())
    assert set(_hours(PersonWeek, person=first, team=harbour)) == {"12"}
    assert set(_hours(PersonWeek, person=second, team=harbour)) == {"14"}
