"""Warmth and concern, in the many ways people say them."""

import pytest

from coaching.engine.signals.emotional_reaction import emotional_reaction, warm_words


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in emotional_reaction(text)]


@pytest.mark.parametrize(
    "text",
    [
        "so sorry you lost him",
        "my heart goes out to the family",
        "oh no",
        "hopefully she sleeps tonight",
        "i’m hoping things look up for you",
        "wishing you all the best",
        "hang in there",
        "dont give up",
        "you're not alone in this",
        "you are so much stronger than it feels",
        "we are proud of you",
        "step by step",
        "message me if you want to talk",
        "sending hugs",
        "somebody there cares about you",
        "i know how that feels",
        "so glad you made it home",
        "please stay safe on the road",
    ],
)
def test_warmth_is_found_and_its_sentence_shown(text: str) -> None:
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He said he was sorry",
        "She is not sorry at all",
        "Please hold on while I check",
        "Keep your receipt",
        "Please be aware that the shop shuts at six",
        "The total comes to nine pounds",
        "",
    ],
)
def test_business_and_what_others_said_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_each_sentence_is_shown_once() -> None:
    text = "I'm sorry, hang in there. The line is open at nine. Good luck!"
    assert found(text) == ["I'm sorry, hang in there", "Good luck"]


def test_the_very_words_can_be_told_from_their_sentence() -> None:
    text = "Hang in there until your mum is home"
    assert [text[start:end] for start, end in warm_words(text)] == ["Hang in"]
