"""Saying what it is like for them, knowing it oneself, playing it back."""

import pytest

from coaching.engine.signals.interpretation import asides, insights, interpretation
from coaching.engine.text import Spans


def typed(text: str, spans: Spans) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "text",
    [
        "that must be so lonely",
        "you must have been through a lot",
        "no wonder you’re cross",
        "how scary",
        "i can hear how worn out you are",
        "anyone would be annoyed",
        "i know exactly how that feels",
        "me too",
        "same here",
        "i can relate",
        "ive been there",
        "my son was like that for years",
        "so you were left standing outside",
        "it sounds like you need a rest",
    ],
)
def test_what_it_is_like_is_found(text: str) -> None:
    assert typed(text, interpretation(text)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Your order is on its way",
        "You should try the other door",
        "She said she knows how it feels",
        "It is the same address",
        "You are not alone",
        "Sorry",
        "",
    ],
)
def test_business_and_advice_are_left_alone(text: str) -> None:
    assert interpretation(text) == ()


def test_playbacks_and_stories_are_told_apart_from_insight() -> None:
    text = "So you waited an hour. I was stuck too. That must be tiring."
    assert typed(text, asides(text)) == ["So you waited an hour", "I was stuck too"]
    assert typed(text, insights(text)) == ["That must be tiring"]
    assert typed(text, interpretation(text)) == ["So you waited an hour", "I was stuck too", "That must be tiring"]
