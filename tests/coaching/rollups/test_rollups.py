"""Weeks equal the encounters behind them, however often and in whatever order they are counted."""

import json
import threading
import uuid
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction

from coaching.assessments import services as assessing
from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_encounter
from coaching.rollups import levels, services
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek
from coaching.rollups.verifying import wrong_cells
from coaching.scorecards.models import ScorecardVersion
from interactions.models import Encounter
from interactions.services import edit_encounter, keep_promise, undo_encounter
from interactions.situations.services import merge_situations
from microconnect.organisation.services import change_time_zone
from microconnect.periods import week_of
from tests.at_once import at_once
from tests.factories import EncounterFactory, PromiseFactory, SituationFactory

WORDS = {
    "greeting": "Morning Maria! Did the lake freeze over in the end?",
    "empathy": "Three hours in that queue, no wonder you're worn out.",
    "closing": "Give my best to the lake.",
}


def rows_of(model) -> list[str]:
    fields = [field.attname for field in model._meta.fields if field.name != "id"]
    return sorted(json.dumps(row, default=str, sort_keys=True) for row in model.objects.values_list(*fields))


def _log(person, team, now, **facts) -> Encounter:
    encounter = EncounterFactory(person=person, team=team, occurred_at=now, **facts)
    assess_encounter(encounter, now=now)
    return encounter


def together(model=PersonWeek):
    """The one row of all situations."""
    return model.objects.get(situation=None)


def test_a_week_sums_its_encounters(ada, harbour, now):
    scores = [_log(ada, harbour, now, **WORDS).assessment.score or 0 for _ in range(2)]
    _log(ada, harbour, now)  # nothing to judge by
    for model in (PersonWeek, TeamWeek, OrganisationWeek):
        week = together(model)
        assert (week.encounters, week.connections, week.judged) == (3, 2, 2)
        assert (week.total, week.squares) == (sum(scores), sum(score * score for score in scores))
        assert week.practices["personal_greeting"] == [2, 200, 20_000]


def test_channels_people_and_situations_are_kept_apart(ada, ben, harbour, now):
    lost = SituationFactory()
    _log(ada, harbour, now)
    _log(ada, harbour, now, channel="ear")
    _log(ben, harbour, now, situation=lost)
    assert sorted(PersonWeek.objects.filter(situation=None).values_list("encounters", flat=True)) == [1, 1, 1]
    assert sorted(TeamWeek.objects.filter(situation=None).values_list("channel", "encounters")) == [
        ("ear", 1),
        ("face", 2),
    ]
    assert [row.encounters for row in OrganisationWeek.objects.filter(situation=lost)] == [1]


def test_what_else_is_counted(ada, harbour, now):
    facts = {"concession": "own_judgement", "left_better": "yes", "wait_seconds": 60, "handling_seconds": 0}
    encounter = _log(ada, harbour, now, **facts)
    PromiseFactory(encounter=encounter, due_at=now + timedelta(hours=1))
    late = PromiseFactory(encounter=encounter, made_at=now, due_at=now, kept_at=now + timedelta(hours=1), kept_by=ada)
    _log(ada, harbour, now, concession="declined", left_better="unsure", wait_seconds=62)
    services.refresh_weeks(assessing.days_of([encounter]))
    week = together()
    assert (week.concession_known, week.conceded) == (2, 1)
    assert (week.better_known, week.better) == (2, 1)
    assert (week.first_time_known, week.first_time) == (2, 2)
    assert (week.promises, week.promises_kept, week.promises_in_time, week.promises_open) == (2, 1, 0, 1)
    assert sum(week.waits.values()) == 2
    assert week.handling == {"0": 1}
    assert week.due == {str(int((now + timedelta(hours=1)).timestamp())): 1}
    assert late.is_kept


def test_a_week_is_the_teams_own(ada, harbour, now):
    """Sunday evening in London is Monday morning in Auckland: the day of the encounter decides, and the team's clock."""
    harbour.time_zone = "Pacific/Auckland"
    harbour.save()
    sunday = now.replace(year=2026, month=11, day=15, hour=20)
    _log(ada, harbour, sunday)
    week = together()
    assert str(week.week) == "2026-11-16"
    assert list(week.hours) == ["9"]  # Monday, nine o'clock
    assert week.days == 1


