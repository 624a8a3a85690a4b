"""What a draft would do equals what scoring again does, for whatever an administrator may say, and nothing of it is stored."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_encounter
from coaching.engine.facts import SpeedTargets
from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import DEFAULT_SCORECARD, Scorecard
from coaching.scorecards import sampling
from coaching.scorecards.models import ScorecardVersion, clear_scorecards
from coaching.scorecards.month import month_of
from coaching.scorecards.preview import preview_of
from coaching.scorecards.sampling import Sampled, sampled
from coaching.scorecards.services import drafting, save_draft
from coaching.scorecards.weighing import Weighing, score_as_stored
from coaching.versions.looks import start_rescore
from interactions.models import Channel
from microconnect.jobs.running import run_now
from tests.factories import EncounterFactory

KEYS = [practice.key for practice in PRACTICES]
weights = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 100))
targets = st.builds(SpeedTargets, st.integers(1, 900), st.integers(1, 900))
all_targets = st.fixed_dictionaries(dict.fromkeys(Channel.values, targets))
cards = st.builds(
    Scorecard,
    weights=weights.map(lambda some: {**DEFAULT_SCORECARD.weights, **some}),
    bonus=st.frozensets(st.sampled_from(KEYS), max_size=3),
    critical=st.frozensets(st.sampled_from(KEYS), max_size=3),
    critical_cap=st.integers(0, 100),
    minimum_judged=st.integers(1, 6),
    speed_targets=st.one_of(st.just(DEFAULT_SCORECARD.speed_targets), all_targets),
    channels=st.dictionaries(st.sampled_from(Channel.values), weights),
)


def _score_again(card: Scorecard, ivy, now) -> None:
    draft = drafting.begin(by=ivy)
    save_draft(by=ivy, draft=draft, edition=draft.edition, name="Tried", scorecard=card)
    first_day = timezone.localdate(now) - timedelta(days=3)
    values = {"edition": draft.edition + 1, "why": "To see.", "counts_from": first_day, "now": now}
    job = start_rescore(by=ivy, room="scorecards", version=drafting.publish(by=ivy, draft=draft, **values))
    assert job
    run_now(job)
    job.refresh_from_db()
    assert job.is_done


def _mean(scores: Iterable[int | None]) -> float | None:
    scored = [score for score in scores if score is not None]
    return sum(scored) / len(scored) if scored else None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=cards, second=cards)
def test_it_equals_scoring_again_twice_over(assessed, ivy, now, first, second):
    """Twice, so that the second starts from what is pinned to the first."""
    with transaction.atomic():
        for card in (first, second):
            before = list(Assessment.objects.select_related("encounter").order_by("pk"))
            weighing = Weighing(card)
            numbers = [weighing.score(each).value for each in before]
            month = month_of(sampled(timezone.localdate(now)), card, weighing)
            assert month.before.mean == _mean(each.score for each in before)
            clear_scorecards()
            _score_again(card, ivy, now)
            stored = [each.score for each in Assessment.objects.order_by("pk")]
            assert numbers == stored
            assert month.encounters == len(stored)
            assert month.after.mean == _mean(stored)
            assert [score_as_stored(each).value for each in Assessment.objects.order_by("pk")] == stored
        transaction.set_rollback(True)
    clear_scorecards()  # the primary keys come again


def test_it_would_notice_targets_that_are_not_held_against(assessed):
    """The control: with times as they are stored, other targets give other numbers than scoring again would."""
    hasty = dict.fromkeys(Channel.values, SpeedTargets(1, 1))
    card = Scorecard(DEFAULT_SCORECARD.weights, DEFAULT_SCORECARD.bonus, minimum_judged=1, speed_targets=hasty)
    careless = Scorecard(DEFAULT_SCORECARD.weights, DEFAULT_SCORECARD.bonus, minimum_judged=1)
    assert [Weighing(card).score(each).value for each in assessed] != [
        Weighing(careless).score(each).value for each in assessed
    ]


def test_the_number_alone_is_the_number_with_its_making(assessed):
    card = Scorecard(DEFAULT_SCORECARD.weights, speed_targets=dict.fromkeys(Channel.values, SpeedTargets(30, 400)))
    weighing = Weighing(card)
    for each in assessed:
        encounter = each.encounter
        times = encounter.wait_seconds, encounter.handling_seconds
        alone = weighing.value(Sampled(each.score, encounter.channel, *times, each.scorecard_version_id, each.scores))
        assert alone == weighing.score(each).value


def test_nothing_is_stored(assessed, ivy, now, django_assert_num_queries):
    stored = list(Assessment.objects.order_by("pk").values())
    with django_assert_num_queries(8) as queries:
        preview_of(DEFAULT_SCORECARD.with_weights(reset=90), viewer=ivy, asked=[], today=timezone.localdate(now))
    assert not [query for query in queries if not query["sql"].startswith("SELECT")]
    assert list(Assessment.objects.order_by("pk").values()) == stored
    assert not ScorecardVersion.objects.drafts().exists()


@pytest.mark.parametrize("most", [3, 7])
def test_of_more_than_are_looked_at_the_ones_drawn_are_spread_evenly(assessed, now, most, monkeypatch):
    monkeypatch.setattr(sampling, "MOST", most)
    drawn = sampled(timezone.localdate(now))
    assert len(drawn) == most
    assert len({row.channel for row in drawn}) > 1


def test_of_very_many_some_are_drawn_and_only_those_of_the_days(assessed, ada, harbour, now, monkeypatch):
    old = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=40), wait_seconds=77)
    assess_encounter(old, now=now)
    monkeypatch.setattr(sampling, "_ALL_LOOKED_AT", 1)
    drawn = sampled(timezone.localdate(now))
    assert len(drawn) == len(assessed)
    assert 77 not in {row.waited for row in drawn}


def test_three_encounters_of_three_channels_and_another_one_of_the_same(assessed, ivy, now):
    def shown(asked=(), another=""):
        today = timezone.localdate(now)
        return preview_of(DEFAULT_SCORECARD, viewer=ivy, asked=asked, another=another, today=today).tried

    first = shown()
    assert {one.encounter.channel for one in first} == set(Channel.values)
    asked = [one.chosen for one in first]
    assert [one.chosen for one in shown(asked)] == asked
    second = shown(asked, "1")
    assert [one.chosen == was for one, was in zip(second, asked, strict=True)] == [True, False, True]
    assert second[1].encounter.channel == first[1].encounter.channel
    for nonsense in (["x", "\x00", "9" * 5000], [asked[0]] * 9):
        assert len(shown(nonsense, "99")) == 3


def test_what_moves_an_encounter_adds_up(assessed, ivy, now):
    card = DEFAULT_SCORECARD.with_weights(reset=90)
    for one in preview_of(card, viewer=ivy, asked=[], today=timezone.localdate(now)).tried:
        before, after = (round(sum(float(getattr(part, side)) for part in one.parts)) for side in ("before", "after"))
        assert before == pytest.approx(one.before, abs=1)
        assert after == pytest.approx(one.after, abs=1)


def test_a_house_in_which_nothing_was_logged_has_nothing_to_try_on(ivy, now):
    preview = preview_of(DEFAULT_SCORECARD, viewer=ivy, asked=[], today=timezone.localdate(now))
    assert (preview.month.encounters, preview.month.after.mean, preview.tried) == (0, None, [])
