"""What reports that a thing is done."""

import pytest

from coaching.engine.signals.confirm_done import confirm_done, facts_in_hand


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in confirm_done(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Done. Table booked.", ["Done", "Table booked"]),
        ("I was able to move it to Tuesday", ["I was able to move"]),
        ("I’ve gone ahead and cancelled it", ["I’ve gone ahead and cancelled"]),
        ("Your refund has been initiated", ["been initiated"]),
        ("reservation was successfull", ["was successfull"]),
        ("the cab is on its way", ["is on its way"]),
        ("You're all set 🎉", ["You're all set"]),
    ],
)
def test_a_thing_done_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "What time should I set it for?",
        "It is scheduled to arrive at noon",
        "it needs to be booked",
        "Sorry, they are booked",
        "It hasn't been sent",
        "are we done with this one then",
    ],
)
def test_what_is_not_done_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("texted her the pickup time", ["texted her the pickup time"]),
        ("I've emailed you the quote", ["I've emailed you the quote"]),
        ("printed the boarding passes", ["printed the boarding passes"]),
        ("delivery is on tuesday", ["delivery is on tuesday"]),
        ("ref no is AB12", ["ref no is"]),
        ("she has it in writing", ["in writing"]),
        ("here's my direct line", ["here's my direct line"]),
        ("ready for you, due on Friday", ["due on Friday"]),
        ("he showed me his new phone", []),
    ],
)
def test_what_they_can_hold_is_found(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in facts_in_hand(text)] == expected
