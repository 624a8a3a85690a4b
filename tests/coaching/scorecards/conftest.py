"""A draft of the scorecard, the form as the page sends it, and encounters to weigh."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_encounter
from coaching.scorecards.forms import ScorecardForm
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.services import drafting
from interactions.models import Channel
from tests.factories import EncounterFactory

Sent = Callable[..., dict[str, Any]]

SAID: list[dict[str, Any]] = [
    {
        "greeting": "Morning Maria! Did the lake freeze over in the end?",
        "customer_name": "Maria",
        "state_before": "calm",
    },
    {
        "greeting": "How can I help you today?",
        "closing": "Have a nice day.",
        "wait_seconds": 90,
        "handling_seconds": 500,
    },
    {"greeting": "Hello you", "empathy": "Three hours in that queue, no wonder you're worn out.", "wait_seconds": 200},
    {
        "resolution": "I'll ring the depot myself and bring you your parcel.",
        "handling_seconds": 700,
        "left_better": "yes",
    },
    {"state_before": "frustrated", "reset_taken": False, "outcome": "not_yet", "feeling_before": 1, "feeling_after": 2},
]


@pytest.fixture
def draft(ivy) -> ScorecardVersion:
    return drafting.begin(by=ivy)


@pytest.fixture
def sent(draft) -> Sent:
    """`sent(weight_reset=7, on_speed=None)`: what the page sends with these changes; None leaves a field out."""

    def sent(**changes: Any) -> dict[str, Any]:
        stored = drafting.draft()
        assert stored
        form = ScorecardForm(initial=ScorecardForm.initial_of(stored))
        shown = {field.html_name: field.value() for field in form}
        ticked = {name: "on" if value is True else value for name, value in shown.items() if value is not False}
        typed = {name: "" if value is None else value for name, value in ticked.items()} | changes
        return {name: value for name, value in typed.items() if value is not None}

    return sent


@pytest.fixture
def assessed(ada, harbour, now) -> list[Assessment]:
    """Fifteen encounters, each of the five in every channel, over two days."""
    stored = [
        EncounterFactory(person=ada, team=harbour, channel=channel, occurred_at=now - timedelta(hours=3 * nth), **said)
        for nth, said in enumerate(SAID)
        for channel in Channel.values
    ]
    for encounter in stored:
        assess_encounter(encounter, now=now)
    return list(Assessment.objects.select_related("encounter").order_by("pk"))
