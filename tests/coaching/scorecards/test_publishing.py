"""Published once, by one, for good: and from then on it is what counts."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from coaching.assessments.services import assess_encounter
from coaching.engine.practices import PRACTICES
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.publishing import publish_scorecard
from coaching.scorecards.services import drafting, save_draft
from coaching.scorecards.storage import scorecard_to_json
from coaching.versions.models import Status
from coaching.versions.services import Blocked, DraftGone
from interactions.retrying import retrying
from microconnect.audit.models import AuditEntry
from microconnect.jobs.models import Job
from microconnect.jobs.running import run_now
from microconnect.notices.models import Notice
from tests.at_once import at_once
from tests.factories import EncounterFactory

PUBLISH = reverse("scorecards:publish")


def _save(ivy, **weights: int) -> ScorecardVersion:
    draft = drafting.begin(by=ivy)
    save_draft(
        by=ivy, draft=draft, edition=draft.edition, name="Winter", scorecard=draft.scorecard.with_weights(**weights)
    )
    return ScorecardVersion.objects.get(pk=draft.pk)


def _publish(by, draft: ScorecardVersion, now, **values: Any) -> ScorecardVersion:
    stated = {"edition": draft.edition, "why": "It snows.", "counts_from": None, **values}
    return publish_scorecard(by=by, draft=draft, now=now, **stated)


def test_what_is_published_weighs_the_next_encounter(ivy, ada, harbour, now):
    published = _publish(ivy, _save(ivy, reset=40), now)
    encounter = EncounterFactory(person=ada, team=harbour, state_before="calm")
    assess_encounter(encounter, now=now)
    assert encounter.assessment.scorecard_version == published == ScorecardVersion.objects.current()
    assert (published.number, published.why, published.published_by) == (2, "It snows.", ivy)


def test_what_was_published_never_changes_not_even_its_name(ivy, now):
    published = _publish(ivy, _save(ivy, reset=40), now)
    published.name = "Summer"
    with pytest.raises(ValidationError):
        published.save()


def test_the_audit_trail_holds_both(ivy, now):
    published = _publish(ivy, _save(ivy, reset=40), now)
    entry = AuditEntry.objects.about(published).get(action="scorecard_replaced")
    assert (entry.before, entry.after) == ({"weights reset": 5}, {"weights reset": 40})


def test_everybody_in_a_team_is_told_once_in_the_same_words(ivy, ada, ben, sana, otto, dora, now):
    _publish(ivy, _save(ivy, reset=40), now)
    told = Notice.objects.order_by("person__name")
    assert [str(notice.person) for notice in told] == ["Ada Okafor", "Ben Lindqvist", "Otto Brandt", "Sana Mirza"]
    assert {notice.body for notice in told} == {
        "“Reset before the next customer” counts 40 instead of 5.\nWhy: It snows.",
    }
    assert {(notice.kind, notice.url) for notice in told} == {("scores", reverse("practices"))}


def test_nobody_is_told_of_what_changes_nothing(ivy, ada, now):
    _publish(ivy, _save(ivy), now)
    assert not Notice.objects.exists()


def test_scoring_again_begins_where_a_day_is_given(ivy, now):
    _publish(ivy, _save(ivy, reset=40), now)
    assert not Job.objects.exists()
    day = timezone.localdate(now) - timedelta(days=7)
    published = _publish(ivy, _save(ivy, reset=41), now, counts_from=day)
    job = Job.objects.get()
    assert (job.kind, job.parameters) == (
        "rescore_by_scorecard",
        {"version": published.pk, "first_day": day.isoformat()},
    )


def test_what_could_score_nothing_is_not_published(ivy, now):
    draft = drafting.begin(by=ivy)
    nothing = draft.scorecard.with_weights(**{practice.key: 0 for practice in PRACTICES})
    ScorecardVersion.objects.filter(pk=draft.pk).update(rules=scorecard_to_json(nothing))
    draft.refresh_from_db()
    with pytest.raises(Blocked):
        _publish(ivy, draft, now)
    assert drafting.draft() == draft
    assert ScorecardVersion.objects.current().number == 1


def test_the_page_says_what_changes_and_asks_why(as_user, ivy):
    draft = _save(ivy, reset=40)
    client = as_user(ivy)
    assert "“Reset before the next customer” counts 40 instead of 5." in client.get(PUBLISH).text
    refused = client.post(PUBLISH, {"edition": draft.edition, "counts": "new"})
    assert refused.status_code == 422
    assert "Say why in a sentence" in refused.text
    done = client.post(PUBLISH, {"edition": draft.edition, "counts": "new", "why": "It snows."})
    assert done["Location"] == reverse("scorecards:list")
    shown = client.get(reverse("scorecards:version", args=[2])).text
    assert "counts 40 instead of 5" in shown
    assert "It snows." in shown


def test_a_look_at_the_last_weeks_says_what_would_move(as_user, ivy, ada, harbour, now):
    encounter = EncounterFactory(
        person=ada, team=harbour, state_before="frustrated", reset_taken=False, left_better="yes"
    )
    assess_encounter(encounter, now=now)
    draft = _save(ivy, reset=100)
    client = as_user(ivy)
    response = client.post(reverse("scorecards:look"), {"weeks": "4"})
    job = Job.objects.get()
    assert response["Location"] == job.get_absolute_url()
    run_now(job)
    assert "1 score moves" in client.get(reverse("look", args=[job.public_id])).text
    assert "What you saw on" in client.get(PUBLISH).text
    assert drafting.draft() == draft


def test_whoever_looked_at_an_earlier_edition_looks_once_more(as_user, ivy):
    draft = _save(ivy, reset=40)
    sent = {"edition": draft.edition - 1, "counts": "new", "why": "It snows."}
    response = as_user(ivy).post(PUBLISH, sent, follow=True)
    assert response.redirect_chain == [(PUBLISH, 302)]
    assert "nothing is published yet" in response.text
    assert drafting.draft()


def test_how_scoring_works_tells_of_channels(as_user, ada, ivy, now):
    draft = _save(ivy)
    ear = {"ear": {"reset": 30, "speed": 0}}
    ScorecardVersion.objects.filter(pk=draft.pk).update(rules={**draft.rules, "channels": ear})
    _publish(ivy, drafting.begin(by=ivy), now)
    page = " ".join(as_user(ada).get(reverse("practices")).text.split())
    for words in ("By phone 30", "By phone not counted", "weighed as its channel is"):
        assert words in page
    assert "Change what counts" not in page
    assert "Change what counts" in as_user(ivy).get(reverse("practices")).text


# Two administrators publish one draft at the same moment.


@pytest.mark.usefixtures("transactional_db")
def test_of_two_at_once_one_publishes_and_the_other_is_told(ivy, now):
    draft = _save(ivy, reset=40)
    got = at_once(*[lambda: retrying(lambda: _publish(ivy, draft, now))] * 2, refused_by=DraftGone)
    assert sum(isinstance(one, DraftGone) for one in got) == 1
    assert list(ScorecardVersion.objects.out().values_list("number", "status")) == [(2, "published"), (1, "archived")]
    assert AuditEntry.objects.filter(action="scorecard_published").count() == 1


@pytest.mark.usefixtures("transactional_db")
def test_without_the_guard_both_would_have_published(ivy):
    """The control: by what was read before, both may; the version that people were told of becomes another."""
    draft = _save(ivy, reset=40)

    def carelessly() -> int:
        versions = ScorecardVersion.objects
        number = versions.aggregate(Max("number"))["number__max"] + 1
        versions.filter(status=Status.PUBLISHED).exclude(pk=draft.pk).update(status=Status.ARCHIVED)
        return versions.filter(pk=draft.pk).update(status=Status.PUBLISHED, number=number, published_at=timezone.now())

    assert at_once(*[lambda: retrying(carelessly)] * 2) == [1, 1]
