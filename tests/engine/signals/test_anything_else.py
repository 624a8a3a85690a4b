"""What asks whether anything is left."""

import pytest

from coaching.engine.signals.anything_else import anything_else


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in anything_else(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anyting else today", ["anyting else"]),
        ("Could I further assist you?", ["Could I further assist"]),
        ("What else?", ["What else"]),
        ("Can I help you with anything further?", ["anything further"]),
        ("will that be all", ["will that be all"]),
        ("How else can I help?", ["How else"]),
        ("Do you need additional help?", ["need additional help"]),
    ],
)
def test_the_question_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "music, sports or something else",
        "Is that all correct?",
        "I don't know what else is in it",
        "nothing more to say",
    ],
)
def test_what_does_not_ask_is_left_alone(text: str) -> None:
    assert found(text) == []
