"""Text as the engine reads it: folded without changing its length, cut into words and sentences, read once.

Offsets count Unicode code points of the text as it was typed, so that evidence can be underlined where it
stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, groupby

from coaching.engine.spellings import JOINED_CONTRACTIONS, SPELLINGS

Span = tuple[int, int]
Spans = tuple[Span, ...]


def _ranges(signs: Iterable[str]) -> str:
    """Signs in order as ranges for a pattern: "abcx" is "a-cx-x"."""
    runs = (list(run) for _, run in groupby(enumerate(signs), key=lambda numbered: ord(numbered[1]) - numbered[0]))
    return "".join(f"{run[0][1]}-{run[-1][1]}" for run in runs)


# Combining marks belong to the word they stand in; \w leaves them out. Nothing but marks stands here: a letter among
# them would be read as a part of the word before it, as in "ok" and Thai without a space between.
MARKS = _ranges(sign for sign in map(chr, range(0x300, 0x2100)) if unicodedata.category(sign).startswith("M"))

# What is read as a plain sign: each is one code point, and so is what it is read as.
FOLDS = {
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
_FOLDED = re.compile(f"[{''.join(FOLDS)}]")
_SURROGATES = re.compile("[\ud800-\udfff\x00]")
# Each eats a whole run, so no place is ever read twice: linear whatever is typed.
_WORD = re.compile(rf"([^\W_][a-z\w{MARKS}]*+(?:'[^\W_][a-z\w{MARKS}]*+)*+)")
_ASCII_WORD = re.compile("([a-z0-9][a-z0-9_]*+(?:'[a-z0-9][a-z0-9_]*+)*+)")  # the same, in half the time
_MARKS = re.compile(r"[.!?\n]+|[,;:()\-\"]+")
_STOPS = frozenset(".!?\n")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1\1+")
_MAY_BE_DRAWN_OUT = re.compile(r"(?=(.)\1\1)")  # a first look, twice as quick

_JOINING_WORDS = frozenset({"but", "and", "because", "then", "although", "though", "or"})
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "mx", "st", "prof"})
_JOINED = frozenset(JOINED_CONTRACTIONS)
_SLIPS = frozenset(SPELLINGS)
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
    return _FOLDED.sub(_plain, text).lower()


@dataclass(slots=True, eq=False)
class Reading:
    """A text read once: its words with where they stand.

    Contractions are two words ("I'll" reads "i will"), usual typing slips are mended, drawn-out letters
    shortened; `starts` and `ends` still point at what was typed. `clauses` and `sentences` number each word's
    own. `found` and `lists` belong to the matchers, which note here what they found with how many lists.
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
    found: Mapping[int, list[Span]] = field(default_factory=dict)
    lists: int = 0

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
    folded = fold(text)
    pieces = (_ASCII_WORD if folded.isascii() else _WORD).split(folded)
    said = pieces[1::2]
    if "'" in folded or not _JOINED.isdisjoint(said):
        pieces, said = _taken_apart(pieces)
    places = tuple(accumulate(map(len, pieces)))
    clauses, bounds, questions = _parts(said, pieces[::2])
    words = _mended(said, folded)
    return Reading(
        text, folded, words, places[:-1:2], places[1::2], clauses,
        _sentences(bounds), bounds, questions, _reported(words, bounds),
    )  # fmt: skip


# `pieces` are a whole text: what stands before the first word, the word, what stands before the next, and so on.


def _taken_apart(pieces: list[str]) -> tuple[list[str], list[str]]:
    """Pieces in which every contraction is two, with the words they say: "do" and "n't", "do" and "not"."""
    apart: list[str] = []
    said: dict[int, str] = {}
    done = 0
    for place in [at for at in range(1, len(pieces), 2) if "'" in pieces[at] or pieces[at] in _JOINED]:
        base, word = _contraction(pieces, place)
        if word:
            apart += pieces[done:place]
            said[len(apart) // 2] = _NOT.get(base, base) if word == "not" else base
            said[len(apart) // 2 + 1] = word
            apart += (base, "", pieces[place][len(base) :])
            done = place + 1
    apart += pieces[done:]
    words = apart[1::2]
    for at, word in said.items():
        words[at] = word
    return apart, words


def _contraction(pieces: list[str], place: int) -> tuple[str, str]:
    """What a word is short for: its beginning as typed, and the second word, or none."""
    typed = pieces[place]
    if "'" not in typed:
        is_sick = typed == "ill" and place > 1 and not _runs_and_closing(pieces[place - 1], pieces[place - 2])[1]
        return (typed, "") if is_sick else JOINED_CONTRACTIONS[typed]
    base, _, ending = typed.rpartition("'")
    if ending == "t" and base.endswith("n") and len(base) > 1:
        return (base, "not") if base == "can" else (base[:-1], "not")
    if ending == "s":
        return base, "us" if base == "let" else "is" if base in _IS else "'s"
    return (base, _ENDINGS[ending]) if ending in _ENDINGS else (typed, "")


def _parts(words: list[str], between: list[str]) -> tuple[tuple[int, ...], tuple[Span, ...], frozenset[int]]:
    """Each word's clause, the bounds of each sentence, and which of those are questions."""
    clauses: list[int] = []
    closings: list[str] = []
    ends: list[int] = []
    clause = 0
    for marks, word in zip(between, words, strict=False):
        if marks and marks != " ":
            runs, closing = _runs_and_closing(marks, words[len(clauses) - 1])
            clause += runs
            if closing and clauses:
                closings.append(closing)
                ends.append(len(clauses))
        if word in _JOINING_WORDS:
            clause += 1
        clauses.append(clause)
    if words:
        closings.append(_runs_and_closing(between[-1], words[-1])[1])
        ends.append(len(words))
    questions = frozenset([number for number, marks in enumerate(closings) if "?" in marks])
    return tuple(clauses), tuple(zip([0, *ends], ends, strict=False)), questions


def _runs_and_closing(between: str, before: str) -> tuple[int, str]:
    """How many runs of marks stand there, and the one that ends a sentence, if any: a full stop after Mrs ends
    nothing."""
    runs, after_a_word, after_a_title = _runs(between)
    return runs, after_a_title if before in _TITLES else after_a_word


@lru_cache(maxsize=256)
def _runs(between: str) -> tuple[int, str, str]:
    """Of what stands between two words: how many runs of marks, and which one ends a sentence, after any
    word and after a title. A full stop right before the next word, as in 3.50 or shop.com, ends nothing."""
    runs = _MARKS.findall(between)
    stops = [run for run in runs if run[0] in _STOPS]
    if stops and stops[-1] == "." and between.endswith("."):
        stops.pop()
    return len(runs), next(iter(stops), ""), next((run for run in stops if run != "."), "")


def _mended(words: list[str], folded: str) -> tuple[str, ...]:
    if _MAY_BE_DRAWN_OUT.search(folded) and _DRAWN_OUT.search(folded):
        words = [_DRAWN_OUT.sub(r"\1", word) for word in words]
    if not _SLIPS.isdisjoint(words):
        words = [SPELLINGS.get(word, word) for word in words]
    return tuple(words)


def _sentences(bounds: tuple[Span, ...]) -> tuple[int, ...]:
    """Each word's sentence."""
    numbers: list[int] = []
    for number, (first, after) in enumerate(bounds):
        numbers += [number] * (after - first)
    return tuple(numbers)


def _plain(odd: re.Match[str]) -> str:
    return FOLDS[odd[0]]


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
