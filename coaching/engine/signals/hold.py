"""Asking somebody to wait a moment."""

from coaching.engine.matchers import Phrases, signal, spans_of
from coaching.engine.text import Spans, read

_WHILE = "moment|second|minute|sec|tick|mo|bit"
_HOLDS = Phrases(
    "bear|bare with me|us",
    "hold|hang on",
    "hold|holding the line",
    "hold please|there",
    "if you could|can|will|would? ~ hold|wait",
    "if you would ~ like to hold|wait",
    "just|please hold|wait",
    "moment please",
    "(could|can|would|will) you ~ (hold|wait) please?",
    "would you (like|mind) ~ (to hold|holding|to wait|waiting)",
    "(just|please) (hold|wait) while|until",
    f"hold|wait for? a|one {_WHILE}",
    f"one|just {_WHILE} please?",
    f"(a|two) ({_WHILE}|minutes|seconds|ticks|secs) please",
    f"just a|one|two ({_WHILE}|minutes|seconds|ticks|secs)",
    f"give me|us just? a|one|two|five ({_WHILE}|minutes|seconds|ticks|secs)",
    "please wait",
    f"half a {_WHILE}",
    "ask|asking you to hold|wait",
    "(would like|want|need) you to hold|wait|bear",
    "keep|continue holding",
    "continue to hold",
    "wait there",
    "i|we will|shall just? be right back|with",
    f"i|we will be with you in a|one {_WHILE}",
    f"i|we will be back in a|one {_WHILE}",
    "pop|put|putting|popping you on hold",
    "stay on the line",
    "a couple of? ticks|seconds|minutes please",
    "i|we have to check with",
)
_NOT_LONG = Phrases(  # the "not" is part of it
    f"will|shall not be ~ a {_WHILE}",
    "will|shall not be ~ long",
    "will|shall not keep you",
    "will not take ~ (long|a minute|a second|a moment)",
    plain=True,
)


@signal
def hold(text: str) -> Spans:
    """Spans that ask for a moment's patience."""
    reading = read(text)
    return spans_of(_HOLDS.find(reading), _NOT_LONG.find(reading))
