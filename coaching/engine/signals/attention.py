"""Picking up what is theirs: a concrete detail of this customer's moment, past the formulas of sympathy.

Rules, reproaches and stock formulas name things too ("90 days", "your call"), and nobody is met by those; nor
is what the speaker tells of their own ("my cousin").
"""

from collections.abc import Iterable

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.signals.blame import blame
from coaching.engine.signals.check_details import check_details
from coaching.engine.signals.details import details
from coaching.engine.signals.formulas import formula
from coaching.engine.signals.noticed import noticed
from coaching.engine.signals.robot_talk import robot_talk
from coaching.engine.signals.rulebook import rulebook
from coaching.engine.signals.stock import stock_greeting
from coaching.engine.signals.whole import sentences_with
from coaching.engine.signals.wishes import wishes
from coaching.engine.text import Span, Spans, read

_OWN = Phrases(
    "my|our|his ~ own? *",
    "i am|was ... all day|morning|week|night",
    "he|she is my|our *",
    plain=True,
)
_TASK = Phrases(
    "please confirm",
    "you ~ want|wish|like to ~ book|buy|reserve|travel|leave|find|transfer|pay",
    "how|what about ... booking|table|ticket|flight|for",
    "unavailable|reservation|reserved|booked",
    "leaving|departing|traveling|travelling from|to|at",
    "address|phone|number is",
    plain=True,
)


@signal
def attention(text: str) -> Spans:
    """Spans of details that were picked up."""
    reading = read(text)
    met = spans_of(outside(details(text), formula(text)), noticed(text), wishes(text))
    return outside(met, _elsewhere(text, _OWN.find(reading), _TASK.find(reading))) if met else ()


def _elsewhere(text: str, own: Spans, task: Iterable[Span]) -> Spans:
    """Spans that speak of the speaker, and sentences that speak for the house or of the task."""
    house = (rulebook(text), blame(text), robot_talk(text), check_details(text), stock_greeting(text), task)
    return (*own, *sentences_with((span for spans in house for span in spans), read(text)))
