"""Versions of the guidelines, when two administrators save at once."""

import threading
import time

import pytest
from django.db import connections, transaction

from coaching.guidelines.forms import GuidelineForm
from coaching.guidelines.models import GreetingGuideline, GuidelineVersion
from coaching.guidelines.services import RetiredMeanwhile, make_version, retire_guideline, save_guideline
from tests.factories import GuidelineFactory


@pytest.mark.usefixtures("transactional_db")
def test_of_two_saved_at_once_the_newest_version_holds_both():
    make_version(by=None)
    saved = threading.Event()

    def save_slowly() -> None:
        try:
            with transaction.atomic():
                GuidelineFactory(title="Slow")
                make_version(by=None)
                saved.set()
                time.sleep(0.3)
        finally:
            connections["default"].close()

    slow = threading.Thread(target=save_slowly)
    slow.start()
    assert saved.wait(5)
    with transaction.atomic():
        GuidelineFactory(title="Quick")
        make_version(by=None)
    slow.join()
    newest = GuidelineVersion.objects.latest("pk")
    assert {rule["title"] for rule in newest.rules} == {"Slow", "Quick"}


def test_what_was_retired_meanwhile_stays_retired(ivy, now):
    guideline = GuidelineFactory(title="Pet names")
    opened_before = GreetingGuideline.objects.get(pk=guideline.pk)
    form = GuidelineForm(
        {
            "title": "Pet names",
            "strength": "never",
            "match": "phrase",
            "phrases": "darling",
            "reason": "Not everybody likes it.",
        },
        instance=opened_before,
    )
    assert form.is_valid()
    retire_guideline(by=ivy, guideline=guideline, now=now)
    with pytest.raises(RetiredMeanwhile):
        save_guideline(by=ivy, form=form)
    guideline.refresh_from_db()
    assert guideline.is_retired
    assert guideline.phrase_list != ["darling"]
