"""What says that somebody takes a thing on, or has done so."""

import pytest

from coaching.engine.signals.ownership import done_myself, noted, ownership
from coaching.engine.signals.ownership_any import ownership_any
from coaching.engine.text import Spans


def found(spans: Spans, text: str) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I’ll uh ring the depot", ["I’ll uh ring"]),
        ("ill divert it to the shop", ["ill divert"]),
        ("im gonna chase it", ["im gonna chase"]),
        ("I'll have a quick look", ["I'll have"]),
        ("I'll see what they say", ["I'll see"]),
        ("I'll be chasing this today", ["I'll be chasing"]),
        ("I need to transfer you to billing", ["I need to transfer"]),
        ("let's see if it's there", ["let's see"]),
        ("just about to put it in the post", ["just about to put"]),
        ("thank you I'm just checking that", ["I'm just checking"]),
        ("lemme check", ["lemme check"]),
        ("we're looking into it", ["we're looking into"]),
        ("Okay, ringing the depot for you", ["ringing the depot for you"]),
        ("will call you back on Friday", ["will call"]),
        ("Let's take a look together", ["Let's take"]),
    ],
)
def test_taking_it_on_is_found(text: str, expected: list[str]) -> None:
    assert found(ownership(text), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I'll be honest",
        "I'll need you to sign",
        "I'll see you Monday",
        "I'll have the soup",
        "let me know",
        "let's go for it",
        "what I'm checking is the date",
        "I've got your details here",
        "they'll call you",
        "shall I",
        "will call you Friday be all right?",
        "making a fuss helps nobody",
    ],
)
def test_what_is_no_deed_is_left_alone(text: str) -> None:
    assert found(ownership(text), text) == []


def test_what_was_done_is_told_apart() -> None:
    assert found(done_myself("I've asked the kitchen"), "I've asked the kitchen") == ["I've asked the kitchen"]
    assert found(ownership("I've asked the kitchen"), "I've asked the kitchen") == []


def test_ownership_of_any_kind_is_all_three_in_reading_order() -> None:
    text = "Bear with me. I'll ring them. Shall I call you back?"
    assert found(ownership_any(text), text) == ["Bear with me", "I'll ring", "Shall I call"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("swapped the kettle over", ["swapped the"]),
        ("just gave them a new key", ["just gave them"]),
        ("got the kitchen to do hers first", ["got the"]),
        ("went and looked in the store room", ["went and", "looked in"]),
        ("Decided to take the fee off", ["Decided to"]),
        ("opened the shop up again for her", ["opened the"]),
        ("asked my manager for an exception", ["asked my manager"]),
        ("website was down so took the payment by phone", ["took the"]),
    ],
)
def test_a_note_without_its_i_tells_what_was_done(text: str, expected: list[str]) -> None:
    assert found(noted(text), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Got it",
        "asked him for ID",
        "called security",
        "put the phone down",
        "was it swapped?",
        "the kettle was swapped",
        "made her wait for it",
        "Explained the rules",
        "missed it?",
        "Sewed",
        "she came in and changed the name",
        "is it there and sorted?",
    ],
)
def test_what_is_no_deed_for_them_is_not_noted(text: str) -> None:
    assert found(noted(text), text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("told her I'd ring back at four", ["told her I'd ring"]),
        ("said id check", []),
        ("told him id check", ["told him id check"]),
        ("we filled in the form", ["we filled"]),
        ("printed it myself", ["printed it myself"]),
        ("you did everything we asked", []),
        ("I've got that right, have I", []),
        ("if I call you tomorrow", []),
        ("I call you tomorrow", ["I call you"]),
    ],
)
def test_what_was_done_or_promised_is_found(text: str, expected: list[str]) -> None:
    assert found(done_myself(text), text) == expected
