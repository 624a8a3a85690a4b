"""Phrase matchers: small lists of phrases, all found in one walk over the words of a text.

A phrase is words with single spaces. `a|b` is either word, `(a b|c)` either phrase, `#` any number, `*` any
one word, `~` up to two softening words ("just", "really"), `...` up to three words of any kind, `?` at the
end of a word or group makes it optional: "i will|shall ~ ring|call". Contractions are two words: write "i
will", never "i'll".

Every list becomes part of one trie of words, built on first use, and each text is walked along it once for
all lists: time is linear in the text, whatever is typed, and a list costs nothing at import. Words never
match parts of words, and phrases never cross sentences.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, product

from coaching.engine.text import Reading, Span, Spans, read

_GAP = 3
_SOFTENED = 2
_REACH = 4  # words over which a "not" still counts
_ELEMENT = re.compile(r"\([^)]*\)\??|\S+")
_NEGATORS = frozenset({"not", "never", "hardly", "without", "nor", "neither", "nobody"})
_SUBJECTS = frozenset({"i", "we"})
_NOT_A_NEGATION = frozenset({"worry", "problem", "only", "least", "just"})
_SOFTENERS = frozenset(
    "just also really personally now quickly certainly gladly happily then first straight"
    " definitely absolutely already very"
    " so truly actually always still even simply successfully quite completely totally fully"
    " terribly awfully pretty utterly"
    " all right do must".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty hundred thousand"
    " half couple dozen several few".split()
)


class Phrases:
    """A list of phrases to find.

    Args:
        phrases: in the notation above.
        plain: find them as they stand, even when negated ("not sorry") or reported ("he said he was sorry").
    """

    def __init__(self, *phrases: str, plain: bool = False) -> None:
        self.phrases = phrases
        self._plain = plain
        self._number = len(_LISTS)
        _LISTS.append(self)

    def find(self, reading: Reading) -> Spans:
        """Where the phrases stand in the text, first to last, longest first, none overlapping."""
        return tuple(reading.span(first, after) for first, after in self.find_words(reading))

    def find_words(self, reading: Reading) -> list[Span]:
        """The same, counted in words of the reading."""
        found: list[Span] = []
        for first, after in _walk(reading.text, len(_LISTS)).get(self._number, found):
            if not (found and first < found[-1][1]) and (self._plain or not _is_turned(reading, first)):
                found.append((first, after))
        return found

    def is_in(self, reading: Reading) -> bool:
        return bool(self.find_words(reading))


def signal(detect: Callable[[str], Spans]) -> Callable[[str], Spans]:
    """A detector that keeps its answers for the last few texts, since several practices ask the
    same of them."""
    return lru_cache(maxsize=64)(detect)


def spans_of(*groups: Iterable[Span]) -> Spans:
    """Spans of several signals in reading order; where two overlap, the first and longer stays."""
    kept: list[Span] = []
    for span in sorted((span for group in groups for span in group), key=_earlier_and_longer):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def outside(spans: Spans, others: Spans) -> Spans:
    """The spans that touch none of the others."""
    if not others:
        return spans
    others = tuple(sorted(others))
    starts = [start for start, _ in others]
    reaches = list(accumulate((end for _, end in others), max))
    return tuple(span for span in spans if not _reach_before(span[1], starts, reaches) > span[0])


def is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS


_LISTS: list[Phrases] = []


class _Node:
    """A place in the trie: where each next word leads, and which lists have a phrase that ends here."""

    __slots__ = ("any", "ends", "gap", "is_wild", "next", "number", "soft")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.any: _Node | None = None
        self.number: _Node | None = None
        self.gap: _Node | None = None
        self.soft: _Node | None = None
        self.ends: tuple[int, ...] = ()
        self.is_wild = False

    def child(self, element: str) -> "_Node":
        """Where an element of a phrase leads, made when it is new."""
        slot = {"*": "any", "#": "number", "...": "gap", "~": "soft"}.get(element)
        if slot is None:
            return self.next.setdefault(element, _Node())
        if getattr(self, slot) is None:
            setattr(self, slot, _Node())
            self.is_wild = True
        child: _Node = getattr(self, slot)
        return child


@lru_cache(maxsize=1)
def _trie(lists: int) -> _Node:
    """The trie of the first `lists` lists: made once, unless a list is added later."""
    root = _Node()
    for number, phrases in enumerate(_LISTS[:lists]):
        for elements in _spelled_out(phrases.phrases):
            node = root
            for element in elements:
                node = node.child(element)
            if number not in node.ends:
                node.ends = (*node.ends, number)
    return root


@lru_cache(maxsize=64)
def _walk(text: str, lists: int) -> dict[int, list[Span]]:
    """By list: where its phrases start, each with the word after the longest one."""
    root, reading = _trie(lists), read(text)
    found: dict[int, list[Span]] = {}
    words = reading.words
    for index, word in enumerate(words):
        openings = [node for node in (root.next.get(word), root.number if is_number(word) else None) if node]
        if openings:
            limit = reading.bounds[reading.sentences[index]][1]
            for number, after in _longest(openings, words, index + 1, limit).items():
                found.setdefault(number, []).append((index, after))
    return found


def _longest(openings: list[_Node], words: tuple[str, ...], index: int, limit: int) -> dict[int, int]:
    """By list: the word after its longest phrase that opens before `index`. A sentence's end is a wall."""
    best: dict[int, int] = {}
    todo = [(node, index) for node in openings]
    while todo:
        node: _Node | None
        node, index = todo.pop()
        while node is not None:
            for number in node.ends:
                if best.get(number, 0) < index:
                    best[number] = index
            if node.is_wild:
                todo += _wild_steps(node, words, index, limit)
            node = node.next.get(words[index]) if index < limit else None
            index += 1
    return best


