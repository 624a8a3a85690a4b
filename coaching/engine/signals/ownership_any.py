"""Everything that takes a thing on: saying what one will do, asking for a moment to do it, offering to."""

from coaching.engine.matchers import signal, spans_of
from coaching.engine.signals.hold import hold
from coaching.engine.signals.offer import offer
from coaching.engine.signals.ownership import ownership
from coaching.engine.text import Spans


@signal
def ownership_any(text: str) -> Spans:
    """Spans of ownership, of asking to wait, and of offers."""
    return spans_of(ownership(text), hold(text), offer(text))
