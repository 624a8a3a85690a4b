"""Folding situations together: history follows, and so does what devices still send under an old name."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from interactions.models import Encounter, Situation
from interactions.situations.services import ChangedMeanwhile, bring_back_situation, merge_situations, retire_situation
from microconnect.audit.models import AuditEntry
from tests.factories import EncounterFactory, SituationFactory


@pytest.fixture
def returns(db) -> Situation:
    return SituationFactory(name="Return", slug="return")


@pytest.fixture
def refunds(db) -> Situation:
    return SituationFactory(name="Refund", slug="refund")


@pytest.fixture
def exchanges(db) -> Situation:
    return SituationFactory(name="Exchange", slug="exchange")


@pytest.fixture
def fold(ivy, now):
    """`fold(refunds, into=returns)`."""

    def fold(*others: Situation, into: Situation) -> int:
        return merge_situations(by=ivy, keep=into, fold=others, now=now)

    return fold


@pytest.fixture
def log(as_user, ada):
    """`log(situation, **more)`: what the log screen answers Ada's device."""

    def log(situation: Situation, **more):
        sent = {"public_id": str(uuid.uuid4()), "channel": "face", "outcome": "sorted", "situation": situation.pk}
        return as_user(ada).post("/log/", {**sent, **more}, HTTP_ACCEPT="application/json")

    return log


def _lands_in(response) -> Situation | None:
    assert response.status_code in {200, 201}, response.json()
    return Encounter.objects.get(public_id=response.json()["public_id"]).situation


def test_encounters_move_and_are_otherwise_untouched(fold, returns, refunds, exchanges):
    mine = EncounterFactory(situation=refunds, revision=3)
    EncounterFactory(situation=exchanges)
    other = EncounterFactory()
    assert fold(refunds, exchanges, into=returns) == 2
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.situation, mine.revision) == (returns, 3)
    assert other.situation is None
    assert set(returns.folded.all()) == {refunds, exchanges}
    assert not Situation.objects.get(pk=refunds.pk).is_offered


def test_a_merge_is_recorded_with_the_folded_one(fold, ivy, returns, refunds):
    EncounterFactory.create_batch(2, situation=refunds)
    fold(refunds, into=returns)
    entry = AuditEntry.objects.about(refunds).get()
    assert (entry.actor, entry.action) == (ivy, "situation_merged")
    assert entry.before == {"merged_into": None, "retired_at": None}
    assert entry.after == {"merged_into": returns.pk}
    assert entry.detail["encounters"] == 2


def test_a_page_opened_before_the_merge_lands_in_the_kept_one(fold, log, returns, refunds):
    fold(refunds, into=returns)
    assert _lands_in(log(refunds)) == returns


def test_what_a_device_kept_before_the_merge_lands_in_the_kept_one(fold, log, returns, refunds, now):
    fold(refunds, into=returns)
    assert _lands_in(log(refunds, device_at="2026-01-05T10:00:00Z", clock_offset_ms="0")) == returns


def test_a_chain_of_merges_is_followed_to_its_end(fold, log, returns, refunds, exchanges):
    fold(refunds, into=exchanges)
    fold(exchanges, into=returns)
    assert _lands_in(log(refunds)) == returns
    assert _lands_in(log(exchanges)) == returns
    assert not Situation.objects.exclude(merged_into=None).filter(merged_into__merged_into__isnull=False).exists()


def test_a_retry_after_the_merge_gets_the_first_result(fold, log, returns, refunds):
    public_id = str(uuid.uuid4())
    assert log(refunds, public_id=public_id).status_code == 201
    fold(refunds, into=returns)
    again = log(refunds, public_id=public_id)
    assert again.status_code == 200
    assert _lands_in(again) == returns


def test_a_refused_form_shows_the_kept_one_chosen(fold, as_user, ada, returns, refunds):
    fold(refunds, into=returns)
    sent = {"public_id": str(uuid.uuid4()), "channel": "face", "situation": refunds.pk}
    response = as_user(ada).post("/log/", sent)
    assert response.status_code == 422
    assert f'<option value="{returns.pk}" selected>' in response.text


def test_one_that_was_only_retired_is_still_refused(ivy, log, refunds, now):
    retire_situation(by=ivy, situation=refunds, now=now)
    assert log(refunds).status_code == 422


