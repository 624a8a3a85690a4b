"""Somebody's words in a row of the list: cut between two words, and around those that were looked for."""

from coaching.encounters.rows import SHORT, around, shortened
from tests.coaching.dashboards.reading import text_of
from tests.factories import EncounterFactory


def test_what_fits_is_whole():
    assert shortened("a" * SHORT) == "a" * SHORT


def test_what_does_not_is_cut_between_two_words():
    words = "I have put it behind the till for you, " * 4
    assert shortened(words) == "I have put it behind the till for you, " * 2 + "I have put it behind the till…"


def test_one_long_word_is_cut_where_the_row_ends():
    assert shortened("a" * 200) == "a" * SHORT + "…"


def test_what_was_looked_for_stands_in_the_row():
    words = "I have put it behind the till for you, " * 4 + "with the parking paid until six."
    found = words.index("parking")
    shown = around(words, found, found + len("parking"))
    assert shown == "…it behind the till for you, with the parking paid until six."


def test_what_was_looked_for_near_the_beginning_leaves_the_words_as_they_begin():
    words = "The parking is paid, " + "and it is behind the till for you " * 4
    assert around(words, 4, 11) == shortened(words)


def test_one_long_word_is_shown_from_where_it_was_looked_for():
    words = "a" * 200 + "lake"
    assert around(words, 200, 204) == "…lake"


def test_a_search_shows_the_words_it_found_and_not_the_first_ones(sana, ada, harbour, as_user):
    EncounterFactory(person=ada, team=harbour, greeting="How can I help?", resolution="I paid for the Parking.")
    EncounterFactory(person=ada, team=harbour, greeting="Hello again", customer_name="Parkinson")
    words = text_of(as_user(sana).get("/encounters/?q=park"))
    assert "I paid for the Parking." in words
    assert "How can I help?" not in words
    assert "Hello again" in words
    assert "· Parkinson ·" in words