def test_a_team_that_moves_to_another_time_zone_keeps_the_hours_it_had(ada, ivy, harbour, now):
    encounter = _log(ada, harbour, now, **WORDS)
    hour = encounter.occurred_on.weekday() * 24 + encounter.occurred_hour
    change_time_zone(by=ivy, team=harbour, time_zone="Asia/Tokyo")
    assert list(wrong_cells()) == []
    assess_encounter(Encounter.objects.get(), now=now)
    assert list(together().hours) == [str(hour)]


def test_counting_again_changes_nothing(ada, harbour, now):
    encounter = _log(ada, harbour, now, **WORDS)
    before = rows_of(PersonWeek), rows_of(TeamWeek)
    with transaction.atomic():
        services.refresh_weeks([(ada.pk, harbour.pk, encounter.occurred_on)] * 2)
    assert (rows_of(PersonWeek), rows_of(TeamWeek)) == before


def test_what_is_no_longer_there_leaves_the_week(ada, harbour, now):
    encounter = _log(ada, harbour, now, **WORDS)
    Encounter.objects.update(channel="ear", greeting="")
    encounter.refresh_from_db()
    assess_encounter(encounter, now=now)
    for model in (PersonWeek, TeamWeek, OrganisationWeek):
        assert together(model).channel == "ear"
        assert "personal_greeting" not in together(model).practices


def test_an_encounter_moved_to_another_week_leaves_the_old_one(ada, harbour, now, django_capture_on_commit_callbacks):
    encounter = _log(ada, harbour, now, **WORDS)
    with django_capture_on_commit_callbacks(execute=True):
        edit_encounter(by=ada, encounter=encounter, facts={"occurred_at": now - timedelta(days=9)}, revision=1, now=now)
    assert together().week == week_of(encounter.occurred_on - timedelta(days=9)).start


def test_an_encounter_taken_back_is_counted_no_more(ada, harbour, now):
    public_id = uuid.uuid4()
    _log(ada, harbour, now, public_id=public_id, **WORDS)
    kept = _log(ada, harbour, now, **WORDS)
    undo_encounter(by=ada, public_id=public_id, now=now)
    assert together(OrganisationWeek).encounters == 1
    assert list(Assessment.objects.values_list("encounter", flat=True)) == [kept.pk]


def test_a_promise_that_is_kept_is_open_no_more(ada, harbour, now, django_capture_on_commit_callbacks):
    promise = PromiseFactory(encounter=EncounterFactory(person=ada, team=harbour, occurred_at=now))
    assess_encounter(promise.encounter, now=now)
    assert together(TeamWeek).promises_open == 1
    with django_capture_on_commit_callbacks(execute=True):
        keep_promise(by=ada, promise=promise, now=now)
    assert (together(TeamWeek).promises_open, together(TeamWeek).due) == (0, {})


def test_folded_situations_are_counted_as_one(ada, ben, ivy, harbour, now):
    keep, one, other = SituationFactory(), SituationFactory(), SituationFactory()
    for person, situation in ((ada, keep), (ada, one), (ben, one), (ada, other), (ben, None)):
        _log(person, harbour, now, situation=situation, **WORDS)
    merge_situations(by=ivy, keep=keep, fold=[one, other], now=now)
    assert sorted(PersonWeek.objects.filter(situation=keep).values_list("encounters", flat=True)) == [1, 3]
    assert (
        TeamWeek.objects.get(situation=keep).encounters == OrganisationWeek.objects.get(situation=keep).encounters == 4
    )
    assert not PersonWeek.objects.filter(situation__in=[one, other]).exists()
    assert list(wrong_cells()) == []


def test_folded_weeks_keep_the_days_of_both(ada, ivy, harbour, now):
    keep, fold = SituationFactory(), SituationFactory()
    monday = now.replace(hour=12) - timedelta(days=now.weekday() + 7)
    _log(ada, harbour, monday, situation=keep)
    _log(ada, harbour, monday + timedelta(days=1), situation=fold)
    merge_situations(by=ivy, keep=keep, fold=[fold], now=now)
    assert PersonWeek.objects.get(situation=keep).days == 0b11


