"""Telling before being asked."""

import pytest

from coaching.engine.signals.told_ahead import told_ahead


@pytest.mark.parametrize(
    "text",
    [
        "While I have you, your passport runs out in May",
        "That one is sold out, but there's a 7:50",
        "Heads up, the lift is out tomorrow",
        "If you wait until Monday it's cheaper",
        "Take the side door, it's nearer",
        "They open late, so take the bus at ten, it's quicker",
        "I can't do Monday, but Tuesday is free",
    ],
)
def test_news_and_another_way_are_found(text: str) -> None:
    assert told_ahead(text)


@pytest.mark.parametrize(
    "text", ["That one is sold out", "How about Friday?", "It opens at nine", "You may take the one that is left"]
)
def test_an_answer_is_left_alone(text: str) -> None:
    assert told_ahead(text) == ()
