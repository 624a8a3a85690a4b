"""Asking about the person or the situation, rather than for a number or an order."""

from bisect import bisect_left
from collections.abc import Iterator

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
_OPENINGS = Phrases(
    "what happened|happens|went|made|makes|brings|brought",
    "what is|was|has happening|happened|going|wrong|been|it|that|on",
    "what sort|kind of",
    "what about",
    "when did|does|was|is|do",
    "where did|does|were|was|are|do",
    "where were|have you|they",
    "why did|do|is|was|are",
    "how did|do|does|was|were|is|are|has|have|long|often|many|much|come",
    "how confident|important|ready|interested|sure|worried|happy|comfortable are|is|would",
    "who is|was that|it|this|the|your",
    "what are|were|do|did|would|could|might you|your|the",
    "talk|walk me through",
    "have you tried|had|been|noticed|seen|already|got|thought",
    "did you|it|that|they|anyone|the",
    "was it|that|your",
    "do you think|know|have|feel|ever",
    "can|could|would you tell|describe|explain|show|say",
    "may|can|could i|we ask",
    "help me understand",
    "if you do not mind me asking",
    "do you mind if i ask",
    "are you still|travelling|going|having|seeing|trying|flying|looking|worried|feeling",
    "is it|that|this for|still|urgent",
    "talk to me|us ~ about",
    "talk to me|us a|some ... about",
    plain=True,
)
_REQUESTS = Phrases(
    "tell|show me|us ~ more|about|what|how|why|a|something|again",
    "say|share ~ more|something about|on|more",
    "i|we ~ wonder|wondered if|what|how|why|whether|when|where ... you|your",
    "i|we? ~ am|are|was|were? ~ wondering|curious if|what|how|why|whether|when|where|about ... you|your",
    "asked him|her|them? what|how|about|when|where|why|who|whether",
    "just? wanted|want|like|love to ask|know|hear how|what|if|when|where|why|about|more",
    "interested in what|how|hearing|your",
)
_LEADING = frozenset("oh no ah and so but okay well hey hi hello um uh hmm mm yes yeah".split())
_TAGS = Phrases(
    "is|are|was|were|does|do|did|has|have|can|will|would|ai not it|that|they|he|she|you|there",
    "is that|it? right|correct|okay|fine|so",
    "right|huh|correct|yeah|yes|eh|no|okay|understood",
    "you|ya know what? (i mean)?",
    "see|know what i mean",
    "who knows|cares",
    plain=True,
)
_GENERIC = GENERIC_WORDS - _OPENERS
_SHORT = 3  # words that say nothing of their own, as in "you know that?"
_THEM = frozenset("you your yours yourself u ya yourselves".split())
_ASKING = frozenset("ask assume presume wonder wondering hear know".split())
_CIRCUMSTANCES = frozenset("what when where why how".split())
_WENT = frozenset("did happened happens went was were does".split())
_SELF = frozenset("i my myself mine".split())
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
    return tuple(_questions(read(text)))


@signal
def own_questions(text: str) -> Spans:
    """Those of them that are not asked of everybody: neither "How can I help?" nor "Anything else?"."""
    questions = exploration(text)
    if not questions:
        return ()
    asked_of_all = spans_of(stock_greeting(text), anything_else(text), offer(text), arrived(text))
    return tuple([span for span in questions if not _is_mostly(span, asked_of_all)])


def _questions(reading: Reading) -> Iterator[Span]:
    """Where each sentence asks, from the word with which the question starts."""
    openings = {first for first, _ in _OPENINGS.find_words(reading)}
    requests = {reading.sentences[first]: first for first, _ in reversed(_REQUESTS.find_words(reading))}
    tags = set(_TAGS.find_words(reading))
    for number, (first, after) in enumerate(reading.bounds):
        if number in reading.questions:
            start = _start(reading, first, after)
            asks = (start, after) not in tags and _asks_them(reading, number, start, openings)
        else:
            start = _unmarked(reading, first, after, openings, requests.get(number, after))
            asks = start < after
        if asks and start not in reading.reported and not _is_business(reading.words[start:after]):
            yield reading.starts[start], reading.sentence_span(number)[1]


def _is_business(words: tuple[str, ...]) -> bool:
    """Whether it asks for a number or a name; "when did it leave your account?" asks what happened."""
    return not _TRANSACTION.isdisjoint(words) and not (words[0] in _CIRCUMSTANCES and not _WENT.isdisjoint(words[:4]))


def _asks_them(reading: Reading, number: int, start: int, openings: set[int]) -> bool:
    """Whether a sentence with a question mark asks the other person: "What am I doing?" asks oneself."""
    words = reading.words[start : reading.bounds[number][1]]
    if len(words) == 1:
        return words == ("why",)
    if words[0] == "i":
        return not _ASKING.isdisjoint(words)
    if not _THEM.isdisjoint(words):
        return len(words) > _SHORT or not _GENERIC.issuperset(words)
    if not _SELF.isdisjoint(words):
        return not _ASKING.isdisjoint(words)
    at_the_edge = number in (0, len(reading.bounds) - 1)
    return start in openings or (at_the_edge and not _GENERIC.issuperset(words))


def _unmarked(reading: Reading, first: int, after: int, openings: set[int], request: int) -> int:
    """Where a sentence without a question mark starts to ask; `after` when it does not."""
    if openings.isdisjoint(range(first, after)):
        return request
    asking = (head for head in _heads(reading, first, after) if head in openings)
    return min(request, next(asking, after))


def _start(reading: Reading, first: int, after: int) -> int:
    """The first clause that opens like a question, else the last one that speaks to them, else the last."""
    heads = _heads(reading, first, after)
    opener = next((head for head in heads if reading.words[head] in _OPENERS), None)
    if opener is not None:
        return opener
    ends = [*heads[1:], after]
    spoken = [h for h, e in zip(heads, ends, strict=True) if not _THEM.isdisjoint(reading.words[h:e])]
    return spoken[-1] if spoken else heads[-1]


def _heads(reading: Reading, first: int, after: int) -> list[int]:
    """Where the clauses of a sentence start, past the words that lead in: "oh no, and"."""
    clauses = reading.clauses
    heads = [at for at in range(first, after) if at == first or clauses[at] != clauses[at - 1]]
    return [_past_leading(reading, head, after) for head in heads]


def _past_leading(reading: Reading, head: int, after: int) -> int:
    while head + 1 < after and reading.words[head] in _LEADING:
        head += 1
    return head


def _is_mostly(span: Span, others: Spans) -> bool:
    """Whether the others, which do not overlap, cover most of the span."""
    begin = max(bisect_left(others, span) - 1, 0)
    until = bisect_left(others, (span[1], 0))
    covered = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in others[begin:until])
    return covered * 3 >= (span[1] - span[0]) * 2
