"""Saying back what happened to them, as kind words do when they name it: "all that way with the twins, poor you"."""

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.signals.details import details
from coaching.engine.signals.emotional_reaction import emotional_reaction, warm_words
from coaching.engine.signals.formulas import formula
from coaching.engine.signals.interpretation import asides, insights, interpretation
from coaching.engine.signals.whole import narrowed, sentences_with
from coaching.engine.text import Spans, read

# "Restart your router" names a thing of theirs only to have it restarted.
_INSTRUCTIONS = Phrases(
    "please|kindly *", "can|could|would|will|shall you|i|we", "you need|have|must|should|can *", plain=True
)


@signal
def met(text: str) -> Spans:
    """Spans of sentences that answer what they feel, of long ones only the clauses that do."""
    reading = read(text)
    whole = spans_of(emotional_reaction(text), outside(interpretation(text), asides(text)))
    return narrowed(whole, spans_of(warm_words(text), insights(text), concrete(text)), reading) if whole else ()


@signal
def met_in_own_words(text: str) -> Spans:
    """Those of them that hold more than a formula."""
    own = outside(spans_of(warm_words(text), insights(text)), formula(text))
    return outside(met(text), outside(met(text), own)) if own else ()


@signal
def concrete(text: str) -> Spans:
    """Spans of details of theirs that are neither part of a formula nor of an instruction."""
    found = outside(details(text), formula(text))
    if not found:
        return ()
    reading = read(text)
    warm = sentences_with(spans_of(warm_words(text), insights(text)), reading)
    return outside(found, outside(sentences_with(_INSTRUCTIONS.find(reading), reading), warm))


@signal
def playback(text: str) -> Spans:
    """Spans of warm sentences that name a detail of what happened."""
    return outside(met(text), outside(met(text), concrete(text)))