def _wild_steps(node: _Node, words: tuple[str, ...], index: int, limit: int) -> Iterator[tuple[_Node, int]]:
    """Every way on from `node` that no certain word opens."""
    if node.any and index < limit:
        yield node.any, index + 1
    if node.number and index < limit and is_number(words[index]):
        yield node.number, index + 1
    if node.gap:
        for place in range(index, min(index + _GAP, limit) + 1):
            yield node.gap, place
    if node.soft:
        for place in _softened(words, index, limit):
            yield node.soft, place


def _softened(words: tuple[str, ...], index: int, limit: int) -> Iterator[int]:
    yield index
    for place in range(index, min(index + _SOFTENED, limit)):
        if words[place] not in _SOFTENERS:
            return
        yield place + 1


def _spelled_out(phrases: Iterable[str]) -> Iterator[list[str]]:
    for phrase in phrases:
        for chosen in product(*(_choices(element) for element in _ELEMENT.findall(phrase))):
            yield " ".join(chosen).split()


def _choices(element: str) -> list[str]:
    choices = element.removesuffix("?").strip("()").split("|")
    return [*choices, ""] if element.endswith("?") else choices


def _earlier_and_longer(span: Span) -> Span:
    return span[0], -span[1]


def _reach_before(end: int, starts: list[int], reaches: list[int]) -> int:
    """How far the spans reach that start before `end`."""
    before = bisect_left(starts, end)
    return reaches[before - 1] if before else 0


def _is_turned(reading: Reading, index: int) -> bool:
    """Whether the words before turn the phrase round: "not sorry", "he said he was sorry"."""
    return index in reading.reported or _is_negated(reading, index)


def _is_negated(reading: Reading, index: int) -> bool:
    words, clauses = reading.words, reading.clauses
    if words[index] in _SUBJECTS:
        return False
    for before in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if clauses[before] != clauses[index] or words[before] in _SUBJECTS:
            return False
        if words[before] in _NEGATORS and words[before + 1] not in _NOT_A_NEGATION:
            return True
        if words[before] == "no" and before == index - 1:
            return True
    return False
