"""Phrases are found whole, in order, inside a sentence, and not where the words before turn them round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.engine import matchers
from coaching.engine.matchers import Phrases, outside, spans_of
from coaching.engine.text import read

RING = Phrases("i will ~ ring|call ... depot", "call # times", "# nights away", "hold on?", "thank you for *", "ask ~")
SORRY = Phrases("sorry", "so sorry")
PLAIN = Phrases("sorry", plain=True)


def found(phrases: Phrases, text: str) -> list[str]:
    return [text[start:end] for start, end in phrases.find(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'll ring the depot", ["I'll ring the depot"]),
        ("I’ll just quickly call our big depot", ["I’ll just quickly call our big depot"]),
        ("I'll call the very big yellow depot", []),
        ("I'll ring. The depot", []),
        ("call 3 times", ["call 3 times"]),
        ("call three times", ["call three times"]),
        ("call many times", []),
        ("three nights away", ["three nights away"]),
        ("hold", ["hold"]),
        ("HOLD ON", ["HOLD ON"]),
        ("household", []),
        ("thank you for", []),
        ("thank you for waiting", ["thank you for waiting"]),
        ("ask really", ["ask really"]),
        ("please ask", ["ask"]),
    ],
)
def test_a_phrase_is_found_as_its_notation_says(text: str, expected: list[str]) -> None:
    assert found(RING, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "not sorry at all",
        "never really sorry",
        "no sorry",
        "he said he was sorry",
        "the customer told me she is so sorry",
    ],
)
def test_a_negated_or_reported_phrase_is_no_match(text: str) -> None:
    assert found(SORRY, text) == []
    assert found(PLAIN, text) == ["sorry"]


@pytest.mark.parametrize(
    "text",
    [
        "It's not your fault, sorry",
        "I could not find it but sorry",
        "don't worry, so sorry",
        "Do not worry sorry",
        "not only sorry",
        "I said sorry",
        "I can not find you sorry we sorry",
    ],
)
def test_a_negation_of_something_else_does_not_count(text: str) -> None:
    assert found(SORRY, text)


@pytest.mark.parametrize("phrase", ["be (so|very) sorry|(a bit) sad", "((a|b) c)", "gone|(for good)", "(open", "open)"])
def test_a_group_that_would_be_misread_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="a group holds all its choices"):
        Phrases(phrase)


@pytest.mark.parametrize("phrase", ["* speaking", "so? * late", "(so|*) late", "very?", "~", ""])
def test_a_phrase_that_would_open_anywhere_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="opens with a word"):
        Phrases(phrase)


def test_the_longest_phrase_wins_and_matches_never_overlap() -> None:
    assert found(SORRY, "so sorry, sorry") == ["so sorry", "sorry"]


def test_a_gap_beside_a_certain_word_leaves_both_ways_open() -> None:
    either = Phrases("ask * now", "ask ... later", "ask ~ you")

    assert found(either, "ask them now") == ["ask them now"]
    assert found(either, "ask them all later") == ["ask them all later"]
    assert found(either, "ask really just you") == ["ask really just you"]


def test_a_list_made_after_a_text_was_read_finds_its_phrases_too() -> None:
    reading = read("the late bird")
    assert not SORRY.is_in(reading)

    assert Phrases("late bird").find(reading) == ((4, 13),)


def test_the_net_can_forget_what_it_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matchers, "_MOST_KEPT", 0)

    for text in ("so sorry", "so very sorry"):
        assert found(SORRY, text)


def test_overlapping_spans_keep_the_first_and_longer() -> None:
    assert spans_of([(5, 9), (0, 3)], [(0, 6)], [(9, 10)]) == ((0, 6), (9, 10))


def test_spans_outside_others_touch_none_of_them() -> None:
    assert outside(((0, 2), (3, 5), (8, 9)), ((4, 6),)) == ((0, 2), (8, 9))
    assert outside(((0, 2),), ()) == ((0, 2),)


pairs = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair)))
spans = st.lists(pairs).map(tuple)


@given(spans, spans)
def test_outside_agrees_with_comparing_every_pair(some: tuple, others: tuple) -> None:
    slow = tuple(span for span in some if not any(a < span[1] and span[0] < b for a, b in others))

    assert outside(some, others) == slow
