"""Scoring again after publishing: what changed changes, what did not stays, nothing twice, and the old figure is kept."""

import random
from datetime import timedelta
from unittest.mock import ANY

import pytest

from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_all, assess_many
from coaching.engine.practices import PRACTICES
from coaching.guidelines.models import Strength
from coaching.guidelines.services import drafting
from coaching.rescoring import rescore
from coaching.rescoring.models import EarlierScore
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek
from coaching.rollups.services import refresh_weeks
from coaching.scorecards.models import ScorecardVersion, clear_scorecards
from interactions.models import Encounter
from microconnect.jobs.models import Job, Status
from microconnect.jobs.running import run_now
from tests.coaching.rollups.test_rollups import rows_of
from tests.factories import EncounterFactory, GuidelineFactory, publish_draft

GREETINGS = (
    "Hello you lot", "Good morning", "Hi Maria, how did the exam go?", "Ahoy and welcome aboard our ship", "",
    "How can I help you today?", "You people again?", "Morning! Is that a cello?",
)  # fmt: skip


@pytest.fixture
def logged(ada, ben, harbour, now):
    """Sixteen encounters over forty days, by two people, assessed by what is published."""
    draw = random.Random(7)
    for nth in range(16):
        EncounterFactory(
            person=(ada, ben)[nth % 2],
            team=harbour,
            channel=("face", "ear", "click")[nth % 3],
            occurred_at=now - timedelta(days=2.5 * nth, minutes=nth),
            greeting=GREETINGS[nth % len(GREETINGS)],
            empathy="Three nights away from your girls, that wears you out.",
            resolution="Let me look into that for you.",
            closing="Good luck with the cello tonight.",
            wait_seconds=draw.choice([None, 60, 200, 900]),
            handling_seconds=draw.choice([None, 100, 1_000]),
            left_better="yes",
        )
    assess_all(now=now)
    return list(Encounter.objects.order_by("pk"))


def by_guidelines(version) -> Job:
    parameters = {"version": version.pk, "first_day": str(version.counts_from)}
    return _run(Job.objects.create(kind="rescore_by_guidelines", parameters=parameters))


def by_scorecard(version) -> Job:
    parameters = {"version": version.pk, "first_day": version.counts_from.isoformat()}
    return _run(Job.objects.create(kind="rescore_by_scorecard", parameters=parameters))


def _run(job: Job) -> Job:
    run_now(job)
    job.refresh_from_db()
    return job


def publish_scorecard(*, counts_from, now, **changed) -> ScorecardVersion:
    before = ScorecardVersion.objects.published().get()
    ScorecardVersion.objects.filter(pk=before.pk).update(status="archived")
    version = ScorecardVersion.objects.create(
        name="Next",
        rules={**before.rules, **changed},
        status="published",
        number=(before.number or 0) + 1,
        published_at=now,
        counts_from=counts_from,
    )
    clear_scorecards()
    return version


def everything() -> list[dict]:
    """All that an assessment says, but for when it was made."""
    return [{**row, "id": ANY, "assessed_at": ANY} for row in Assessment.objects.order_by("encounter").values()]


def rollups() -> list[list[str]]:
    return [rows_of(model) for model in (PersonWeek, TeamWeek, OrganisationWeek)]


def refreshed() -> list[list[str]]:
    refresh_weeks(set(Encounter.objects.values_list("person", "team", "occurred_on")))
    return rollups()


def write_other_guidelines() -> None:
    draft = drafting.begin(by=None)
    draft.guidelines.all().delete()
    GuidelineFactory(strength=Strength.REQUIRED, phrases="hello\nhi\nmorning", channels=["face"])
    GuidelineFactory(strength=Strength.AVOID, is_script=True, phrases="ahoy and welcome aboard our ship")
    GuidelineFactory(match="pattern", phrases="you (lot|people)", channels=["ear", "click"])


def test_what_is_scored_again_is_what_would_be_assessed_anew(logged, now):
    GuidelineFactory(phrases="you lot")
    publish_draft(now=now)
    assess_many([each.pk for each in logged], now=now)
    write_other_guidelines()
    job = by_guidelines(publish_draft(now=now, counts_from=now.date() - timedelta(days=60)))
    assert (job.status, job.done, job.total) == (Status.DONE, 16, 16)
    rescored, sums = everything(), rollups()
    assert sums == refreshed()
    assess_many([each.pk for each in logged], now=now)
    assert rescored == everything()


def test_a_scorecard_weighs_anew_what_would_be_weighed_anew(logged, now):
    weights = {practice.key: (nth * 7) % 31 for nth, practice in enumerate(PRACTICES)}
    version = publish_scorecard(
        counts_from=now.date() - timedelta(days=60),
        now=now,
        weights=weights,
        critical=["speed"],
        critical_cap=30,
        speed_targets={
            "face": {"wait_seconds": 30, "handling_seconds": 60},
            "ear": {"wait_seconds": 60, "handling_seconds": 420},
            "click": {"wait_seconds": 600, "handling_seconds": 6000},
        },
        channels={"ear": {"customers_shoes": 90, "speed": 0}},
    )
    job = by_scorecard(version)
    assert job.done == 16
    rescored, sums = everything(), rollups()
    assert sums == refreshed()
    assess_many([each.pk for each in logged], now=now)
    assert rescored == everything()


def test_only_days_from_the_chosen_one_on_are_scored_again(logged, now):
    GuidelineFactory(phrases="you lot")
    first_day = now.date() - timedelta(days=10)
    version = publish_draft(now=now, counts_from=first_day)
    by_guidelines(version)
    for assessment in Assessment.objects.select_related("encounter"):
        is_after = assessment.encounter.occurred_on >= first_day
        assert (assessment.guideline_version_id == version.pk) == is_after


