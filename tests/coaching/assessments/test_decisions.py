"""A concession is held against how the same situation was decided lately, and no more is read than a thousand decisions."""

from datetime import timedelta

import pytest

from coaching.assessments import background, bulk
from coaching.assessments.background import background_of
from coaching.assessments.bulk import backgrounds_of
from coaching.engine.facts import SituationHistory
from interactions.models import Encounter
from tests.factories import EncounterFactory, SituationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def decide(ada, harbour, now):
    """Ada decides about a warranty so many hours ago."""
    warranty = SituationFactory(name="Warranty")

    def decided(hours: float, concession: str = "approved", **facts) -> Encounter:
        at = now - timedelta(hours=hours)
        said = {"team": harbour, "situation": warranty, "concession": concession, **facts}
        return EncounterFactory(person=ada, occurred_at=at, **said)

    return decided


def _history(encounter: Encounter) -> SituationHistory | None:
    """As it is for this encounter alone, and among all others."""
    encounters = list(Encounter.objects.prefetch_related("promises").order_by("occurred_at", "pk"))
    alone = background_of(encounter).situation_history
    assert backgrounds_of(encounters)[encounter.pk].situation_history == alone
    return alone


def test_decisions_of_ninety_days_before_count_everywhere(decide, mill):
    decide(1, team=mill)
    decide(2, "none")
    decide(90 * 24, "own_judgement")
    assert _history(decide(0)) == SituationHistory(encounters=3, conceded=2)


def test_what_was_later_longer_ago_undecided_or_about_something_else_does_not_count(decide):
    decide(91 * 24)
    decide(3, "")
    decide(3, situation=SituationFactory())
    decide(3, situation=None)
    encounter = decide(2)
    decide(2)  # in the same moment is not before
    decide(1)
    assert _history(encounter) == SituationHistory(encounters=0, conceded=0)


def test_without_a_situation_or_a_decision_there_is_nothing_to_compare(decide):
    decide(1)
    assert _history(decide(0, "")) is None
    assert _history(decide(0, situation=None)) is None


@pytest.mark.parametrize("hours_between", [1, 24])
def test_only_the_last_ones_count_however_many_there_are(decide, monkeypatch, hours_between):
    for module in (background, bulk):
        monkeypatch.setattr(module, "LATEST_DECISIONS", 4)
    made = [decide(n * hours_between, "approved" if n % 3 else "declined") for n in range(20, 0, -1)]
    made += [decide(0, "none"), decide(0, "none")]  # the newest two, in one moment
    assert _history(made[-1]) == SituationHistory(encounters=4, conceded=3)
    counts = [history.encounters for history in map(_history, made[:6]) if history]
    assert counts == [0, 1, 2, 3, 4, 4]
