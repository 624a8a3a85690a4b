"""Reading the facts back before acting on them."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_CHECKS = Phrases(
    "please? confirm that|the|these|this|you|your|it|if|everything|all|following|below|what|whether",
    "please confirm",
    "can|could|would you please|kindly|just? confirm|verify|check",
    "please|kindly verify|check|ensure|review",
    "confirm|verify|check these|the|following details|information",
    "is that|this|it|everything|all all? right|correct|okay",
    "are these|those|they|the ... right|correct|okay",
    "does that|this|it|everything sound|look right|correct|good|okay|like",
    "did i|we get|hear|have ... right|correctly",
    "have i|we got|understood ... right|correctly",
    "if i|we have|understood|understand got? ... right|correctly",
    "let me|us just? make sure|check|confirm|verify|read|repeat|play",
    "(just|want|like) to (make|be) sure",
    "just to (be clear|be certain|confirm|check|verify|double check)",
    "want|like|need to make sure|confirm|verify",
    "so that is|was",
    "so you want|need|would|are|have|were|had|got|will|tried|ordered|booked|paid",
    "you would|want like? to book|reserve|buy|transfer|visit|schedule|play|rent|send|see|go",
    "to confirm|recap|summarise|verify|repeat|clarify",
    "you are scheduling|booking|reserving|buying|transferring|sending|visiting|going",
    "you (said|mentioned|told me|told us|were saying)",
    "what you are saying|telling",
    "sounds|seems|looks like you",
)


@signal
def check_details(text: str) -> Spans:
    """Spans that play facts back or ask whether they are right."""
    return _CHECKS.find(read(text))
