"""The demo: the same every time, believable, and full of what the dashboards should show."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.db.models import F

from coaching.assessments.models import Assessment
from coaching.demo.filling import NotEmpty, fill
from coaching.guidelines.models import GuidelineVersion
from interactions.models import Encounter, Promise, Situation
from microconnect.audit.models import AuditEntry
from microconnect.people.models import Membership, Team, User

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 21, 17, tzinfo=UTC)


def _fill(encounters: int = 40, seed: int = 7, now: datetime = NOW, *, with_password: bool = False) -> None:
    """Mostly without the password, which is slow to hash on purpose."""
    fill(encounters=encounters, seed=seed, now=now, with_password=with_password, on_progress=lambda done, total: None)


def _rows() -> list[object]:
    """Everything the demo made, by natural keys: primary keys and the salt of a password may differ."""
    own = {field.attname for field in Encounter._meta.fields} - {
        "id",
        "person_id",
        "team_id",
        "situation_id",
        "repeat_of_id",
    }
    named = ["person__email", "team__slug", "situation__slug", "repeat_of__public_id"]
    return [
        list(User.objects.order_by("email").values_list("email", "name", "is_active", "is_administrator", "joined_at")),
        list(Team.objects.values_list("slug", "time_zone")),
        sorted(Membership.objects.values_list("user__email", "team__slug", "role", "since"), key=str),
        list(Encounter.objects.order_by("public_id").values(*sorted(own), *named)),
        list(Promise.objects.order_by("public_id").values_list("public_id", "what", "due_at", "kept_at", "kept_note")),
        list(
            Assessment.objects.order_by("encounter__public_id").values_list("encounter__public_id", "score", "scores")
        ),
    ]


def _rows_of_a_fill_undone(**how) -> list[object]:
    with transaction.atomic():
        _fill(**how)
        rows = _rows()
        transaction.set_rollback(True)
    return rows


def test_the_same_seed_makes_the_same_rows():
    assert _rows_of_a_fill_undone(encounters=200) == _rows_of_a_fill_undone(encounters=200)


def test_another_seed_makes_other_rows():
    assert _rows_of_a_fill_undone(encounters=20) != _rows_of_a_fill_undone(encounters=20, seed=8)


def test_it_makes_exactly_as_many_encounters_as_asked_for_all_of_them_assessed():
    _fill(encounters=41)
    assert Encounter.objects.count() == Assessment.objects.count() == 41


def test_three_shops_about_25_people_and_the_three_of_the_sign_in_page():
    _fill(encounters=5, with_password=True)
    assert Team.objects.count() == 3
    assert 23 <= User.objects.get_queryset().count() <= 27
    ada, sana, ivy = (User.objects.get(email=f"{name}@demo.example") for name in ("ada", "sana", "ivy"))
    assert ada.check_password("demo-microconnect")
    assert [team.slug for team in ada.teams_now] == ["harbour-street"]
    assert sana.supervises(Team.objects.get(slug="harbour-street").pk)
    assert ivy.is_administrator
    assert not ivy.teams_now


def test_somebody_left_and_somebody_moved():
    _fill(encounters=5)
    assert User.objects.get_queryset().filter(is_active=False, memberships__until__isnull=False).count() == 1
    moved = Membership.objects.filter(until__isnull=False, user__is_active=True).get()
    assert moved.user.memberships.get(until=None).team != moved.team


def test_without_passwords_nobody_can_sign_in():
    _fill(encounters=2)
    assert not any(user.has_usable_password() for user in User.objects.get_queryset())


def test_nothing_happens_in_the_future_or_outside_shop_hours():
    now = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
    _fill(now=now)
    for encounter in Encounter.objects.select_related("team"):
        assert encounter.device_at is not None
        assert now - timedelta(days=92) < encounter.occurred_at <= encounter.device_at <= encounter.received_at <= now
        local = encounter.occurred_at.astimezone(ZoneInfo(encounter.team.time_zone))
        assert 8 <= local.hour < 20
        assert local.date() == encounter.occurred_on
    assert not Promise.objects.filter(kept_at__gt=now).exists()


def test_everything_passes_the_validation_that_forms_use():
    _fill()
    for encounter in Encounter.objects.select_related("person", "team", "situation", "repeat_of"):
        encounter.full_clean(validate_unique=False, validate_constraints=False)
    for promise in Promise.objects.select_related("encounter", "kept_by"):
        promise.full_clean(validate_unique=False, validate_constraints=False)


def test_repeats_promises_and_situations_are_stored_with_their_encounters():
    _fill(encounters=250)
    assert Encounter.objects.filter(repeat_of__isnull=False, repeat_of__situation__isnull=False).exists()
    assert Promise.objects.filter(kept_at__isnull=False, kept_by=F("encounter__person")).exists()
    assert Encounter.objects.filter(situation=None).exists()


def test_one_greeting_version_holds_and_the_filling_is_on_the_audit_trail():
    _fill(encounters=5)
    assert GuidelineVersion.objects.out().count() == 2
    assert AuditEntry.objects.filter(action="demo_filled").count() == 3


def test_an_occupied_database_is_left_alone():
    Situation.objects.create(name="Ours", slug="ours")
    with pytest.raises(NotEmpty):
        _fill(encounters=5)
    assert not Team.objects.exists()
    assert not User.objects.get_queryset().exists()
