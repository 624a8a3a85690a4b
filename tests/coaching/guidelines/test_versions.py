"""Versions: one draft, one published, none of which anybody can change behind the others' back."""

import threading
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from coaching.guidelines.forms import CaseForm, GuidelineForm
from coaching.guidelines.models import GreetingGuideline, GuidelineVersion, TrickyCase
from coaching.guidelines.rules import rules_in_force
from coaching.guidelines.services import drafting, keep_case, save_guideline
from coaching.versions.models import Status
from coaching.versions.services import DraftChanged, DraftGone
from microconnect.audit.models import AuditEntry
from tests.at_once import at_once
from tests.factories import GuidelineFactory, publish_draft

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)


def _publish(draft, **values):
    stated = {"by": None, "edition": draft.edition, "why": "Because.", "counts_from": None, "now": NOW}
    return drafting.publish(draft=draft, **{**stated, **values})


def test_publishing_archives_what_held_before(db):
    GuidelineFactory(title="One")
    first = publish_draft()
    GuidelineFactory(title="Two")
    second = publish_draft()
    first.refresh_from_db()
    assert (first.status, second.status) == (Status.ARCHIVED, Status.PUBLISHED)
    assert (first.number, second.number) == (1, 2)
    assert [rule["title"] for rule in second.rules] == ["One", "Two"]
    assert rules_in_force().version == second.pk


def test_a_draft_starts_from_what_is_published(harbour):
    guideline = GuidelineFactory(title="One", channels=["ear"])
    guideline.teams.add(harbour)
    TrickyCase.objects.create(version=guideline.version, greeting="Hello", expected="in")
    publish_draft()
    copy = drafting.begin(by=None).guidelines.get()
    assert copy.pk != guideline.pk
    assert (copy.key, copy.title, copy.channels, [*copy.teams.all()]) == (guideline.key, "One", ["ear"], [harbour])
    assert copy.version.cases.get().greeting == "Hello"


def test_beginning_twice_opens_the_same_draft(db):
    assert drafting.begin(by=None) == drafting.begin(by=None)
    assert AuditEntry.objects.filter(action="guidelines_draft_begun").count() == 1


def test_why_and_when_are_kept_and_noted(ivy):
    version = _publish(drafting.begin(by=ivy), by=ivy, why="It hurt.", counts_from=date(2026, 10, 1))
    assert (version.why, version.counts_from, version.published_by) == ("It hurt.", date(2026, 10, 1), ivy)
    entry = AuditEntry.objects.get(action="guidelines_published")
    assert entry.detail["why"] == "It hurt."


@pytest.mark.parametrize("name", ["rules", "why", "number"])
def test_what_was_published_never_changes(name, db):
    publish_draft()
    version = GuidelineVersion.objects.get()
    setattr(version, name, {"rules": [{}], "why": "other", "number": 7}[name])
    with pytest.raises(ValidationError):
        version.save()


def test_a_draft_may_change(db):
    draft = GuidelineVersion.objects.get(pk=drafting.begin(by=None).pk)
    draft.rules = [1]
    draft.save()
    draft.refresh_from_db()
    assert draft.rules == [1]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_the_database_holds_one_of_each(status, db):
    values = {} if status == Status.DRAFT else {"number": 1, "published_at": NOW}
    GuidelineVersion.objects.create(rules=[], status=status, **values)
    values = {} if status == Status.DRAFT else {"number": 2, "published_at": NOW}
    with pytest.raises(IntegrityError), transaction.atomic():
        GuidelineVersion.objects.create(rules=[], status=status, **values)


def test_many_may_be_archived(db):
    for number in (1, 2):
        GuidelineVersion.objects.create(rules=[], status=Status.ARCHIVED, number=number, published_at=NOW)
    assert GuidelineVersion.objects.out().count() == 2


@pytest.mark.parametrize(
    "values",
    [
        {"status": Status.DRAFT, "number": 1},
        {"status": Status.DRAFT, "published_at": NOW},
        {"status": Status.PUBLISHED, "number": 1},
        {"status": Status.ARCHIVED, "published_at": NOW},
        {"status": "burnt", "number": 1, "published_at": NOW},
    ],
)
def test_the_database_refuses_half_a_publication(values, db):
    with pytest.raises(IntegrityError), transaction.atomic():
        GuidelineVersion.objects.create(rules=[], **values)


def test_publishing_another_edition_than_was_looked_at_is_refused(db):
    draft = drafting.begin(by=None)
    drafting.touch(draft)
    with pytest.raises(DraftChanged):
        _publish(draft)
    assert GuidelineVersion.objects.get().is_draft


def test_publishing_twice_is_refused(db):
    draft = drafting.begin(by=None)
    _publish(draft)
    with pytest.raises(DraftGone):
        _publish(draft)


def test_saving_into_a_draft_that_was_published_is_refused(ivy):
    draft = drafting.begin(by=ivy)
    form = GuidelineForm(
        {
            "title": "Pet names",
            "strength": "never",
            "match": "phrase",
            "phrases": "darling",
            "matching_examples": "Hi darling",
            "other_examples": "Hi",
            "reason": "Not everybody likes it.",
        },
        instance=GreetingGuideline(),
    )
    assert form.is_valid()
    _publish(draft)
    with pytest.raises(DraftGone):
        save_guideline(by=ivy, form=form, draft=draft)
    assert not GreetingGuideline.objects.exists()


@pytest.mark.usefixtures("transactional_db")
def test_of_two_publishing_at_once_one_does_and_the_other_is_told():
    draft = drafting.begin(by=None)
    got = at_once(*[lambda: _publish(draft)] * 2, refused_by=DraftGone)
    assert sorted(type(one).__name__ for one in got) == ["DraftGone", "GuidelineVersion"]
    assert GuidelineVersion.objects.out().count() == 1
    assert AuditEntry.objects.filter(action="guidelines_published").count() == 1


@pytest.mark.usefixtures("transactional_db")
def test_without_asking_for_the_draft_both_would_publish():
    """The control: each looks first and writes afterwards, as a view without the guard would."""
    draft = drafting.begin(by=None)
    looked = threading.Barrier(2)

    def publish_carelessly() -> bool:
        is_draft = GuidelineVersion.objects.get(pk=draft.pk).is_draft
        with suppress(threading.BrokenBarrierError):
            looked.wait(5)
        if is_draft:
            GuidelineVersion.objects.filter(pk=draft.pk).update(edition=F("edition") + 1)
        return is_draft

    assert at_once(publish_carelessly, publish_carelessly) == [True, True]
    draft.refresh_from_db()
    assert draft.edition == 3


@pytest.mark.usefixtures("transactional_db")
def test_of_two_beginning_at_once_both_get_the_same_draft():
    assert len({one.pk for one in at_once(*[lambda: drafting.begin(by=None)] * 2)}) == 1
    assert GuidelineVersion.objects.count() == 1


def test_a_case_that_is_kept_twice_in_one_moment_is_kept_once(ivy):
    """A double click: both forms were valid before either was stored."""
    draft = drafting.begin(by=ivy)
    sent = {"greeting": "Hi you people", "channel": "face", "expected": "out"}
    forms = [CaseForm(sent, instance=TrickyCase(version=draft)) for _ in range(2)]
    assert all(form.is_valid() for form in forms)
    first, second = (keep_case(by=ivy, form=form, draft=draft) for form in forms)
    assert first == second == TrickyCase.objects.get()
    assert AuditEntry.objects.filter(action="tricky_case_kept").count() == 1
