"""An encounter scored again says what it scored before, and why that was another number."""

from datetime import timedelta

from coaching.assessments.services import assess_all
from coaching.scorecards.models import ScorecardVersion
from interactions.services import keep_promise
from microconnect.jobs.models import Job
from microconnect.jobs.running import run_now
from tests.factories import EncounterFactory, GuidelineFactory, PromiseFactory, publish_draft


def _scored_again(ada, harbour, now, promise_due_at=None):
    encounter = EncounterFactory(
        person=ada,
        team=harbour,
        greeting="What can I get you lot?",
        empathy="Three nights away from your girls, that wears you out.",
        left_better="yes",
        occurred_at=now - timedelta(hours=2),
    )
    if promise_due_at:
        PromiseFactory(encounter=encounter, due_at=promise_due_at)
    assess_all(now=now)
    was = encounter.assessment.score if hasattr(encounter, "assessment") else None
    GuidelineFactory(phrases="you lot")
    version = publish_draft(now=now, counts_from=now.date() - timedelta(days=3))
    parameters = {"version": version.pk, "first_day": str(version.counts_from)}
    run_now(Job.objects.create(kind="rescore_by_guidelines", parameters=parameters))
    return encounter, was


def test_the_earlier_number_and_its_reason_are_told(ada, harbour, now, as_user):
    encounter, was = _scored_again(ada, harbour, now)
    [earlier] = as_user(ada).get(encounter.get_absolute_url()).context["earlier"]
    assert earlier.number == was
    [difference] = earlier.differences
    assert difference.name == "Stay inside the greeting guidelines"
    assert (difference.was, difference.became) == ("100, weighs 10", "0, weighs 10")
    assert "guidelines –" in earlier.by
    assert ScorecardVersion.objects.count() == 1


def test_an_edited_text_no_longer_tells_what_other_words_scored(ada, harbour, now, as_user):
    encounter, _was = _scored_again(ada, harbour, now)
    encounter.revision = 2
    encounter.save()
    assert as_user(ada).get(encounter.get_absolute_url()).context["earlier"] == []


def test_a_promise_kept_since_is_part_of_why_the_number_is_another(ada, harbour, now, as_user):
    """It is assessed anew after it was scored again, with the same text: the earlier number is still made up rightly."""
    encounter, was = _scored_again(ada, harbour, now, promise_due_at=now + timedelta(days=1))
    keep_promise(by=ada, promise=encounter.promises.get(), now=now)
    assess_all(now=now)
    [earlier] = as_user(ada).get(encounter.get_absolute_url()).context["earlier"]
    assert earlier.number == was
    assert [(difference.name, difference.was) for difference in earlier.differences] == [
        ("Stay inside the greeting guidelines", "100, weighs 10"),
        ("Keep the promise", "not judged"),
    ]
