"""Many assessed at once come out exactly as each would alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coaching.assessments.background import background_of
from coaching.assessments.bulk import LONGEST_STRETCH, backgrounds_of
from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_all, assess_encounter, assess_many
from coaching.demo.filling import fill
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek
from interactions.models import Encounter, Outcome
from tests.coaching.rollups.test_rollups import rows_of
from tests.factories import EncounterFactory, SituationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(now):
    """All of it assessed by the guidelines that hold now; in the demo those of before the last change are not."""
    fill(encounters=160, seed=3, now=now, with_password=False, on_progress=lambda done, total: None)
    assess_many(Encounter.objects.values_list("pk", flat=True), now=now)


def _stored():
    return list(Encounter.objects.prefetch_related("promises").order_by("occurred_at", "pk"))


ROLLUPS = (PersonWeek, TeamWeek, OrganisationWeek)


def _assessments():
    columns = ("score", "scores", "findings", "revision", "engine_version", "guideline_version", "scorecard_version")
    return list(Assessment.objects.order_by("encounter__public_id").values_list("encounter__public_id", *columns))


def _rollups():
    return [rows_of(model) for model in ROLLUPS]


def test_every_background_is_that_of_the_encounter_alone(demo):
    encounters = _stored()
    backgrounds = backgrounds_of(encounters)
    assert all(backgrounds[encounter.pk] == background_of(encounter) for encounter in encounters)
    assert any(background.previous_greetings for background in backgrounds.values())
    assert any(background.situation_history for background in backgrounds.values())
    assert any(background.promises for background in backgrounds.values())
    assert any(background.came_back for background in backgrounds.values())


def test_a_part_of_the_encounters_has_the_same_backgrounds(demo):
    encounters = _stored()[50::7]
    backgrounds = backgrounds_of(encounters)
    assert all(backgrounds[encounter.pk] == background_of(encounter) for encounter in encounters)


def test_the_same_moment_twice_and_long_gaps_change_nothing(ada, harbour, now):
    situation = SituationFactory()
    for days in (0, 0, 10, LONGEST_STRETCH.days + 11, 89, 90, 91):
        at = now - timedelta(days=days)
        said = {"greeting": f"Hello, day {days}", "concession": "approved", "situation": situation}
        EncounterFactory(person=ada, team=harbour, occurred_at=at, **said)
    encounters = _stored()
    backgrounds = backgrounds_of(encounters)
    assert all(backgrounds[encounter.pk] == background_of(encounter) for encounter in encounters)


def test_bulk_scores_and_rollups_equal_those_made_one_by_one(demo, now):
    in_bulk, rolled_up = _assessments(), _rollups()
    for model in (Assessment, *ROLLUPS):
        model.objects.all().delete()
    for encounter in _stored():
        assess_encounter(encounter, now=now)
    assert _assessments() == in_bulk
    assert _rollups() == rolled_up


def test_assessing_again_changes_nothing(demo, now):
    before = _assessments(), _rollups()
    assert assess_all(now=now) == 0
    assess_many(Encounter.objects.values_list("pk", flat=True), now=now)
    assert (_assessments(), _rollups()) == before


def test_it_goes_on_where_it_was_stopped(demo, now):
    before = _assessments()
    Assessment.objects.filter(encounter__outcome=Outcome.SORTED).delete()
    done = []
    assert assess_all(now=now, on_progress=lambda *counts: done.append(counts), batch=50) == done[-1][0] == done[-1][1]
    assert _assessments() == before


def test_queries_grow_with_batches_and_people_not_with_encounters(ada, harbour, now):
    def queries_for(count: int) -> int:
        made = [
            EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(minutes=n), greeting="Hello")
            for n in range(count)
        ]
        with CaptureQueriesContext(connection) as queries:
            assess_many([encounter.pk for encounter in made], now=now)
        return len(queries)

    queries_for(1)  # the first reads the scorecard and the guidelines for good
    assert queries_for(3) == queries_for(30)
