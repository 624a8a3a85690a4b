"""A promise as a calendar entry (RFC 5545), so that a phone reminds of it whether or not anybody looks here."""

from datetime import timedelta
from unicodedata import category

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event, vText

from interactions.models import Promise
from microconnect.text import normalise

DURATION = timedelta(minutes=15)
REMINDER = timedelta(minutes=-30)


class _Text(vText):
    """Text escaped as RFC 5545, 3.3.11 says; icalendar itself makes a line break of the N in "C:\\Notes"."""

    def to_ical(self) -> bytes:
        escaped = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


def calendar_file(promise: Promise, *, url: str) -> bytes:
    """One event at the time by which it was promised, with a reminder half an hour before.

    The same promise always gives the same bytes, so that importing it twice is one entry. Of the customer it
    holds the first name, where one was noted; the entry is private where calendars are shared.

    Args:
        url: where the encounter is, in full.
    """
    what = _text(str(promise))
    event = Event()
    event.add("uid", f"{promise.public_id}@microconnect")
    event.add("dtstamp", promise.made_at)
    event.add("dtstart", promise.due_at)
    event.add("dtend", promise.due_at + DURATION)
    event.add("summary", what)
    if name := promise.encounter.customer_name:
        event.add("description", _text(_("Promised to %(name)s") % {"name": name}))
    event.add("url", url)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_reminder(what))
    calendar = Calendar()
    calendar.add("prodid", "-//Microconnect//Promises//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _reminder(what: _Text) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", what)
    alarm.add("trigger", REMINDER)
    return alarm


def _text(words: str) -> _Text:
    """Control characters have no place in such a file, escaped or not; line breaks and tabs do."""
    return _Text("".join(each for each in normalise(words) if each in "\n\t" or category(each) != "Cc"))
