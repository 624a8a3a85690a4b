"""Encounters as rows of a list: ready strings, one query a page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from interactions.models import Channel, Encounter, Outcome

_ALSO_READ = ("person", "situation", "assessment")
_SHOWN = (
    "public_id", "occurred_at", "channel", "outcome", "repeat_of", *Encounter.WORDS,
    "customer_name", "customer_reference",
    "person__name", "person__email", "situation__name", "assessment__score",
)  # fmt: skip
SHORT = 110  # characters of somebody's words that fit a row
A_LITTLE = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    url: str
    day: str
    time: str
    words: str
    score: str
    person: str
    initials: str
    about: str


def rows_of(primary_keys: Iterable[int], *, practice: str = "", looked_for: str = "") -> list[Row]:
    """The rows of these encounters, the newest first, with the score of the whole or of one practice.

    Where words were `looked_for`, a row shows them where they were said, or the customer who is called so.
    """
    encounters = Encounter.objects.filter(pk__in=list(primary_keys)).newest_first()
    shown = [*_SHOWN, "assessment__scores"] if practice else _SHOWN
    found = encounters.select_related(*_ALSO_READ).only(*shown)
    return [_row(encounter, practice, looked_for) for encounter in found]


def _row(encounter: Encounter, practice: str, looked_for: str) -> Row:
    return Row(
        url=encounter.get_absolute_url(),
        day=_day(timezone.localtime(encounter.occurred_at).date()),
        time=date_format(timezone.localtime(encounter.occurred_at), "H:i"),
        words=_words(encounter, looked_for),
        score=_score(encounter, practice),
        person=str(encounter.person),
        initials=encounter.person.initials,
        about=" · ".join([*_called(encounter, looked_for), *_about(encounter)]),
    )


def _day(day: date) -> str:
    """The day as people call it."""
    days_ago = (timezone.localdate() - day).days
    if days_ago in {0, 1}:
        return _("Today") if days_ago == 0 else _("Yesterday")
    return date_format(day, "l j F")


def _words(encounter: Encounter, looked_for: str) -> str:
    said = [words for name in Encounter.WORDS if (words := getattr(encounter, name))]
    if looked_for:
        for words in said:
            if found := re.search(re.escape(looked_for), words, re.IGNORECASE):
                return around(words, found.start(), found.end())
    return shortened(said[0]) if said else ""


def _called(encounter: Encounter, looked_for: str) -> list[str]:
    """Names and numbers of the customer that were looked for: else nobody sees why this one was found."""
    called = (encounter.customer_name, encounter.customer_reference)
    return [name for name in called if looked_for and looked_for.casefold() in name.casefold()]


def around(said: str, start: int, end: int) -> str:
    """What fits a row with [start, end) in it: from the beginning where that reaches so far, else from a little before."""
    if end <= SHORT:
        return shortened(said)
    begin = said.find(" ", max(0, start - A_LITTLE), start) + 1 or start
    return f"…{shortened(said[begin:])}"


def shortened(said: str) -> str:
    """Cut between two words where it does not fit; within one only where that is longer than a row."""
    if len(said) <= SHORT:
        return said
    begun = said[:SHORT]
    whole_words = begun.rpartition(" ")[0].rstrip(" ,;:") or begun
    return f"{whole_words}…"


def _score(encounter: Encounter, practice: str) -> str:
    assessment = getattr(encounter, "assessment", None)
    if assessment is None:
        return ""
    score = assessment.scores.get(practice) if practice else assessment.score
    return "" if score is None else f"{score:.0f}"


def _about(encounter: Encounter) -> list[str]:
    # Django's get_…_display looks at, and so translates, all of a field's choices for each row.
    outcome = Outcome(encounter.outcome).label if encounter.outcome else ""
    parts = [Channel(encounter.channel).label, str(encounter.situation or ""), outcome]
    if encounter.repeat_of_id:
        parts.append(_("came back"))
    return [str(part) for part in parts if part]
