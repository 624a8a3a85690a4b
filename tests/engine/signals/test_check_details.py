"""What reads the facts back."""

import pytest

from coaching.engine.signals.check_details import check_details


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in check_details(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You want the blue one for Friday.", ["You want"]),
        ("okay so you'd like two seats", ["so you'd"]),
        ("Confirming two tickets for Saturday", ["Confirming"]),
        ("To be clear: the large one", ["To be clear"]),
        ("A table for four at eight, correct?", ["correct"]),
        ("have i got that right", ["have i got that right"]),
        ("Is that what you meant?", ["Is that what you meant"]),
    ],
)
def test_facts_read_back_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Do you want to book it?",
        "Where do you want to go?",
        "I can confirm that it left",
        "You will get a letter to confirm it",
        "Right? I thought so",
        "that one is correct",
        "it was on the right.",
    ],
)
def test_questions_and_answers_are_left_alone(text: str) -> None:
    assert found(text) == []
