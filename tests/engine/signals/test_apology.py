"""What counts as an apology."""

import pytest

from coaching.engine.signals.apology import apology


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in apology(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I’m so sorry about that", ["I’m so sorry"]),
        ("appologies for the wait", ["appologies"]),
        ("oh dear, sory!!", ["sory"]),
        ("sorry", ["sorry"]),
        ("you waited an hour sorry", ["sorry"]),
        ("sorry is the least I can say", ["sorry"]),
        ("That was my mistake", ["my mistake"]),
        ("Didn't mean to keep you", ["Didn't mean to"]),
        ("oh excuse me", ["excuse me"]),
        ("excuse me, I had the wrong screen open", ["excuse me"]),
        ("sorry, what you got is the wrong one", ["sorry"]),
    ],
)
def test_an_apology_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sorry?",
        "sorry what was the postcode",
        "so that's Mill Lane sorry is it Road",
        "the blue one er sorry the green one",
        "he is very sorry",
        "a sorry sight",
        "I'm not sorry",
        "excuse me sir is this yours",
        "unfortunately it has sold out",
    ],
)
def test_what_is_no_apology_is_left_alone(text: str) -> None:
    assert found(text) == []
