"""Recalling what was before: an earlier visit, loyalty, a preference."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_HISTORY = Phrases(
    "welcome back",
    "good|great|lovely|nice to see|hear|have you|from ... again|back",
    "last time|week|month|year|visit|summer|winter|spring|autumn|christmas|saturday|sunday"
    "|monday|friday you|we|with|your|i",
    "last time",
    "the other day|week",
    "you were|came|called|rang|stopped|bought|had|ordered in? ... (last *|yesterday|before|earlier)",
    "when you were|came|called|rang|visited|ordered|bought|stayed",
    "i|we remember|remembered|recall",
    "you are|were a|our|such|one ... regular|regulars|loyal|member|miler",
    "loyal customer|member|guest",
    "loyalty",
    "with us for|since # ",
    "been a customer|member|guest|with|coming|flying|shopping|using",
    "your|the usual",
    "usual seat|table|room|order|coffee|tea|table|spot|size|one",
    "your favourite",
    "you always|usually like|have|order|take|sit|come|get|ask|want|go|prefer|fly",
    "the way you like",
    "just as|how you like",
    "as always|usual|before",
    "back (again|already|so soon)",
    "did you ever|finally|manage ... to|the|your",
    "since i|we last saw|spoke|met",
    "long time no see",
    "not|have seen you for|in ... while|ages|weeks|months|long",
    "third|fourth|fifth|second|hundredth|tenth time|visit|stay|flight|trip|year",
    "million miler",
    "gold|silver|platinum|diamond|vip member|status|card|guest",
    "anniversary with us",
)


@signal
def history(text: str) -> Spans:
    """Spans that recall an earlier contact, loyalty or a preference."""
    return _HISTORY.find(read(text))
