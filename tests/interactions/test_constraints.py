"""What the database itself refuses, and what it lets through, each from both sides."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from interactions.models import EncounterRevision
from interactions.models.encounter import LONGEST_SECONDS
from tests.factories import EncounterFactory, PromiseFactory

NOON = datetime(2026, 5, 5, 12, tzinfo=UTC)


def _refused(make) -> bool:
    try:
        with transaction.atomic():
            make()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("field", "kept", "refused"),
    [
        ("channel", "ear", "radio"),
        ("outcome", "passed_on", "gone"),
        ("concession", "declined", "perhaps"),
        ("concession", "", "maybe"),
        ("left_better", "no", "hmm"),
        ("state_before", "calm", "asleep"),
        ("feeling_before", 1, 0),
        ("feeling_before", 5, 6),
        ("feeling_after", 5, 6),
        ("wait_seconds", LONGEST_SECONDS, LONGEST_SECONDS + 1),
        ("handling_seconds", LONGEST_SECONDS, LONGEST_SECONDS + 1),
        ("occurred_at", datetime(2000, 1, 1, tzinfo=UTC), datetime(1999, 12, 31, 23, 59, tzinfo=UTC)),
        ("occurred_hour", 23, 24),
        ("revision", 1, 0),
    ],
)
@pytest.mark.django_db
def test_an_encounter_holds_what_can_be(field, kept, refused):
    assert not _refused(lambda: EncounterFactory(**{field: kept}))
    assert _refused(lambda: EncounterFactory(**{field: refused}))


@pytest.mark.django_db
def test_a_public_id_is_taken_once():
    encounter = EncounterFactory()
    assert _refused(lambda: EncounterFactory(public_id=encounter.public_id))


@pytest.mark.django_db
def test_a_revision_is_kept_once(ada):
    encounter = EncounterFactory()
    row = {"encounter": encounter, "number": 1, "facts": {}, "replaced_by": ada}
    assert not _refused(lambda: EncounterRevision.objects.create(**row))
    assert _refused(lambda: EncounterRevision.objects.create(**row))
    assert not _refused(lambda: EncounterRevision.objects.create(**{**row, "number": 2}))


@pytest.mark.django_db
def test_a_promise_is_due_no_sooner_than_it_was_made():
    encounter = EncounterFactory(occurred_at=NOON)
    assert not _refused(lambda: PromiseFactory(encounter=encounter, due_at=NOON))
    assert _refused(lambda: PromiseFactory(encounter=encounter, due_at=NOON - timedelta(seconds=1)))


@pytest.mark.django_db
def test_a_promise_is_kept_by_someone_at_a_time_or_not_at_all(ada):
    encounter = EncounterFactory(occurred_at=NOON)
    later = NOON + timedelta(hours=1)
    assert not _refused(lambda: PromiseFactory(encounter=encounter, kept_at=later, kept_by=ada))
    assert _refused(lambda: PromiseFactory(encounter=encounter, kept_at=later, kept_by=None))
    assert _refused(lambda: PromiseFactory(encounter=encounter, kept_at=None, kept_by=ada))
    assert _refused(lambda: PromiseFactory(encounter=encounter, kept_at=NOON - timedelta(hours=1), kept_by=ada))
