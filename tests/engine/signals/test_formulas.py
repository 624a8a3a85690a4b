"""Formulas of sympathy, good and worn."""

import pytest

from coaching.engine.signals.formulas import formula


@pytest.mark.parametrize(
    "text",
    [
        "sorry for the inconvenience",
        "I understand your frustration",
        "hope that helps",
        "all the best",
        "well done",
        "I know how you feel",
        "happy to help",
        "here to help",
        "same here",
        "you got this",
    ],
)
def test_a_formula_is_found(text: str) -> None:
    assert formula(text)


@pytest.mark.parametrize("text", ["Three nights away from your girls", "what a morning", "I'd be climbing the walls"])
def test_words_of_ones_own_are_none(text: str) -> None:
    assert formula(text) == ()
