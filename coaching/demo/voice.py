"""How somebody types: thumbs in a hurry, curly quotes, a smile at the end."""

import re
from dataclasses import dataclass
from random import Random

_SLIPS = {
    "the": "teh", "receipt": "reciept", "tomorrow": "tommorow", "their": "thier", "definitely": "definately",
    "received": "recieved", "because": "becuase", "really": "realy", "with": "wiht", "address": "adress", "sorry": "sory",
    "again": "agian", "before": "befor", "which": "whcih", "morning": "mornin", "delivery": "delivry", "about": "abuot",
    "there": "ther", "exchange": "exhange", "refunded": "refuned", "annoying": "anoying", "weekend": "wekeend",
}  # fmt: skip
_TEXTSPEAK = {"you": "u", "your": "ur", "please": "pls", "thanks": "thx", "tomorrow": "tmrw", "for": "4", "okay": "k"}
_EMOJI = ("😊", "🙂", "👍", "❤️", "☀️", "🙌", "🐾", "🎉")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """Chances, from 0 to 1, of what somebody's typing does to a text; `slips` and `textspeak` touch one word of it."""

    lower: float = 0.04
    bare: float = 0.05
    unstopped: float = 0.25
    slips: float = 0.04
    textspeak: float = 0.0
    exclaims: float = 0.04
    emoji: float = 0.01
    curly: bool = False

    def typed(self, rng: Random, text: str) -> str:
        """`text` as this person would have typed it just then."""
        if not text:
            return text
        text = self._spelled(rng, text)
        if text[-1] == "." and rng.random() < self.unstopped:
            text = text[:-1]
        if text[-1] == "." and rng.random() < self.exclaims:
            text = text[:-1] + "!"
        if rng.random() < self.emoji:
            text = f"{text} {rng.choice(_EMOJI)}"
        return text

    def _spelled(self, rng: Random, text: str) -> str:
        if rng.random() < self.slips:
            text = _with_one(rng, text, _SLIPS)
        if rng.random() < self.textspeak:
            text = _with_one(rng, text, _TEXTSPEAK)
        if rng.random() < self.bare:
            text = text.replace("'", "")
        if rng.random() < self.lower:
            text = text[0].lower() + text[1:]
        return text.replace("'", "’") if self.curly else text


def _with_one(rng: Random, text: str, spellings: dict[str, str]) -> str:
    """The text with one of its words spelled otherwise, where it has one of these."""
    places = [word for word in _WORD.finditer(text) if word[0] in spellings]
    if not places:
        return text
    word = rng.choice(places)
    return text[: word.start()] + spellings[word[0]] + text[word.end() :]
