"""The same words typed another way, to see whether they are read the same."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from coaching.evaluation.files import Data, Slice

Retype = Callable[[str], str]

_SEED = 20261121
_LONG_WORD = 6  # letters from which on a slip is put in
_SLIPS = 0.08  # of long words
_PUNCTUATION = re.compile(r"[.,;:!?]")


def slips(seed: int = _SEED) -> Retype:
    """Swap two letters inside every twelfth long word or so, the same ones each time."""
    chance = random.Random(seed)  # noqa: S311 (the same slips every time are the point)

    def slip(word: str) -> str:
        if len(word) < _LONG_WORD or chance.random() >= _SLIPS:
            return word
        at = chance.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return lambda text: " ".join(map(slip, text.split(" ")))


WAYS: Mapping[str, Callable[[], Retype]] = {
    "ALL IN CAPITALS": lambda: str.upper,
    "all in small letters": lambda: str.lower,
    "curly apostrophes": lambda: lambda text: text.replace("'", "’"),
    "no apostrophes": lambda: lambda text: text.replace("'", ""),
    "no punctuation": lambda: lambda text: _PUNCTUATION.sub(" ", text),
    "emoji at the end": lambda: lambda text: f"{text} 🙂👍",
    "letters swapped in one long word of twelve": slips,
}


def retyped(data: Data, way: str) -> Data:
    """The data with every text typed another way; marked evidence is left out, since it no longer stands there."""
    retype = WAYS[way]()
    return replace(data, slices=[_slice(labelled, retype) for labelled in data.slices])


def _slice(labelled: Slice, retype: Retype) -> Slice:
    rows = [
        replace(row, spans={}, said=tuple(replace(said, text=retype(said.text)) for said in row.said))
        for row in labelled.rows
    ]
    return replace(labelled, rows=tuple(rows))
