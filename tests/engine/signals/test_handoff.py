"""Passing people on: to whom, and how warmly."""

import pytest

from coaching.engine.signals.handoff import passing_on, refusal, specialist_team, warm_handover
from coaching.engine.text import Spans


def found(spans: Spans, text: str) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we'll pass this to our baggage team", ["our baggage team"]),
        ("One of our engineers will ring", ["our engineers"]),
        ("I'll forward this to Accounts", ["forward this to Accounts"]),
        ("please ask the security team", ["the security team"]),
    ],
)
def test_a_team_is_found_by_its_name(text: str, expected: list[str]) -> None:
    assert found(specialist_team(text), text) == expected


def test_people_and_pages_are_no_team() -> None:
    text = "the page is public and my colleague knows it"
    assert found(specialist_team(text), text) == []


def test_passing_it_on_oneself_to_a_team_is_a_warm_handover() -> None:
    text = "I've forwarded your photos to our claims team"
    assert found(warm_handover(text), text) == [text]


def test_sending_them_to_a_team_is_not() -> None:
    text = "You need to call our claims team"
    assert found(warm_handover(text), text) == []
    assert found(passing_on(text), text) == ["You need to call"]


def test_a_refusal_is_found() -> None:
    text = "There's nothing we can do"
    assert found(refusal(text), text) == ["nothing we can do"]
