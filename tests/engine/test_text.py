"""Folding keeps the length, words keep their places, and slips of the thumb are mended."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.engine.text import MARKS, fold, gettext_noop, normalise, read


def test_folding_any_code_point_keeps_the_length() -> None:
    for start in range(0, sys.maxunicode + 1, 4096):
        block = "".join(chr(point) for point in range(start, start + 4096))
        assert len(fold(block)) == len(block)


def test_folding_makes_quotes_dashes_and_spaces_plain() -> None:
    assert fold("I’LL\u00a0“WAIT” – OK… İ") == 'i\'ll "wait" - ok. i'


def test_normalising_composes_and_drops_what_cannot_be_kept() -> None:
    assert normalise("Jose\u0301\x00\ud83d!") == "José!"


def test_marks_are_marks_and_no_letter_digit_or_sign() -> None:
    marks = re.compile(f"[{MARKS}]")
    found = [chr(point) for point in range(sys.maxunicode + 1) if marks.match(chr(point))]

    assert {unicodedata.category(mark) for mark in found} == {"Mn", "Mc", "Me"}
    assert {"\u0301", "\u094d", "\u0e31", "\u20dd"} <= set(found)


def test_a_marked_sentence_is_left_as_it_is() -> None:
    assert gettext_noop("You took it on.") == "You took it on."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("I’ll ring", "i will ring"),
        ("don't can't won't isn't", "do not can not will not is not"),
        ("dont cant wont", "do not can not will not"),
        ("let's see Maria's bag", "let us see maria 's bag"),
        ("that's it's who's", "that is it is who is"),
        ("I'm you're they've he'd", "i am you are they have he would"),
        ("Ill look", "i will look"),
        ("my mum is ill", "my mum is ill"),
        ("sooo sory, thx", "so sorry thanks"),
        ("o'clock n't", "o'clock n't"),
        ("", ""),
    ],
)
def test_contractions_and_slips_read_as_plain_words(typed: str, words: str) -> None:
    assert " ".join(read(typed).words) == words


def test_both_words_of_a_contraction_point_at_what_was_typed() -> None:
    reading = read("so I’ll go")

    assert [reading.typed(index) for index in range(4)] == ["so", "I", "’ll", "go"]


def test_a_full_stop_in_a_number_an_address_or_a_title_ends_no_sentence() -> None:
    assert len(read("Mrs. Patel paid 3.50 at shop.example today").bounds) == 1
    assert len(read("One. Two! Three?\nFour").bounds) == 4


def test_a_question_is_known_by_its_mark() -> None:
    reading = read("Hello. How was it?! Fine.")

    assert reading.questions == {1}
    assert reading.text[slice(*reading.sentence_span(1))] == "How was it?"


def test_what_somebody_else_said_is_reported_until_one_speaks_oneself() -> None:
    reading = read("She said she was sorry so I found a chair. Sorry.")
    reported = [reading.words[index] for index in sorted(reading.reported)]

    assert reported == ["said", "she", "was", "sorry", "so"]


@given(st.text())
def test_every_word_lies_inside_the_text_in_order(text: str) -> None:
    reading = read(text)
    spans = list(zip(reading.starts, reading.ends, strict=True))

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text())
def test_normalised_text_is_nfc_and_can_be_stored(text: str) -> None:
    clean = normalise(text)

    assert unicodedata.is_normalized("NFC", clean)
    clean.encode()
    assert "\x00" not in clean
