"""An apology or a regret in one's own name."""

from coaching.engine.matchers import Phrases, signal, spans_of
from coaching.engine.text import Reading, Spans, read

_REGRETS = Phrases(
    "sorry",
    "so|very|really|truly|terribly|awfully sorry",
    "(i am|we are) ~ sorry",
    "my|our? sincere|sincerest|deepest? apologies",
    "i|we ~ apologise",
    "i|we would like to apologise",
    "apologies",
    "apologise",
    "apologises for",
    "forgive me|us",
    "i|we regret",
    "my bad|mistake|fault",
    "our mistake|fault",
    "my|our apology",
    "did not mean to",
)
_ALONE = Phrases("excuse me", "i am afraid")  # a regret only when nothing else is said with it
_ASKS_AGAIN = Phrases(
    "er|uh|um|erm sorry",
    "sorry what|who|where|which|when is|was|are|were|did|do|number|name|address|date",
    "sorry say|come that? again",
    plain=True,
)
_SOUNDS = frozenset({"oh", "uh", "um", "er", "erm", "ah", "well", "okay", "and", "but"})
_ANOTHER_TRY = frozenset("yes yeah is are any er um uh erm".split())
_OTHERS = frozenset({"he", "she", "they", "you", "customer", "it", "who", "better", "feel", "safe", "than"})
_BETWEEN = frozenset({"is", "was", "are", "were", "be", "being", "so", "very", "really", "a", "feel", "feeling"})


@signal
def apology(text: str) -> Spans:
    """Spans of an apology; not "he was sorry", "a sorry sight", "sorry, what was the name?"."""
    reading = read(text)
    found = _REGRETS.find_words(reading)
    if found:
        asks_again = {index for pair in _ASKS_AGAIN.find_words(reading) for index in range(*pair)}
        found = [pair for pair in found if asks_again.isdisjoint(range(*pair)) and not _is_no_regret(reading, *pair)]
    alone = [pair for pair in _ALONE.find_words(reading) if _is_whole_clause(reading, *pair)]
    return spans_of(reading.span(first, after) for first, after in found + alone)


def _is_whole_clause(reading: Reading, first: int, after: int) -> bool:
    clauses, start = reading.clauses, first
    while start and clauses[start - 1] == clauses[first] and reading.words[start - 1] in _SOUNDS:
        start -= 1
    starts = start == 0 or clauses[start - 1] != clauses[first]
    return starts and (after == len(clauses) or clauses[after] != clauses[first])


def _is_no_regret(reading: Reading, first: int, after: int) -> bool:
    """ "he is sorry" is his, "sorry?" asks again, "Main Street sorry is it Road" mends."""
    is_bare = after - first == 1 and reading.words[first] == "sorry"
    is_slip = is_bare and (_is_question(reading, first, after) or _is_repair(reading, first, after))
    return is_slip or _is_somebody_elses(reading, first)


def _is_question(reading: Reading, first: int, after: int) -> bool:
    sentence = reading.sentences[first]
    return sentence in reading.questions and reading.bounds[sentence] == (first, after)


def _is_repair(reading: Reading, first: int, after: int) -> bool:
    """Whether another try follows without a pause."""
    runs_on = after < len(reading.words) and reading.clauses[after] == reading.clauses[first]
    return runs_on and first > 0 and reading.words[after] in _ANOTHER_TRY


def _is_somebody_elses(reading: Reading, first: int) -> bool:
    words, index = reading.words, first - 1
    while index >= 0 and reading.clauses[index] == reading.clauses[first] and words[index] in _BETWEEN:
        index -= 1
    is_led_to = 0 <= index < first - 1 and reading.clauses[index] == reading.clauses[first]
    return words[first - 1 : first] == ("a",) or (is_led_to and words[index] in _OTHERS)
