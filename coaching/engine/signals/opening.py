"""How an encounter opens: with words that only this customer could be told, or with words off a card."""

from functools import lru_cache

from coaching.engine.matchers import outside, spans_of
from coaching.engine.signals.details import details
from coaching.engine.signals.exploration import own_questions
from coaching.engine.signals.greeting import greeting
from coaching.engine.signals.history import history
from coaching.engine.signals.names import name_in
from coaching.engine.signals.noticed import noticed
from coaching.engine.signals.stock import filler, stock_greeting
from coaching.engine.text import Reading, Spans, read

_STRAY = 5  # words beside the stock phrases that make nothing of one's own yet

_OF_BUSINESS = frozenset(
    "appointment reservation booking order account call reference ticket checking looking serve served anything"
    " something help reservations member card detail details speaking size".split()
)


@lru_cache(maxsize=64)
def personal_touches(text: str, name: str) -> Spans:
    """Spans of a greeting that fit nobody else: a name, a memory, something noticed, a question about their life."""
    return spans_of(
        name_in(text, name),
        history(text),
        noticed(text),
        outside(details(text), stock_greeting(text)),
        (span for span in own_questions(text) if _OF_BUSINESS.isdisjoint(read(text[slice(*span)]).words)),
    )


def stock_opening(text: str) -> Spans:
    """Spans of the stock phrases of a greeting that has no words of one's own beside them."""
    stock = stock_greeting(text)
    return () if stock and has_own_words(text) else stock


def has_own_words(text: str) -> bool:
    """Whether whole clauses stand beside what everybody says, and more than a few words of them."""
    said = spans_of(stock_greeting(text), greeting(text), filler(text))
    return _own_words(read(text), said) > _STRAY


def opens(text: str, before: str) -> bool:
    """Whether an encounter opens here: with a hello, in answer to one, or because nothing was said before."""
    return not before.strip() or bool(greeting(text) or greeting(before))


def personal_greeting(text: str, name: str, before: str) -> Spans:
    """Spans that make an opening personal."""
    return personal_touches(text, name) if opens(text, before) else ()


def scripted_greeting(text: str, name: str, before: str) -> Spans:
    """Spans that make an opening a stock one."""
    return stock_opening(text) if opens(text, before) and not personal_touches(text, name) else ()


def _own_words(reading: Reading, said: Spans) -> int:
    """How many words stand in clauses that hold nothing of what everybody says."""
    words = tuple(zip(reading.starts, reading.ends, strict=True))
    rest = set(outside(words, said))
    stock = {clause for clause, word in zip(reading.clauses, words, strict=True) if word not in rest}
    return sum(clause not in stock for clause in reading.clauses)
