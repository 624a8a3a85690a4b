"""Text as the engine reads it: folded without changing its length, cut into words and sentences, read once.

Offsets count Unicode code points of the text as it was typed, so that evidence can be underlined where it
stands.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coaching.engine.spellings import JOINED_CONTRACTIONS, SPELLINGS

Span = tuple[int, int]
Spans = tuple[Span, ...]

# Combining marks belong to the word they stand in; \w leaves them out.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u109f\u135d-\u135f\u1780-\u17d3\u1dc0-\u1dff\u20d0-\u20ff"
)

_FOLDS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\u2032\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-"),
        **dict.fromkeys("\u2026\u3002", "."),
        **dict.fromkeys("\u00a0\u202f\u2009\u3000", " "),
        **dict.fromkeys("\u2028\u2029\r", "\n"),
        "\uff01": "!",
        "\uff1f": "?",
        "\uff0c": ",",
        "\u0130": "i",  # the one letter whose lower case is two code points
    }
)
_SURROGATES = re.compile("[\ud800-\udfff\x00]")
# Every alternative eats a whole run, so no place is ever read twice: linear whatever is typed.
_PIECES = re.compile(rf"([^\W_][\w{MARKS}]*(?:'[^\W_][\w{MARKS}]*)*)|([.!?\n]+)|([,;:()\-\"]+)")
_STOP, _PAUSE = 2, 3  # groups of _PIECES
_DRAWN_OUT = re.compile(r"([^\W\d_])\1\1+")

_JOINING_WORDS = frozenset({"but", "and", "because", "then", "although", "though", "or"})
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "mx", "st", "prof"})
_ENDINGS = {"ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would"}
_NOT = {"wo": "will", "sha": "shall", "ai": "is"}
_IS = frozenset("it that he she what who how where when why there here this everything something".split())
_TELLERS = frozenset(
    "he she they customer caller guest client passenger patient lady gentleman man woman guy who".split()
)
_TELLING = frozenset(
    "said says say told tells asked asks wrote writes explained complained apologised apologized shouted"
    " yelled claimed insisted replied answered mentioned".split()
)


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation; it is translated where it is shown."""
    return message


def normalise(text: str) -> str:
    """Text in NFC, without NUL and lone surrogates, which no database or screen can hold."""
    return unicodedata.normalize("NFC", _SURROGATES.sub("", text))


