"""Reading the facts back before acting on them."""

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.text import Reading, Spans, read

_CHECKS = Phrases(
    "please? confirm that|the|these|this|you|your|it|if|everything|all|following|below|what|whether|me|to",
    "please confirm",
    "can|could|would you please|kindly|just? confirm|affirm|verify|check",
    "please|kindly verify|check|ensure|review",
    "confirm|verify|check these|the|following details|information",
    "please give|your confirmation",
    "for confirmation",
    "is that|this|it|everything|all all? right|correct|okay|accurate",
    "is that|this|it|everything still? right|correct|accurate",
    "are these|those|they|the ... right|correct|okay",
    "does that|this|it|everything|all sound|look right|correct|good|okay",
    "did i|we get|hear|have ... right|correctly",
    "have i|we got|understood ... right|correctly",
    "if i|we have|understood|understand got? ... right|correctly",
    "do i|we understand|have ... right|correctly",
    "am i right|correct",
    "do you confirm",
    "is that|this|it what you want|wanted|need|needed|meant|mean",
    "(get|got) this|that straight",
    "if i am not mistaken",
    "as i understand it",
    "double checking",
    "please look|read over|through",
    "please take a look",
    "shall|should i go ahead|proceed",
    "okay to proceed|go ahead",
    "here is|are what i have|understood",
    "here are the details",
    "let me|us just? make sure|check|confirm|verify|read|repeat|play|recap|summarise",
    "(just|want|like) to (make|be) sure",
    "just to (be clear|be certain|confirm|check|verify|double check)",
    "want|like|need to make sure|confirm|verify",
    "just confirming|checking",
    "so that|it is|was",
    "so you want|need|would|are|have|were|had|got|will|tried|ordered|booked|paid",
    "you are scheduling|booking|reserving|buying|transferring|sending|visiting|going|renting|fixing",
    "you (said|mentioned|told me|told us|were saying|asked)",
    "what you are saying|telling",
    "sounds|seems|looks like you",
)
# Said back at the start of a sentence, they are what was understood; after "do" or "where" they ask.
_OPENERS = Phrases(
    "you want|wanted|wish|prefer|requested",
    "you would|will like|rather|want",
    "you are looking for|to",
    "to be clear|sure|certain",
    "to confirm|recap|summarise|verify|repeat|clarify",
    "confirming|verifying",
    "please make sure",
    "confirm",
    "(i|we) have you down",
    plain=True,
)
_TAGS = Phrases("correct", "right", "yes", "yeah", "is it", plain=True)
_BEFORE = frozenset(
    "so okay sure alright right great good perfect yes and now just then well thing let me no problem certainly"
    " of course lovely fine thanks thank you i understand that think have understood got it all".split()
)
_RUN_UP = 8  # words of assent before it
_NOT_CHECKS = Phrases(
    "is that okay to|with|for",
    "i|we can|am|are ~ confirm|happy",
    "able to confirm",
    "wish to confirm",
    "way|email|mail|letter|text|message|call|shortly|today to confirm|verify",
    "you want me to help|assist|look|find",
    "thanks for confirming",
    plain=True,
)


@signal
def check_details(text: str) -> Spans:
    """Spans that play facts back or ask whether they are right; "do you want to book?" is an offer."""
    reading = read(text)
    openers = [pair for pair in _OPENERS.find_words(reading) if _opens(reading, pair[0])]
    tags = [pair for pair in _TAGS.find_words(reading) if _is_tag(reading, *pair)]
    checks = spans_of(_CHECKS.find(reading), (reading.span(first, after) for first, after in openers + tags))
    return outside(checks, _NOT_CHECKS.find(reading)) if checks else ()


def _opens(reading: Reading, first: int) -> bool:
    """Whether only words of assent stand before it in its sentence."""
    start = reading.bounds[reading.sentences[first]][0]
    return first - start <= _RUN_UP and _BEFORE.issuperset(reading.words[start:first])


def _is_tag(reading: Reading, first: int, after: int) -> bool:
    """Whether it is a question of its own at the end of a statement: "a table for two, correct?"."""
    sentence = reading.sentences[first]
    start, end = reading.bounds[sentence]
    is_last = after == end and sentence in reading.questions
    return is_last and first > start and reading.clauses[first] != reading.clauses[first - 1]