def test_a_cell_from_which_too_much_is_taken_is_summed_anew(ada, ben, harbour, now):
    """A team's week that was wrong before must not keep anybody from taking something back."""
    public_id = uuid.uuid4()
    _log(ada, harbour, now, public_id=public_id)
    _log(ben, harbour, now)
    TeamWeek.objects.all().delete()
    OrganisationWeek.objects.all().delete()
    undo_encounter(by=ada, public_id=public_id, now=now)
    assert together(TeamWeek).encounters == together(OrganisationWeek).encounters == 1


# Two of one team's people, or of one person's encounters, at the same moment: both must be in the sums.


def _assess_both_at_once(pair: list[Encounter], now, *, refused_by: tuple[type[Exception], ...] = ()) -> None:
    """Each transaction stores its assessment, waits for the other to have done so, then counts."""
    stored = threading.Barrier(2, timeout=0.5)

    def assess(encounter: Encounter) -> None:
        with transaction.atomic():
            version = ScorecardVersion.objects.current()
            assessing.store_assessment(encounter, scorecard_version=version, now=now)
            with suppress(threading.BrokenBarrierError):  # SQLite: the other one still queues for the write lock
                stored.wait()
            services.refresh_weeks(assessing.days_of([encounter]))

    at_once(*(partial(assess, encounter) for encounter in pair), refused_by=refused_by)


@pytest.fixture
def logged_before(transactional_db, ada, ben, harbour, mill, now) -> None:
    """So that every week has its rows already: what follows has to add to them, and no constraint helps."""
    for person, team in ((ada, harbour), (ben, harbour), (ben, mill)):
        _log(person, team, now, **WORDS)


PAIRS = {
    "one person's": ("ada", "ada", "harbour"),
    "one team's": ("ada", "ben", "harbour"),
    "two teams'": ("ada", "ben", "mill"),
}


@pytest.fixture
def pair(logged_before, ada, ben, harbour, mill, now, request) -> list[Encounter]:
    people, teams = {"ada": ada, "ben": ben}, {"harbour": harbour, "mill": mill}
    one, other, team = PAIRS[request.param]
    return [
        EncounterFactory(person=people[one], team=harbour, occurred_at=now, **WORDS),
        EncounterFactory(person=people[other], team=teams[team], occurred_at=now, **WORDS),
    ]


@pytest.mark.parametrize("pair", PAIRS, indirect=True)
def test_two_assessments_at_once_are_both_counted(pair, now):
    _assess_both_at_once(pair, now)
    assert together(OrganisationWeek).encounters == 5
    assert list(wrong_cells()) == []


@pytest.mark.parametrize("pair", PAIRS, indirect=True)
def test_without_the_locks_one_of_them_is_lost(pair, now, monkeypatch):
    """The control: this is what the locks are for."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's writers queue by themselves")
    for module, names in ((services, ("hold_people", "hold_teams", "hold_organisation")),):
        for name in names:
            monkeypatch.setattr(module, name, lambda *keys: None)
    both_have_read, stored_cells = threading.Barrier(2, timeout=1), levels.stored_cells

    def read_then_wait(*args, **owner):
        cells = stored_cells(*args, **owner)
        with suppress(threading.BrokenBarrierError):
            both_have_read.wait()
        return cells

    monkeypatch.setattr(levels, "stored_cells", read_then_wait)
    _assess_both_at_once(pair, now, refused_by=(DatabaseError,))
    assert list(wrong_cells()) != []


def test_the_order_of_locks_is_people_teams_everybody(ada, harbour, now, monkeypatch):
    taken: list[str] = []
    for name in ("hold_people", "hold_teams", "hold_organisation"):
        monkeypatch.setattr(services, name, lambda *keys, name=name: taken.append(name))
    _log(ada, harbour, now)
    assert taken == ["hold_people", "hold_teams", "hold_organisation"]
