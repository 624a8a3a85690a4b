"""What asks whether it came through."""

import pytest

from coaching.engine.signals.arrived import arrived


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in arrived(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Did you get the email?", ["Did you get the email"]),
        ("has it come thru, has it arrived?", ["has it come", "has it arrived"]),
        ("check your inbox 📬", ["check your inbox"]),
    ],
)
def test_the_question_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_telling_is_not_asking() -> None:
    assert found("the email went out at noon") == []
