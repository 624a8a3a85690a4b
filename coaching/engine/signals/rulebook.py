"""Speaking for the rules or the system instead of answering the person."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_RULES = Phrases(
    "policy says|states|requires|is|prevents|prohibits",
    "our|company|store|shop|the|that|this|per|by|against policy",
    "the|our? system|computer|till|software|machine|screen (will not|does not|did not|says|can not|only|requires)",
    "computer says no",
    "it will not let me|us",
    "does not allow|let me|us|you|it|that|for",
    "not allowed to",
    "(i am|we are) (not|only) allowed|permitted|authorised|authorized to?",
    "(that is|those are) the|our rules|rule|policy|procedure|regulations",
    "the|our rules are|say|state",
    "rules are rules",
    "against the|our|company rules|regulations|procedure|guidelines",
    "as per|our|the? policy|terms|rules|procedure|guidelines|company",
    "terms and conditions",
    "standard|normal|company procedure|policy|practice|process",
    "we have to follow",
    "protocol says|requires|is",
    "head office says|will not|does not",
    plain=True,
)
_ALL_THE_SAME = Phrases(
    "but|so|still|however i|we",
    "made|make|making an exception",
    "i|we waived|bent|overrode|overruled|stretched",
    "whatever|no matter what the policy|system|rule|computer|rules",
    "never mind|forget the policy|system|rule|computer|rules|policies",
    "regardless|despite|instead",
)


@signal
def rulebook(text: str) -> Spans:
    """Spans in which the rulebook or the system answers; none where the speaker goes past it."""
    reading = read(text)
    spans = _RULES.find(reading)
    return () if spans and _ALL_THE_SAME.is_in(reading) else spans
