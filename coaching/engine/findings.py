"""Short ways for a practice to say what it found."""

from collections.abc import Iterable, Mapping
from itertools import islice

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import Evidence, Finding
from coaching.engine.signals.words import ENGLISH_WORDS
from coaching.engine.text import Span, gettext_noop, read

NO_WORDS = gettext_noop("No words of this part were logged, so there is nothing to read.")
OTHER_LANGUAGE = gettext_noop(
    "These words are too few for us, or in a language we can't read yet, so we leave them be."
)
_MOST_SPANS = 6  # more underlining than this helps nobody


def judged(practice: str, score: float, reason: str, evidence: Iterable[Evidence] = (), **details: object) -> Finding:
    """A finding with a score. `details` fill the reason's %(placeholders)s."""
    return Finding(practice, score, reason, tuple(evidence), _filled(details))


def not_judged(practice: str, reason: str, **details: object) -> Finding:
    """A finding that says why there is nothing to say."""
    return Finding(practice, None, reason, (), _filled(details))


def words(facts: EncounterFacts, field: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """The first few spans of a text field as evidence."""
    if not spans:
        return ()
    text: str = getattr(facts, field)
    return tuple([Evidence(field, text[start:end], start, end) for start, end in islice(spans, _MOST_SPANS)])


def ticked(facts: EncounterFacts, field: str, *touches: str) -> tuple[Evidence, ...]:
    """The ticked answers among `touches`, in their order, as evidence."""
    chosen: frozenset[str] = getattr(facts, field)
    if not chosen:
        return ()
    return tuple(Evidence.of_answer(field, touch) for touch in touches if touch in chosen)


def is_said(*texts: str) -> bool:
    """Whether any of the texts holds a word at all."""
    return any(read(text).words for text in texts)


def is_readable(*texts: str) -> bool:
    """Whether the texts hold at least one English word; without one we judge nothing for want of words."""
    return not all(ENGLISH_WORDS.isdisjoint(read(text).words) for text in texts)


def _filled(details: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple([(name, str(value)) for name, value in details.items()]) if details else ()
