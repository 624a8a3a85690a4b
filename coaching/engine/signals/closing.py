"""A goodbye of any kind, or the good wishes that stand for one."""

from bisect import bisect_right

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.signals.whole import run_of_words
from coaching.engine.text import Reading, Spans, read

_KIND = (
    "great|good|nice|lovely|wonderful|fantastic|brilliant|super|superb|pleasant|amazing|safe|happy|beautiful|blessed"
    "|terrific|enjoyable|fabulous|marvellous|marvelous|excellent|splendid|awesome|relaxing|restful|fun|cracking"
)
_TALKING = "talking|speaking|chatting|visiting"
_GOODBYES = Phrases(
    "good? bye bye?",
    "bye now|then",
    "bye for now",
    "take ~ care",
    "see you soon|later|then|again|tomorrow|around?",
    "see ya",
    f"have|enjoy yourself? a|an|your {_KIND} *",
    f"have|enjoy a|an really|very|truly {_KIND} *",
    "have|enjoy the|your rest of the|your *",
    f"have {_KIND} * * *?",
    f"have {_KIND} day|evening|night|weekend|time|trip|journey|holiday|afternoon|morning|one",
    "enjoy the|your|yourself|yourselves|it *?",
    "have fun with|at|there|today|tonight|tomorrow",
    "all the best",
    "best wishes",
    "good night",
    "safe travels|journey|trip|home",
    "travel|drive|get|mind home|safe|safely|how",
    "until next time",
    "look|looking forward to seeing",
    "come|pop back soon|anytime|again",
    "good luck",
    "cheerio",
    "farewell",
    "(tara|ta ra|toodle pip)",
    "my|a pleasure",
    "always|so|very|only? happy|glad to have? help|helped|assist|assisted",
    "always|so|very|only? happy|glad to be of|able",
    "glad i|we could help|assist",
    f"(nice|good|great|lovely|pleasure|pleasant|delightful|fun|wonderful|interesting) ... {_TALKING} to|with you",
    "(nice|good|great|lovely) to (talk|speak|chat) to|with you",
    f"enjoyed ~ {_TALKING}",
    "enjoyed our|the|this chat|conversation|talk",
    "(talk|speak|catch) to? you soon|later|again",
    "take it easy",
    "keep up the good",
    "let you go",
    "i (have got to|had better|better|have to|should|must) ~ go|run",
    plain=True,
)
_IN_RETURN = Phrases("you too", "same to you", plain=True)  # at the start of a sentence
_NOT_GOODBYES = Phrases(
    "take ~ care of the|this|that|it|them|him|her|your|my|our|their|things|everything|someone|somebody|people",
    "to take ~ care",
    "i|we|they|it|he|she|not|which ~ have|had|enjoy|take",
    "(i|we|they|you|he|she) ~ have|had ~ pretty|very? good luck",
    "had|have|having ~ good luck",
    "pretty|very good luck",
    "see you know",
    "you|that|might|may ~ might|may|can enjoy",
    "enjoy the|your song|music|playlist|track",
    "be ~ (happy|glad) to",
    "(i am|we are) ~ happy|glad to help|assist",
    "to ~ enjoy",
    "to have fun",
    "i|we have a pleasure|safe",
    plain=True,
)


_LEAD_IN = 16  # words


@signal
def closing(text: str) -> Spans:
    """Spans of a goodbye that stands for itself: not the "bye" in which a long run of words about something else ends."""
    reading = read(text)
    return tuple(span for span in goodbyes(text) if not _ends_a_long_run(reading, span[0]))


@signal
def goodbyes(text: str) -> Spans:
    """Spans of any goodbye; not "I'll take care of it", "they have a good menu"."""
    reading = read(text)
    returned = [pair for pair in _IN_RETURN.find_words(reading) if _opens(reading, pair[0])]
    goodbyes = spans_of(_GOODBYES.find(reading), (reading.span(*pair) for pair in returned))
    return outside(goodbyes, _NOT_GOODBYES.find(reading)) if goodbyes else ()


def _ends_a_long_run(reading: Reading, start: int) -> bool:
    """Whether more words run into it, without a pause, than people say before a goodbye."""
    index = bisect_right(reading.starts, start) - 1
    return index - run_of_words(reading, index, _LEAD_IN + 1) > _LEAD_IN


def _opens(reading: Reading, first: int) -> bool:
    """Whether it starts its sentence, or a word before it does: "well you too"."""
    return first - reading.bounds[reading.sentences[first]][0] <= 1
