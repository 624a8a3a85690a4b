"""What says back to them what happened."""

import pytest

from coaching.engine.signals.playback import concrete, met, met_in_own_words, playback
from coaching.engine.text import Spans


def found(spans: Spans, text: str) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "text",
    [
        "Two nights without a boiler, no wonder you're frozen",
        "poor you with the twins on that bus",
        "I'd be gutted if my wedding dress came torn",
    ],
)
def test_a_kind_word_that_names_what_happened_plays_it_back(text: str) -> None:
    assert found(playback(text), text) == [text]


@pytest.mark.parametrize("text", ["So sorry about that", "Your boiler comes on Monday", "Oh dear"])
def test_kindness_alone_and_a_detail_alone_do_not(text: str) -> None:
    assert found(playback(text), text) == []


def test_a_formula_is_not_ones_own_words() -> None:
    assert found(met_in_own_words("Sorry about the wait"), "Sorry about the wait") == []
    assert found(met("Sorry about the wait"), "Sorry about the wait") == ["Sorry about the wait"]


def test_a_thing_in_an_instruction_is_no_detail() -> None:
    assert concrete("We are sorry to hear that. Please restart your router.") == ()


def test_a_thing_in_a_warm_request_is_one() -> None:
    text = "please don't worry about your daughter"
    assert found(concrete(text), text) == ["your daughter"]