def test_the_other_pin_stays(logged, now):
    before = ScorecardVersion.objects.published().get()
    publish_scorecard(counts_from=now.date(), now=now, critical_cap=10)
    GuidelineFactory(phrases="you lot")
    by_guidelines(publish_draft(now=now, counts_from=now.date() - timedelta(days=60)))
    assert set(Assessment.objects.values_list("scorecard_version", flat=True)) == {before.pk}


def test_the_earlier_score_is_kept_with_what_differed(logged, now):
    before = {each.encounter_id: each for each in Assessment.objects.all()}
    GuidelineFactory(phrases="you lot")
    by_guidelines(publish_draft(now=now, counts_from=now.date() - timedelta(days=60)))
    kept = list(EarlierScore.objects.all())
    assert {one.encounter_id for one in kept} == {each.pk for each in logged if "you lot" in each.greeting}
    for one in kept:
        old = before[one.encounter_id]
        assert (one.score, one.guideline_version, one.assessed_at) == (old.score, None, old.assessed_at)
        assert [finding["practice"] for finding in one.findings] == ["in_bounds"]
        assert one.findings == [finding for finding in old.findings if finding["practice"] == "in_bounds"]


def test_a_scorecard_keeps_the_earlier_scores_that_move(logged, now):
    before = dict(Assessment.objects.values_list("encounter", "score"))
    by_scorecard(
        publish_scorecard(counts_from=now.date() - timedelta(days=60), now=now, weights={"customers_shoes": 50})
    )
    after = dict(Assessment.objects.values_list("encounter", "score"))
    moved = {encounter for encounter, score in before.items() if after[encounter] != score}
    assert {one.encounter_id: one.score for one in EarlierScore.objects.all()} == {e: before[e] for e in moved}
    assert moved


def test_a_second_run_changes_nothing(logged, now):
    GuidelineFactory(phrases="you lot")
    version = publish_draft(now=now, counts_from=now.date() - timedelta(days=60))
    by_guidelines(version)
    once, kept = list(Assessment.objects.order_by("pk").values()), EarlierScore.objects.count()
    job = by_guidelines(version)
    assert (job.status, job.total) == (Status.DONE, 0)
    assert list(Assessment.objects.order_by("pk").values()) == once
    assert EarlierScore.objects.count() == kept


def test_stopped_in_the_middle_it_goes_on_and_does_each_once(logged, now, monkeypatch):
    monkeypatch.setattr(rescore, "BATCH", 3)
    GuidelineFactory(phrases="you lot")
    version = publish_draft(now=now, counts_from=now.date() - timedelta(days=60))
    parameters = {"version": version.pk, "first_day": str(version.counts_from)}
    job = Job.objects.create(kind="rescore_by_guidelines", parameters=parameters, stop_asked=True)
    assert (_run(job).status, job.done) == (Status.STOPPED, 3)
    assert Assessment.objects.filter(guideline_version=version).count() == 3
    Job.objects.filter(pk=job.pk).update(status=Status.WAITING, stop_asked=False)
    assert (_run(job).status, job.done, job.total) == (Status.DONE, 16, 16)
    assert Assessment.objects.filter(guideline_version=version).count() == 16
    kept = EarlierScore.objects.values_list("encounter", flat=True)
    assert len(kept) == len(set(kept)) > 0


def test_what_was_made_by_a_newer_version_is_left_alone(logged, now):
    GuidelineFactory(phrases="you lot")
    older = publish_draft(now=now, counts_from=now.date() - timedelta(days=60))
    drafting.begin(by=None)
    newer = publish_draft(now=now)
    assess_many([logged[0].pk], now=now)
    by_guidelines(older)
    assert Assessment.objects.get(encounter=logged[0]).guideline_version == newer
    assert Assessment.objects.get(encounter=logged[1]).guideline_version == older


def test_what_is_assessed_by_the_older_version_behind_its_back_is_done_too(logged, now, monkeypatch):
    """The last look round: a person already passed logged something that was judged by rules read a moment before."""
    GuidelineFactory(phrases="you lot")
    version = publish_draft(now=now, counts_from=now.date() - timedelta(days=60))
    late = Assessment.objects.filter(encounter__person=logged[0].person_id).latest("pk")
    by_person = rescore._by_person

    def then_somebody_is_late(due, *, after):
        yield from by_person(due, after=after)
        Assessment.objects.filter(pk=late.pk).update(guideline_version=None)

    monkeypatch.setattr(rescore, "_by_person", then_somebody_is_late)
    by_guidelines(version)
    assert not Assessment.objects.filter(guideline_version=None).exists()


@pytest.mark.parametrize("stale", [{"engine_version": "1.0"}, {"revision": 0}])
def test_what_was_read_by_another_engine_or_in_another_text_is_read_whole(logged, now, stale):
    Assessment.objects.filter(encounter=logged[0]).update(**stale, findings=[], scores={}, score=1)
    GuidelineFactory(phrases="you lot")
    version = publish_draft(now=now, counts_from=now.date() - timedelta(days=60))
    by_guidelines(version)
    again = Assessment.objects.get(encounter=logged[0])
    assert len(again.findings) == len(PRACTICES)
    assert again.guideline_version == version
    kept = EarlierScore.objects.get(encounter=logged[0])
    assert (kept.score, kept.revision) == (1, stale.get("revision", 1))
