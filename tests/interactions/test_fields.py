"""Minutes as people write them."""

import pytest
from django.core.exceptions import ValidationError

from interactions.forms.fields import MinutesField, WordsField

FIELD = MinutesField(longest_seconds=86_400, required=False)


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("", None),
        ("2", 120),
        ("1.5", 90),
        ("1,5", 90),
        ("1:30", 90),
        ("0:05", 5),
        ("0", 0),
        ("1440", 86_400),
        ("١", 60),
    ],
)
def test_minutes_are_read_as_people_write_them(typed, seconds):
    assert FIELD.clean(typed) == seconds


@pytest.mark.parametrize("typed", ["-1", "1:60", "two", "1h", "1e3", "1441", "99999", ":30"])
def test_what_is_not_minutes_of_a_day_is_refused(typed):
    with pytest.raises(ValidationError):
        FIELD.clean(typed)


def test_stored_seconds_are_shown_as_minutes():
    assert FIELD.prepare_value(95) == "1:35"
    assert FIELD.prepare_value("soon") == "soon"
    assert not FIELD.has_changed(95, "1:35")
    assert FIELD.has_changed(95, "1:36")


def test_words_are_stored_in_one_spelling():
    assert WordsField().clean("Cafe\u0301\r\nopen") == "Café\nopen"


def test_nul_is_refused_rather_than_dropped():
    with pytest.raises(ValidationError):
        WordsField().clean("Hello\x00")
