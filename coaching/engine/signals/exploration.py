"""Asking about the person or the situation, rather than for a number or an order."""

from bisect import bisect_left

from coaching.engine.matchers import Phrases, signal, spans_of
from coaching.engine.signals.anything_else import anything_else
from coaching.engine.signals.arrived import arrived
from coaching.engine.signals.offer import offer
from coaching.engine.signals.stock import stock_greeting
from coaching.engine.signals.words import GENERIC_WORDS
from coaching.engine.text import Reading, Span, Spans, read

_OPENERS = frozenset(
    "what when where why how who whose which did do does is are was were have has had can could will would".split()
)
_OPEN_QUESTIONS = Phrases(
    "what happened|happens|went|made|brings|brought",
    "what is|was|has happening|happened|going|wrong|been|it|that",
    "what sort|kind of",
    "when did|does|was|is|do",
    "where did|does|were|was|are|do",
    "why did|do|is|was",
    "how did|do|does|was|were|is|are|has|have|long|often|many|come",
    "who is|was|are",
    "what are|were|do|did|would you|your|the",
    "tell me|us more|about|what|how",
    "talk me through",
    "walk me through",
    "have you tried|had|been|noticed|seen|already|got",
    "did you|it|that|they|anyone|the",
    "was it|that|there|the|your",
    "can|could|would you tell|describe|explain|show|say",
    "may|can|could i|we ask",
    "help me understand",
    "if you do not mind me asking",
    "do you mind if i ask",
    "are you still|travelling|going|having|seeing|trying|flying|looking|worried|feeling",
    "is it|that|this for|still|urgent",
    "asked him|her|them what|how|about|when|where|why|who",
    plain=True,
)
_JOINING = frozenset({"and", "so", "but"})
_OPENING = 4  # without a question mark, a question must start within these words
_TRANSACTION = frozenset(
    """
    account address card code date dob email form id identification initials name number numbers password
    passport
    payment pin postcode receipt reference signature surname username zip cash credit debit bag booking spell
    """.split()
)


@signal
def exploration(text: str) -> Spans:
    """Spans of questions about the person or what happened."""
    reading = read(text)
    openings = {first for first, _ in _OPEN_QUESTIONS.find_words(reading)}
    questions = (_question(reading, number, openings) for number in range(len(reading.bounds)))
    business = spans_of(stock_greeting(text), anything_else(text), offer(text), arrived(text))
    return tuple(span for span in questions if span and not _is_mostly(span, business))


def _question(reading: Reading, sentence: int, openings: set[int]) -> Span | None:
    """Where a sentence asks about them, from the word with which the question starts."""
    first, after = reading.bounds[sentence]
    start = _start(reading, first, after)
    if sentence in reading.questions:
        words = reading.words[start:after]
        asks = len(words) > 1 and any(word in _OPENERS or word not in GENERIC_WORDS for word in words)
    else:
        start = min(openings.intersection(range(start, min(after, start + _OPENING))), default=-1)
        asks = start >= 0
    if not asks or start in reading.reported or not _TRANSACTION.isdisjoint(reading.words[start:after]):
        return None
    return reading.starts[start], reading.sentence_span(sentence)[1]


def _start(reading: Reading, first: int, after: int) -> int:
    """The first clause that opens like a question, else the last one."""
    clauses = reading.clauses
    heads = [at for at in range(first, after) if at == first or clauses[at] != clauses[at - 1]]
    heads = [head + 1 if reading.words[head] in _JOINING and head + 1 < after else head for head in heads]
    return next((head for head in heads if reading.words[head] in _OPENERS), heads[-1])


def _is_mostly(span: Span, others: Spans) -> bool:
    """Whether the others, which do not overlap, cover half of the span."""
    begin = max(bisect_left(others, span) - 1, 0)
    until = bisect_left(others, (span[1], 0))
    covered = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in others[begin:until])
    return covered * 2 >= span[1] - span[0]
