"""An apology or a regret in one's own name."""

from coaching.engine.matchers import Phrases, signal
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
    "forgive me|us",
    "pardon me",
    "oh dear",
    "i am afraid",
    "unfortunately",
    "i|we regret",
    "my bad|mistake|fault",
    "our mistake|fault",
)
_OTHERS = frozenset({"he", "she", "they", "you", "customer", "it", "who", "better", "feel", "safe", "than"})
_BETWEEN = frozenset({"is", "was", "are", "were", "be", "being", "so", "very", "really", "a", "feel", "feeling"})


@signal
def apology(text: str) -> Spans:
    """Spans of an apology; not "he was sorry", "a sorry sight", "not sorry at all"."""
    reading = read(text)
    found = _REGRETS.find_words(reading)
    return tuple(reading.span(first, after) for first, after in found if not _is_somebody_elses(reading, first))


def _is_somebody_elses(reading: Reading, first: int) -> bool:
    words, index = reading.words, first - 1
    while index >= 0 and reading.clauses[index] == reading.clauses[first] and words[index] in _BETWEEN:
        index -= 1
    is_led_to = 0 <= index < first - 1 and reading.clauses[index] == reading.clauses[first]
    return words[first - 1 : first] == ("a",) or (is_led_to and words[index] in _OTHERS)
