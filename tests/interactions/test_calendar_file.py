"""A promise for the phone's calendar: the right time, the right words, and nothing that breaks out of its line."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from icalendar import Calendar

from interactions.calendar_file import calendar_file
from interactions.models import Promise
from tests.factories import EncounterFactory, PromiseFactory

URL = "https://shop.example/encounters/1/"
ESCAPED = re.compile(r"\\(.)")


@pytest.fixture
def promise(ada, harbour) -> Promise:
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    encounter = EncounterFactory(
        person=ada, team=harbour, customer_name="Maria", customer_reference="A-1", occurred_at=at
    )
    return PromiseFactory(encounter=encounter, what="Ring about the blue kettle", due_at=at + timedelta(hours=6))


def _lines(file: bytes) -> dict[str, str]:
    """name -> value of the event's own lines, unfolded and unescaped as RFC 5545 says, without icalendar."""
    event = file.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1].split("BEGIN:VALARM")[0]
    lines = dict(line.split(":", 1) for line in event.split("\r\n") if line)
    return {name: ESCAPED.sub(lambda e: "\n" if e[1] in "nN" else e[1], value) for name, value in lines.items()}


def test_it_stands_at_the_time_it_is_due_and_reminds_before(promise):
    event: Any = Calendar.from_ical(calendar_file(promise, url=URL)).walk("VEVENT")[0]
    assert event["UID"] == f"{promise.public_id}@microconnect"
    assert event["DTSTART"].dt == promise.due_at
    assert event["DTEND"].dt > promise.due_at
    assert event["SUMMARY"] == "Ring about the blue kettle"
    assert event["DESCRIPTION"] == "Promised to Maria"
    assert event["URL"] == URL
    alarm = event.walk("VALARM")[0]
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(minutes=-30))


def test_the_same_promise_is_the_same_file(promise):
    assert calendar_file(promise, url=URL) == calendar_file(Promise.objects.get(), url=URL)


def test_it_says_no_more_of_the_customer_than_the_first_name(promise):
    assert b"A-1" not in calendar_file(promise, url=URL)
    promise.encounter.customer_name = ""
    assert b"DESCRIPTION:Promised" not in calendar_file(promise, url=URL)


@pytest.mark.parametrize(
    "what",
    [
        "Ring\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Not mine",
        "One, two; three: “four” \\n five \\, six",
        "C:\\Notes\\new, then \\N",
        "🫖👩‍👩‍👧‍👦é" * 20,
        "x" * 200,
        "ñ" * 200,
        "Tea\tat four\nand cake\rlater",
        "\u2028 next \u0085 line \x0b\x0c\x1c\x07",
        'X-ALT;FMTTYPE=text/html="<script>"',
    ],
)
def test_hostile_words_come_through_and_break_out_of_nothing(promise, what):
    promise.what = promise.encounter.customer_name = what
    file = calendar_file(promise, url=URL)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert file.count(b"BEGIN:VEVENT\r\n") == file.count(b"\r\nEND:VEVENT\r\n") == 1
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)|(?<!\r)\n", file)
    meant = re.sub(r"[\x0b\x0c\x1c\x07\x85]", "", what.replace("\r\n", "\n").replace("\r", "\n"))
    assert _lines(file)["SUMMARY"] == meant
    assert _lines(file)["DESCRIPTION"] == f"Promised to {meant}"


def test_a_phone_gets_a_file_that_it_knows(promise, as_user, ada):
    response = as_user(ada).get(reverse("promises:calendar", args=[promise.public_id]))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="promise.ics"'
    assert response["Cache-Control"] == "private, no-store"
    assert f"/encounters/{promise.encounter.public_id}/" in _lines(response.content)["URL"]
