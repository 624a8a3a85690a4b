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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("told her to ring billing", ["told her to ring"]),
        ("he can write to head office", ["he can write"]),
        ("sent him up to the second floor", ["sent him up"]),
        ("gave her the number for housing", ["gave her the number for"]),
        ("suggested they try the big shop", ["suggested they try"]),
        ("Please contact the lost property desk", ["Please contact the"]),
        ("kindly visit your nearest branch", ["kindly visit your nearest"]),
        ("you have to get in touch with them", ["have to get in touch"]),
        ("take it up with the airport", ["take it up with"]),
    ],
)
def test_a_note_of_sending_them_away_is_found(text: str, expected: list[str]) -> None:
    assert found(passing_on(text), text) == expected


@pytest.mark.parametrize(
    "text", ["I sent them to your email", "told her I'd ring billing", "you can go in now", "asked him to take a seat"]
)
def test_sending_things_and_seating_people_is_not(text: str) -> None:
    assert found(passing_on(text), text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing i could do", ["nothing i could do"]),
        ("there's not a lot I can do", ["not a lot I can do"]),
        ("cant refund it", ["cant refund"]),
        ("the system doesn't let me", ["system doesn't let"]),
        ("no receipt, no refund", ["no refund"]),
        ("we dont do that here", ["we dont do that"]),
        ("computer says no", ["computer says no"]),
    ],
)
def test_a_note_of_a_refusal_is_found(text: str, expected: list[str]) -> None:
    assert found(refusal(text), text) == expected
