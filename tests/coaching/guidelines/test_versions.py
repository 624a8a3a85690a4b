"""Versions of the guidelines, when two administrators save at once."""

import threading
import time

import pytest
from django.db import connections, transaction

from coaching.guidelines.models import GuidelineVersion
from coaching.guidelines.services import make_version
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
