"""What counts as thanks."""

import pytest

from coaching.engine.signals.gratitude import gratitude


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in gratitude(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thankyou for waiting", ["thankyou for"]),
        ("Thanks so much 🙏", ["Thanks so much"]),
        ("okay thank you bye", ["thank you"]),
        ("All sorted. Thank you, bye!", ["Thank you"]),
        ("your parcel is here at last thank you", ["thank you"]),
        ("I really appreciate your patience", ["I really appreciate your"]),
        ("could you sign here? Thank you", ["Thank you"]),
        ("we can offer tea, thanks", ["thanks"]),
    ],
)
def test_thanks_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "it goes out on Monday thanks bye",
        "could you hold the line thank you",
        "shall I book the table for eight thank you",
        "he said thanks",
        "no thanks",
    ],
)
def test_thanks_in_passing_are_left_alone(text: str) -> None:
    assert found(text) == []