def fold(text: str) -> str:
    """Lower case with plain quotes, dashes and spaces, of exactly the same length."""
    return text.translate(_FOLDS).lower()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read once: its words with where they stand.

    Contractions are two words ("I'll" reads "i will"), usual typing slips are mended, drawn-out letters
    shortened; `starts` and `ends` still point at what was typed. `clauses` and `sentences` number each word's
    own.
    """

    text: str
    folded: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]
    bounds: tuple[Span, ...]  # of each sentence: its first word, and the one after its last
    questions: frozenset[int]  # sentences that end in a question mark
    reported: frozenset[int]  # words that tell what somebody else said

    def span(self, first: int, after: int) -> Span:
        """Where the words from `first` up to `after` stand in the text."""
        return self.starts[first], self.ends[after - 1]

    def typed(self, index: int) -> str:
        """A word as it was typed."""
        return self.text[self.starts[index] : self.ends[index]]

    def sentence_span(self, sentence: int) -> Span:
        """Where a sentence stands, with a question mark that closes it."""
        start, end = self.span(*self.bounds[sentence])
        if sentence in self.questions:
            end = self.folded.index("?", end) + 1
        return start, end


@lru_cache(maxsize=64)
def read(text: str) -> Reading:
    """Read a text. The last few are kept, since all practices of an encounter ask for the same four."""
    reader = _Reader(fold(text))
    words = tuple(reader.words)
    bounds = _bounds(reader.sentences)
    return Reading(
        text, reader.folded, words, tuple(reader.starts), tuple(reader.ends), tuple(reader.clauses),
        tuple(reader.sentences), bounds, frozenset(reader.questions), _reported(words, bounds),
    )  # fmt: skip


class _Reader:
    """Walks a folded text once and gathers what a Reading holds."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.clauses: list[int] = []
        self.sentences: list[int] = []
        self.questions: set[int] = set()
        self._clause = 0
        self._sentence = 0
        self._read()
        self.words = self._mended()

    def _read(self) -> None:
        for piece in _PIECES.finditer(self.folded):
            typed, kind = piece[0], piece.lastindex
            if kind == _STOP:
                self._end_sentence(typed, piece.end())
            elif kind == _PAUSE:
                self._clause += 1
            elif "'" in typed or typed in JOINED_CONTRACTIONS:
                for word, first, after in _parts(typed, starts_sentence=self._starts_sentence()):
                    self._take(word, piece.start() + first, piece.start() + after)
            else:
                self._take(typed, *piece.span())

    def _take(self, word: str, start: int, end: int) -> None:
        if word in _JOINING_WORDS:
            self._clause += 1
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.clauses.append(self._clause)
        self.sentences.append(self._sentence)

    def _mended(self) -> list[str]:
        if _DRAWN_OUT.search(self.folded):
            self.words = [_DRAWN_OUT.sub(r"\1", word) for word in self.words]
        return [SPELLINGS.get(word, word) for word in self.words]

    def _starts_sentence(self) -> bool:
        return not self.sentences or self.sentences[-1] != self._sentence

    def _end_sentence(self, marks: str, end: int) -> None:
        self._clause += 1
        if self._starts_sentence() or not self._closes(marks, end):
            return
        if "?" in marks:
            self.questions.add(self._sentence)
        self._sentence += 1

    def _closes(self, marks: str, end: int) -> bool:
        """A full stop inside 3.50 or shop.com, or after Mrs, ends nothing."""
        if marks != ".":
            return True
        return self.words[-1] not in _TITLES and not self.folded[end : end + 1].isalnum()


def _parts(typed: str, *, starts_sentence: bool) -> Iterator[tuple[str, int, int]]:
    """The words of one typed word, each with its offsets: "don't" is "do" and "not"."""
    base, word = _contraction(typed, starts_sentence)
    if word:
        yield _NOT.get(base, base) if word == "not" else base, 0, len(base)
        yield word, len(base), len(typed)
    else:
        yield typed, 0, len(typed)


def _contraction(typed: str, starts_sentence: bool) -> tuple[str, str]:
    if "'" not in typed:
        if typed == "ill" and not starts_sentence:
            return typed, ""
        return JOINED_CONTRACTIONS.get(typed, (typed, ""))
    base, _, ending = typed.rpartition("'")
    if ending == "t" and base.endswith("n") and len(base) > 1:
        return (base, "not") if base == "can" else (base[:-1], "not")
    if ending == "s":
        return base, "us" if base == "let" else "is" if base in _IS else "'s"
    return (base, _ENDINGS[ending]) if ending in _ENDINGS else (typed, "")


def _bounds(sentences: list[int]) -> tuple[Span, ...]:
    bounds: list[Span] = []
    for index, sentence in enumerate(sentences):
        if sentence == len(bounds):
            bounds.append((index, index + 1))
        else:
            bounds[-1] = (bounds[-1][0], index + 1)
    return tuple(bounds)


def _reported(words: tuple[str, ...], bounds: tuple[Span, ...]) -> frozenset[int]:
    """Words that follow "she said", "the customer told me" up to the end of the sentence or "so I"."""
    if _TELLING.isdisjoint(words):
        return frozenset()
    return frozenset(index for first, after in bounds for index in _reported_in(words, first, after))


def _reported_in(words: tuple[str, ...], first: int, after: int) -> Iterator[int]:
    is_telling = False
    for index in range(first, after):
        before = words[max(first, index - 2) : index]
        if words[index] in _TELLING and not _TELLERS.isdisjoint(before):
            is_telling = True
        elif words[index] in ("i", "we") and before and before[-1] in ("so", "and", "but", "then"):
            is_telling = False
        if is_telling:
            yield index
