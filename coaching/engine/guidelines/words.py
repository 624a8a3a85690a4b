"""How a greeting and a guideline are cut into the words that are compared."""

import re
from collections.abc import Iterable

from coaching.engine.text import MARKS, Span, fold

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af"
SIGNS = "\u2190-\u2bff\U0001f000-\U0001faff"
# One sign of an unspaced script, a run of letters with its marks and inner apostrophes, or one emoji-like
# sign.
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}](?:[^\W_{UNSPACED}]|[{MARKS}])*(?:'[^\W_{UNSPACED}]+)*|[{SIGNS}]")
_SPACE_BETWEEN_SIGNS = re.compile(rf"(?<=[{UNSPACED}]) (?=[{UNSPACED}])")


def words_of(phrase: str) -> tuple[str, ...]:
    """The words that count in a phrase; empty for one of only punctuation, which can never match."""
    return tuple(word for word, _ in words_in(phrase))


def words_in(text: str) -> list[tuple[str, Span]]:
    """Each word as it is compared, and where it stands in the text."""
    folded = fold(text)
    if "'" not in folded:
        return [(match[0], match.span()) for match in _WORD.finditer(folded)]
    return [(match[0].replace("'", ""), match.span()) for match in _WORD.finditer(folded)]


def joined(words: Iterable[str]) -> str:
    """Words as one writes them: with spaces, but for scripts that have none."""
    return _SPACE_BETWEEN_SIGNS.sub("", " ".join(words))
