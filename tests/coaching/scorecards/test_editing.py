"""The draft is changed by whoever saw its newest edition; whoever did not sees both, and nothing typed is lost."""

import pytest
from django.urls import reverse

from coaching.engine.scoring import Scorecard
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.services import drafting, save_draft
from coaching.versions.services import DraftChanged, DraftGone
from microconnect.audit.models import AuditEntry
from tests.factories import UserFactory

SAVE = reverse("scorecards:save")
PREVIEW = reverse("scorecards:preview")


def _drafted() -> Scorecard:
    draft = drafting.draft()
    assert draft
    return draft.scorecard


@pytest.fixture
def client(as_user, ivy):
    return as_user(ivy)


@pytest.fixture
def ida(db):
    return UserFactory(name="Ida Berg", is_administrator=True)


@pytest.fixture
def saved_by_ida(as_user, ida, sent):
    """While Ivy still looks at the first edition."""
    assert as_user(ida).post(SAVE, sent(weight_speed="33")).status_code == 302


def test_a_draft_starts_from_what_is_published(draft):
    published = ScorecardVersion.objects.current()
    assert (draft.rules, draft.name, draft.based_on) == (published.rules, published.name, published)


def test_what_is_saved_is_the_drafts_alone(client, sent):
    before = ScorecardVersion.objects.current().scorecard
    changes = {"name": "Winter", "weight_reset": "40", "on_speed": None, "ear_reset": "7", "wait_ear": "1:30"}
    assert client.post(SAVE, sent(**changes))["Location"] == reverse("scorecards:draft")
    draft = drafting.draft()
    assert draft
    assert draft.name == "Winter"
    card = draft.scorecard
    assert (card.weight("reset"), card.weight("speed"), card.targets("ear").wait_seconds) == (40, 0, 90)
    assert card.for_channel("ear").weight("reset") == 7
    assert ScorecardVersion.objects.current().scorecard == before


def test_the_audit_trail_says_what_was_and_what_is(client, sent, draft, ivy):
    client.post(SAVE, sent(weight_reset="40", ear_reset="7", name="Winter"))
    entry = AuditEntry.objects.about(draft).get(action="scorecard_changed")
    assert entry.actor == ivy
    assert entry.before == {"name": "Shipped", "weights reset": 5, "channels ear reset": None}
    assert entry.after == {"name": "Winter", "weights reset": 40, "channels ear reset": 7}


def test_saving_what_is_there_notes_nothing(client, sent):
    client.post(SAVE, sent())
    assert not AuditEntry.objects.filter(action="scorecard_changed").exists()


def test_what_is_refused_keeps_what_was_typed_and_stores_nothing(client, sent, draft):
    response = client.post(SAVE, sent(weight_reset="500", name="Winter"))
    assert response.status_code == 422
    assert 'value="500"' in response.text
    assert 'value="Winter"' in response.text
    assert response.text.count("Write a whole number from 0 to 100.") == 2  # above, with a way there, and beside it
    draft.refresh_from_db()
    assert (draft.edition, draft.name) == (1, "Shipped")


@pytest.mark.usefixtures("saved_by_ida")
def test_whoever_looked_at_an_earlier_edition_sees_both_and_may_save_again(client, sent):
    typed = sent(weight_reset="44", weight_speed="10", edition="1")
    response = client.post(SAVE, typed)
    assert response.status_code == 409
    assert "Ida Berg saved this draft while you were changing it" in response.text
    assert "“Value their time” counts 33 instead of 10." in response.text
    assert "“Reset before the next customer” counts 5 instead of 44." in response.text
    assert 'value="44"' in response.text
    assert 'name="edition" value="2"' in response.text
    assert _drafted().weight("reset") == 5
    assert client.post(SAVE, {**typed, "edition": "2"}).status_code == 302
    assert (_drafted().weight("reset"), _drafted().weight("speed")) == (44, 10)


@pytest.mark.usefixtures("saved_by_ida")
def test_without_the_edition_the_later_one_would_win_unseen(ivy, draft):
    """The control: what the edition is for."""
    stale = ScorecardVersion.objects.get(pk=draft.pk)
    with pytest.raises(DraftChanged):
        save_draft(by=ivy, draft=stale, edition=1, name="Mine", scorecard=draft.scorecard)
    assert _drafted().weight("speed") == 33
    save_draft(by=ivy, draft=stale, edition=2, name="Mine", scorecard=draft.scorecard)
    assert _drafted().weight("speed") == 10


def test_a_draft_that_is_gone_is_told(client, sent, draft, ivy):
    typed = sent()
    drafting.discard(by=ivy, draft=draft)
    with pytest.raises(DraftGone):
        save_draft(by=ivy, draft=draft, edition=1, name="Mine", scorecard=draft.scorecard)
    response = client.post(SAVE, typed, follow=True)
    assert response.redirect_chain == [(reverse("scorecards:list"), 302)]
    assert "published or thrown away meanwhile" in response.text


def test_moving_a_weight_answers_with_the_preview_alone_and_stores_nothing(client, sent, draft, assessed):
    response = client.post(PREVIEW, sent(weight_reset="90"), headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert "<html" not in response.text
    assert "15 encounters of the last 28 days" in response.text
    assert "“Reset before the next customer” counts 90 instead of 5." in response.text
    draft.refresh_from_db()
    assert draft.scorecard.weight("reset") == 5


def test_without_a_script_the_preview_is_the_page_with_what_was_typed(client, sent, assessed):
    response = client.post(PREVIEW, {**sent(weight_reset="90"), "another": "0"})
    assert response.status_code == 200
    assert 'value="90"' in response.text
    assert "counts 90 instead of 5" in response.text


def test_while_something_is_wrong_the_preview_says_what(client, sent):
    response = client.post(PREVIEW, sent(weight_reset="x", target_low="99"), headers={"HX-Request": "true"})
    assert response.status_code == 422
    assert '<a href="#id_weight_reset">Reset before the next customer, weight</a>' in response.text


def test_one_may_go_on_to_publishing_in_one_go(client, sent):
    assert client.post(SAVE, {**sent(), "then_publish": "1"})["Location"] == reverse("scorecards:publish")


@pytest.mark.parametrize("name", ["draft", "publish"])
def test_without_a_draft_there_is_only_what_counts(client, name):
    assert client.get(reverse(f"scorecards:{name}"))["Location"] == reverse("scorecards:list")


def test_thrown_away_is_gone_and_twice_does_no_harm(client, draft):
    for _ in range(2):
        assert client.post(reverse("scorecards:discard"))["Location"] == reverse("scorecards:list")
    assert drafting.draft() is None
