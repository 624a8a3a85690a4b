"""Hold greetings against the guidelines before they are logged, ready to be told in kind words."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.assessments.background import REMEMBERED_GREETINGS
from coaching.encounters.feedback import reason_of
from coaching.encounters.marking import Mark, Segment, segments_of
from coaching.engine.facts import EncounterFacts, PastGreeting
from coaching.engine.finding import MISSED, SHOWN
from coaching.engine.guidelines import Guideline, GuidelineMatch, verdict
from coaching.engine.practice import Practice
from coaching.engine.practices import BY_KEY
from coaching.guidelines.rules import GreetingRules
from interactions.models import Encounter
from microconnect.people.models import User

MOST_TOLD = 3  # more at once helps nobody who is typing
MOST_MARKS = 12
_PERSONAL = BY_KEY["personal_greeting"]


@dataclass(frozen=True, slots=True)
class Met:
    """A guideline that the greeting meets, and the words that meet it, as they were typed."""

    guideline: Guideline
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedGreeting:
    """One greeting with what is to be said about it.

    Args:
        segments: the greeting, cut where words are out of bounds; where none are, where words are in bounds.
        out_of_bounds, in_bounds: the guidelines met, the severest first.
        missing: required guidelines that are not met yet.
        is_own, is_script: what "Make the greeting your own" says; often neither.
        why: its reason.
        practice: that practice, for what to try.
    """

    segments: list[Segment]
    out_of_bounds: list[Met]
    in_bounds: list[Met]
    missing: tuple[Guideline, ...]
    is_own: bool
    is_script: bool
    why: str
    practice: Practice = _PERSONAL


def checked(
    greeting: str, *, channel: str, rules: GreetingRules, previous: tuple[PastGreeting, ...] = ()
) -> CheckedGreeting:
    """Ask the guidelines and "Make the greeting your own", with the `previous` greetings in mind."""
    found = verdict(greeting, rules.guidelines)
    facts = EncounterFacts(channel=channel, greeting=greeting, previous_greetings=previous, scripts=rules.scripts)
    personal = _PERSONAL.judge(facts)
    return CheckedGreeting(
        segments=segments_of(greeting, _marks(found.out_of_bounds, "try") or _marks(found.met, "well")),
        out_of_bounds=[_met(greeting, match) for match in found.out_of_bounds[:MOST_TOLD]],
        in_bounds=[_met(greeting, match) for match in found.met[:MOST_TOLD]],
        missing=found.missing[:MOST_TOLD],
        is_own=personal.score == SHOWN,
        is_script=personal.score == MISSED,
        why=reason_of(personal),
    )


def latest_greetings(user: User) -> tuple[PastGreeting, ...]:
    """The person's last ten greetings, newest first."""
    latest = Encounter.objects.filter(person=user).exclude(greeting="").newest_first()
    found = latest.values_list("public_id", "greeting")[:REMEMBERED_GREETINGS]
    return tuple(PastGreeting(str(public_id), greeting) for public_id, greeting in found)


def _marks(matches: Iterable[GuidelineMatch], tone: str) -> list[Mark]:
    return [Mark(start, end, tone) for match in matches for start, end in match.spans][:MOST_MARKS]


def _met(greeting: str, match: GuidelineMatch) -> Met:
    words = dict.fromkeys(greeting[start:end] for start, end in match.spans[:MOST_MARKS])
    return Met(match.guideline, tuple(words)[:MOST_TOLD])
