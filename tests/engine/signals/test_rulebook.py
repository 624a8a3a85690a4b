"""Speaking for the rules."""

import pytest

from coaching.engine.signals.rulebook import rulebook


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in rulebook(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We're not allowed to open those",
        "We can't open those, policy",
        "I'd love to, but I'm not authorised to",
        "There is nothing I can do",
        "Only the owner can sign for it",
        "No ticket, no coat",
        "Once it's been opened we can't take it",
        "My manager would have to approve it",
    ],
)
def test_a_rule_that_answers_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text", ["The rules say Friday, but I'll take it today", "Your insurance policy starts Monday", "What, policy?", ""]
)
def test_a_rule_that_somebody_goes_round_is_left_alone(text: str) -> None:
    assert found(text) == []
