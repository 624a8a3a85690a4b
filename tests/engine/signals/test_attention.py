"""Details that were picked up."""

import pytest

from coaching.engine.signals.attention import attention


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in attention(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All the way here with your cello", ["your cello"]),
        ("How's the knee today", ["How's the knee"]),
    ],
)
def test_a_detail_of_theirs_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Our policy says returns within your 30 days",
        "My cousin works there",
        "Your call is important to us",
        "Please confirm that your sister travels on Monday",
    ],
)
def test_rules_formulas_and_ones_own_life_are_left_alone(text: str) -> None:
    assert found(text) == []
