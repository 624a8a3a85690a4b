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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asked if it came through", ["asked if it came through"]),
        ("checked she had the code", ["checked she had"]),
        ("made sure there was nothing left to do", ["made sure there was nothing left"]),
        ("asked whether he was happy with it all", ["asked whether he was happy with it"]),
        ("she read it back to me", ["read it back"]),
        ("can you see them?", ["can you see them"]),
    ],
)
def test_a_note_of_asking_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected
