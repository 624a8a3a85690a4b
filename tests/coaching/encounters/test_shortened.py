"""Somebody's words in a row of the list: whole where they fit, cut between two words where not."""

from coaching.encounters.rows import SHORT, shortened


def test_what_fits_is_whole():
    assert shortened("a" * SHORT) == "a" * SHORT


def test_what_does_not_is_cut_between_two_words():
    words = "I have put it behind the till for you, " * 4
    assert shortened(words) == "I have put it behind the till for you, " * 2 + "I have put it behind the till…"


def test_one_long_word_is_cut_where_the_row_ends():
    assert shortened("a" * 200) == "a" * SHORT + "…"
