"""Publishing that did not come about leaves nothing behind, in memory either."""

import pytest
from django.utils import timezone

from coaching.guidelines.publishing import publish_guidelines
from coaching.guidelines.rules import rules_in_force
from coaching.guidelines.services import drafting
from coaching.versions.services import Blocked
from tests.factories import GuidelineFactory


def publish(by):
    draft = drafting.begin(by=by)
    return publish_guidelines(
        by=by, draft=draft, edition=draft.edition, why="It was time.", counts_from=None, now=timezone.now()
    )


def test_what_was_mended_after_a_refusal_is_what_holds(ivy):
    guideline = GuidelineFactory(phrases="you people", matching_examples="Hello dears", other_examples="Hello")
    with pytest.raises(Blocked):
        publish(ivy)
    guideline.phrases = "dears"
    guideline.save()
    publish(ivy)
    assert [rule.guideline.phrases for rule in rules_in_force().rules] == [("dears",)]
