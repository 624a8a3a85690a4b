"""Encounters as rows of a list: ready strings, one query a page."""

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
    "person__name", "person__email", "situation__name", "assessment__score",
)  # fmt: skip
SHORT = 110  # characters of somebody's words that fit a row


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


def rows_of(primary_keys: Iterable[int], *, practice: str = "") -> list[Row]:
    """The rows of these encounters, the newest first, with the score of the whole or of one practice."""
    encounters = Encounter.objects.filter(pk__in=list(primary_keys)).newest_first()
    shown = [*_SHOWN, "assessment__scores"] if practice else _SHOWN
    return [_row(encounter, practice) for encounter in encounters.select_related(*_ALSO_READ).only(*shown)]


def _row(encounter: Encounter, practice: str) -> Row:
    return Row(
        url=encounter.get_absolute_url(),
        day=_day(timezone.localtime(encounter.occurred_at).date()),
        time=date_format(timezone.localtime(encounter.occurred_at), "H:i"),
        words=_first_words(encounter),
        score=_score(encounter, practice),
        person=str(encounter.person),
        initials=encounter.person.initials,
        about=" · ".join(_about(encounter)),
    )


def _day(day: date) -> str:
    """The day as people call it."""
    days_ago = (timezone.localdate() - day).days
    if days_ago in {0, 1}:
        return _("Today") if days_ago == 0 else _("Yesterday")
    return date_format(day, "l j F")


def _first_words(encounter: Encounter) -> str:
    said = next((words for name in Encounter.WORDS if (words := getattr(encounter, name))), "")
    return shortened(said)


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
