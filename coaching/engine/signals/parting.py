"""A goodbye that knows who is leaving: a wish that names something of theirs, or what they told, said back."""

from functools import lru_cache

from coaching.engine.matchers import outside, spans_of
from coaching.engine.signals.closing import goodbyes
from coaching.engine.signals.details import details, echoes
from coaching.engine.signals.robot_talk import robot_talk
from coaching.engine.signals.stock import survey
from coaching.engine.signals.wishes import wishes
from coaching.engine.text import Spans, read

_LAST = 2  # sentences in which people part


@lru_cache(maxsize=64)
def warm_parting(text: str, *before: str) -> Spans:
    """Spans of a goodbye that fit nobody else, given what was said before."""
    formulas = spans_of(survey(text), robot_talk(text))
    return outside(spans_of(wishes(text), details(text), echoes(text, *before)), formulas)


def parts(text: str) -> bool:
    """Whether people part here: a goodbye or a wish stands in one of the last sentences, and no question ends it."""
    reading = read(text)
    if not reading.bounds or len(reading.bounds) - 1 in reading.questions:
        return False
    last = reading.starts[reading.bounds[max(0, len(reading.bounds) - _LAST)][0]]
    return any(start >= last for start, _ in (*goodbyes(text), *wishes(text)))


def warm_close(text: str, before: str) -> Spans:
    """Spans that make a goodbye warm, where there is one."""
    return warm_parting(text, before) if parts(text) else ()
