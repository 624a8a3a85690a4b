"""Telling of one's own life, and what only looks like it."""

import pytest

from coaching.engine.signals.own_story import own_story


@pytest.mark.parametrize(
    "text",
    [
        "I used to lie awake for hours",
        "i felt lost when my dad died",
        "My kids were just as wild",
        "ive been off sick for a month",
        "It makes me cry as well",
        "Some days I cannot get up",
        "I had to learn that myself",
    ],
)
def test_a_story_is_found(text: str) -> None:
    assert own_story(text) == ((0, len(text)),)


@pytest.mark.parametrize(
    "text",
    [
        "I had a look at your order",
        "I was told by my manager",
        "Would you like me to call back",
        "Let me see what I have here",
        "I am afraid I have no tables left",
        "I'm sorry I kept you waiting",
        "He told me about it",
        "She came in at nine",
        "",
    ],
)
def test_the_work_at_hand_is_no_story(text: str) -> None:
    assert own_story(text) == ()
