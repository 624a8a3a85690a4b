"""A goodbye that knows where the customer is going: "enjoy the camping trip", "give my best to the lake"."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.signals.words import GENERIC_WORDS
from coaching.engine.text import Reading, Spans, read

_WISHES = Phrases(
    "have a|an|the|some ~ great|good|nice|lovely|wonderful|fantastic|brilliant|safe|happy|super|amazing|special",
    "have fun|great|good|safe|lovely|happy",
    "enjoy",
    "good luck|luck with|for|at|on|in|tomorrow|tonight",
    "luck with|for|at|on|in",
    "give|send|say my|our? love|best|regards|hello|hi to",
    "say hello|hi|happy to",
    "hope the|your|she|he|they|you|it|that|those|to|all",
    "best of luck",
    "all the best with|for|at|on|in",
    "let me|us know|hear how|what",
    "tell me|us how|about|what|all",
    "tell him|her|them|your",
    "want|need to hear|know|see about|how|the|your|photos|pictures",
    "safe travels|journey|flight|trip|drive|home to|back|up|down|through",
    "happy birthday|anniversary|christmas|easter|wedding|holidays|new|graduation|retirement",
    "congratulations on|to|again",
    "fingers crossed for",
    "bring|send me|us back|a|some|photos",
    "get well|home|some",
    "rest up|well|that",
    "give|kiss|hug|squeeze|cuddle|pat|stroke|greet|cheer|wave|scream|shout for|to? your|his|her|the|them|that|those|my",
    "may they|she|he|you|it|the|your|all",
    "be happy|good|brave|safe in|at|with|on|to",
    "go and get|win|smash|enjoy|show|knock|have|break|celebrate",
    "show|knock|smash|win|nail|ace them|it|that|the|this|those",
    "hoping the|your|she|he|they|it|that|to|for",
    "wishing you|him|her|them|your|the",
    "my love|best|regards to",
    "love|best|regards to your|the|him|her|them",
    "speedy|quick|full recovery",
    "mind how|the|your|that",
    "look after",
    "thinking of",
    "break a leg",
    plain=True,
)
_TIMES = frozenset("day days one evening afternoon morning night weekend week rest time summer holiday".split())


@signal
def wishes(text: str) -> Spans:
    """Spans of wishes that name something of theirs, up to the thing named."""
    reading = read(text)
    return tuple(
        reading.span(first, named)
        for first, after in _WISHES.find_words(reading)
        if (named := _named(reading, first, after))
    )


def _named(reading: Reading, first: int, after: int) -> int:
    """The word after the first telling word that follows a wish in its clause, or 0."""
    limit = reading.bounds[reading.sentences[first]][1]
    for index in range(after - 1, min(limit, after + 7)):
        if index >= after and reading.clauses[index] != reading.clauses[first]:
            return 0
        is_about_a_time = index + 1 < limit and reading.words[index + 1] in _TIMES
        if _tells(reading.words[index]) and not is_about_a_time:
            return index + 1
    return 0


_OUTINGS = frozenset("music song songs playlist movie film show event concert match game ride visit".split())
_PLAIN = frozenset(
    """wonderful fantastic brilliant super pleasant amazing safe happy beautiful blessed love best luck hope
    enjoy fun regards mind care rest safely soon later visiting shopping again have wishes stay enjoyable
    awesome relaxing
    hearing bring helps helped works worked sorted enjoyed tell""".split()
)


def _tells(word: str) -> bool:
    if word in _OUTINGS:
        return True
    return word.isalpha() and len(word) > 2 and not (word in _PLAIN or word in _TIMES or word in GENERIC_WORDS)
