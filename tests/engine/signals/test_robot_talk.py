"""Stock formulas of service."""

import pytest

from coaching.engine.signals.robot_talk import robot_talk


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in robot_talk(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Your call is important to us",
        "We apologise for any inconvenience caused",
        "As per our records it was delivered",
        "can I help you with anything else",
        "WHAT ELSE CAN I DO FOR YOU?",
        "Rest assured we value your feedback",
    ],
)
def test_a_formula_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", ["Anything else?", "Sorry about that.", "One sec.", "have a nice day", "is that all?"])
def test_plain_courtesy_is_left_alone(text: str) -> None:
    assert found(text) == []
