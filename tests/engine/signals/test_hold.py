"""What asks somebody to wait a moment."""

import pytest

from coaching.engine.signals.hold import hold


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in hold(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BEAR WITH ME", ["BEAR WITH ME"]),
        ("bare with me one sec", ["bare with me", "one sec"]),
        ("gimme two minutes", ["gimme two minutes"]),
        ("I won’t be a moment", ["won’t be a moment"]),
        ("if you could just hold there", ["if you could just hold"]),
        ("would you mind waiting?", ["would you mind waiting"]),
        ("I'll pop you on hold", ["pop you on hold"]),
    ],
)
def test_a_request_to_wait_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["let me have a look", "I won't hold on to it", "she told me to hold on"])
def test_what_asks_nobody_to_wait_is_left_alone(text: str) -> None:
    assert found(text) == []
