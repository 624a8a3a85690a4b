"""Asking whether what was sent has reached them."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_ARRIVED = Phrases(
    "has|have|did|is it|that|everything|the|they|this|all ... come|came|arrive|arrived|reach|reached|land"
    "|landed|through",
    "(did you get|did you receive|have you received|have you had|can you see) ... it|email|mail"
    "|text|message|link"
    "|confirmation|receipt|number|code",
    "can you see|open|find it|them|that|the|this|everything",
    "(asked|checked|made sure) if|whether|that|it|they|he|she|everything ... came|arrived|got|landed|reached|received|through"
    "|everything|there",
    "asked|checked if|whether|that? he|she|they was|were|is|are okay|happy|clear|fine|sure with|about|on ... everything|it|that",
    "checked he|she|they|it had|has|got|was|is|can|could",
    "made sure he|she|they|it had|has|got|was|is|can|could",
    "is|was everything|it all? there|here|clear|readable",
    "(asked|checked|made sure) if|that|whether? there? is|was? anything|nothing|something else|more|left|outstanding|open",
    "read it|them|that|everything back",
    "check your email|inbox|phone|mail|messages|junk",
    "do you have everything|all",
    "(have you|you have)? got (everything|it all|that all)",
    "let me know when|if|once it|that|you ... arrives|through|get|got|have|receive|land|lands",
)


@signal
def arrived(text: str) -> Spans:
    """Spans that ask whether it came through."""
    return _ARRIVED.find(read(text))