def test_an_edit_from_before_the_merge_keeps_the_kept_one(fold, as_user, ada, harbour, returns, refunds):
    encounter = EncounterFactory(person=ada, team=harbour, situation=refunds)
    fold(refunds, into=returns)
    sent = {"channel": "face", "outcome": "sorted", "revision": 1, "situation": refunds.pk, "greeting": "Morning!"}
    assert as_user(ada).post(reverse("edit_encounter", args=[encounter.public_id]), sent).status_code == 302
    encounter.refresh_from_db()
    assert (encounter.situation, encounter.greeting, encounter.revision) == (returns, "Morning!", 2)


def test_folding_into_itself_or_into_a_folded_one_is_no_cycle(fold, returns, refunds):
    fold(refunds, into=returns)
    for others, into in [((returns,), refunds), ((refunds,), returns)]:
        with pytest.raises(ChangedMeanwhile):
            fold(*others, into=into)
    assert fold(returns, into=returns) == 0
    assert Situation.objects.get(pk=returns.pk).is_offered


def test_a_retired_one_takes_nothing_in_and_can_be_folded(fold, ivy, now, returns, refunds):
    EncounterFactory(situation=refunds)
    retire_situation(by=ivy, situation=refunds, now=now)
    with pytest.raises(ChangedMeanwhile):
        fold(returns, into=refunds)
    assert fold(refunds, into=returns) == 1


def test_a_folded_one_comes_back_empty_and_counts_for_itself(fold, ivy, log, returns, refunds):
    EncounterFactory(situation=refunds)
    fold(refunds, into=returns)
    assert bring_back_situation(by=ivy, situation=refunds)
    assert returns.encounters.count() == 1
    assert _lands_in(log(refunds)) == refunds


@pytest.mark.django_db
def test_the_database_refuses_a_folded_one_that_is_offered_and_one_folded_into_itself(returns, refunds, now):
    for pk, fields in [
        (refunds.pk, {"merged_into": returns}),
        (refunds.pk, {"merged_into": refunds, "retired_at": now}),
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            Situation.objects.filter(pk=pk).update(**fields)
    assert Situation.objects.filter(pk=refunds.pk).update(merged_into=returns, retired_at=now)


def test_the_pages_ask_first_and_say_what_would_happen(as_user, ivy, returns, refunds):
    EncounterFactory.create_batch(3, situation=refunds)
    client, url = as_user(ivy), reverse("situations:merge", args=[returns.slug])
    assert "Which ones mean the same?" in client.get(url).text
    asked = client.get(url, {"fold": refunds.slug}).text
    assert "3 encounters are about “Return” then." in asked
    assert Encounter.objects.filter(situation=refunds).count() == 3
    done = client.post(url, {"fold": refunds.slug}, follow=True).text
    assert "3 encounters moved" in done
    assert "folded into “Return”" in done
    assert "Folded into “Return”" in client.get(refunds.get_absolute_url()).text


@pytest.mark.parametrize("fold", [[], ["no-such"], ["return"], ["a\x00b"], ["x" * 5_000], ["refund", "no-such"]])
def test_what_cannot_be_folded_is_told(as_user, ivy, returns, refunds, fold):
    url = reverse("situations:merge", args=[returns.slug])
    assert as_user(ivy).post(url, {"fold": fold}).status_code == 422
    assert as_user(ivy).get(url, {"fold": fold}).status_code == (422 if fold else 200)
    assert not Situation.objects.exclude(merged_into=None).exists()


def test_a_retired_one_is_sent_back_to_its_page(as_user, ivy, returns, now):
    Situation.objects.update(retired_at=now)
    response = as_user(ivy).get(reverse("situations:merge", args=[returns.slug]))
    assert response["Location"] == returns.get_absolute_url()


def test_two_who_fold_the_same_at_once_are_told(as_user, ivy, fold, returns, refunds, exchanges):
    fold(refunds, into=exchanges)
    response = as_user(ivy).post(reverse("situations:merge", args=[returns.slug]), {"fold": "refund"})
    assert response.status_code == 422
    assert "not in the list any more" in response.text


def test_a_phone_is_not_offered_the_folded_one_nor_begins_with_it(as_user, ada, fold, returns, refunds):
    client = as_user(ada)
    sent = {"public_id": str(uuid.uuid4()), "channel": "face", "outcome": "sorted", "situation": refunds.pk}
    client.post("/log/", sent)
    assert client.get("/log/kit/").json()["last"]["situation"] == refunds.pk
    fold(refunds, into=returns)
    kit = client.get("/log/kit/").json()
    assert kit["situations"] == [[str(returns.pk), "Return"]]
    assert kit["last"]["situation"] is None
