"""A goodbye of any kind, or the good wishes that stand for one."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_KIND = "great|good|nice|lovely|wonderful|fantastic|brilliant|super|pleasant|amazing|safe|happy|beautiful|blessed"
_GOODBYES = Phrases(
    "good? bye bye?",
    "bye now|then",
    "bye for now",
    "take care",
    "see you soon|later|then|again|tomorrow|around?",
    "see ya",
    f"have|enjoy a|an|your {_KIND} *",
    f"have|enjoy a|an really|very|truly {_KIND} *",
    "have|enjoy the|your rest of the|your *",
    f"have {_KIND} * * *?",
    "enjoy the|your|yourself|yourselves|it *?",
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
    "my|a pleasure",
    "you are welcome",
    plain=True,
)


@signal
def closing(text: str) -> Spans:
    """Spans of a goodbye."""
    return _GOODBYES.find(read(text))
