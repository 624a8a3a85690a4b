"""Near-phrases: a slip of the thumb is forgiven, another word is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from coaching.engine.guidelines import Guideline, check_greeting, is_met_by
from coaching.engine.guidelines.slips import NearWords, is_near, slips_forgiven

# Few letters, so that words are often near each other.
words = st.text("abc", min_size=1, max_size=12).map(lambda letters: f"a{letters}")


def near(*phrases: str) -> Guideline:
    return Guideline("near", "out", "never", "near", phrases)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("you people", "you people"),
        ("you people", "You PEOPLE!"),
        ("you people", "you poeple"),  # swapped
        ("you people", "you peple"),  # left out
        ("you people", "you peoplle"),  # put in
        ("you people", "you peopke"),  # changed
        ("you people", "you lovely people"),
        ("how may i help you", "how may i helpp you"),
        ("how may i help you", "how may i hlep you"),
        ("how may i help you", "how then may i really help all you"),
        ("ladies and gentlemen", "ladis and gentelmn"),
        ("valued customer", "valued custmoer"),
        ("appreciate your patience", "apreciatte your pateince"),  # two, in nine letters
        ("it's our policy", "its our polcy"),
        ("schöne grüße", "schöne güße"),
        ("您好 friend", "您好 freind"),
    ],
)
def test_a_slip_is_forgiven(phrase: str, text: str) -> None:
    assert is_met_by(near(phrase), text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("you people", "your people"),
        ("you people", "the people"),
        ("you people", "you purple"),  # two, in six letters
        ("you people", "you epople"),  # the first letter
        ("you people", "people you"),
        ("you people", "you see all people"),
        ("your call", "you call"),
        ("better than that", "better that that"),
        ("what you want", "what you went"),
        ("is unavailable", "is available"),
        ("see our department", "see our apartment"),
        ("in 2024 days", "in 2025 days"),
        ("in 2024x days", "in 2024 days"),
        ("code word", "code 4word"),
        ("a" + "b" * 32, "a" + "b" * 31),  # nobody writes it, and nobody mistypes it
        ("您好 friend", "您们 friend"),
        ("...", "you people"),
    ],
)
def test_another_word_is_no_slip(phrase: str, text: str) -> None:
    assert not is_met_by(near(phrase), text)


def test_the_shortest_run_of_words_is_shown() -> None:
    text = "you, you very people people"
    [match] = check_greeting(text, [near("you people")])
    assert [text[start:end] for start, end in match.spans] == ["you very people"]


@pytest.mark.parametrize(
    ("word", "slips"),
    [("you", 0), ("hear", 1), ("customer", 1), ("customers", 2), ("x" * 32, 2), ("x" * 33, 0), ("7even", 0)],
)
def test_longer_words_forgive_more(word: str, slips: int) -> None:
    assert slips_forgiven(word) == slips


@given(words, words)
def test_near_is_what_an_independent_distance_says(word: str, typed: str) -> None:
    is_of_four = len(word) == len(typed) == 4 and sorted(word) != sorted(typed)
    is_close = OSA.distance(word, typed) <= slips_forgiven(word) and len(typed) > 3 and not is_of_four
    assert is_near(word, typed) is (word == typed or is_close)


@given(st.sets(words), words)
def test_the_index_finds_all_that_are_near_and_nothing_else(kept: set[str], typed: str) -> None:
    forgiving = {word for word in kept if slips_forgiven(word)}
    assert NearWords(forgiving).met_by(typed)[0] == {word for word in forgiving if is_near(word, typed)}
