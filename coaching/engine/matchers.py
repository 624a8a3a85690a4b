"""Phrase matchers: small lists of phrases, all found in one walk over the words of a text.

A phrase is words with single spaces. `a|b` is either word, `(a b|c)` either phrase, `#` any number, `*` any
one word, `~` up to two softening words ("just", "really"), `...` up to three words of any kind, `?` at the
end of a word or group makes it optional: "i will|shall ~ ring|call". Contractions are two words: write "i
will", never "i'll".

A phrase opens with a word or a number; `~` and `...` before it are left out. Words never match parts of words, and
phrases never cross sentences.

All lists are one net of words, tied on first use, and each text is walked along it once for all lists. Where
a walk can stand at the same time is one `_State`, and where each word leads from there is worked out once and
kept: time is linear in the text, whatever is typed and however many phrases there are.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, dropwhile, product

from coaching.engine.text import Reading, Span, Spans

_UP_TO = {"...": ("*", 3), "~": ("~", 2)}  # words of which kind, and how many
_REACH = 4  # words over which a "not" still counts
_GROUPED = re.compile(r"(?:(?:\([^()]*\)\??|[^\s()]+)(?:\s+|$))*")
_ELEMENT = re.compile(r"\([^)]*\)\??|\S+")
_NEGATORS = frozenset({"not", "never", "hardly", "without", "nor", "neither", "nobody"})
_NEGATING = _NEGATORS | {"no"}
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
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
    " half couple dozen several few".split()
)


class Phrases:
    """A list of phrases to find.

    Args:
        phrases: in the notation above.
        plain: find them as they stand, even when negated ("not sorry") or reported ("he said he was sorry").

    Raises:
        ValueError: for a phrase that the notation can't say.
    """

    def __init__(self, *phrases: str, plain: bool = False) -> None:
        for phrase in phrases:
            _check(phrase)
        self.phrases = phrases
        self.plain = plain
        self._number = len(_LISTS)
        _LISTS.append(self)

    def find(self, reading: Reading) -> Spans:
        """Where the phrases stand in the text, first to last, longest first, none overlapping."""
        if self._number >= reading.lists:
            _walk(reading)
        if self._number not in reading.found:
            return ()
        starts, ends = reading.starts, reading.ends
        return tuple([(starts[first], ends[after - 1]) for first, after in reading.found[self._number]])

    def find_words(self, reading: Reading) -> list[Span]:
        """The same, counted in words of the reading."""
        if self._number >= reading.lists:
            _walk(reading)
        return [*reading.found.get(self._number, ())]

    def is_in(self, reading: Reading) -> bool:
        return bool(self.find(reading))


def signal(detect: Callable[[str], Spans]) -> Callable[[str], Spans]:
    """A detector that keeps its answers for the last few texts, since several practices ask the
    same of them."""
    return lru_cache(maxsize=64)(detect)


def spans_of(*groups: Iterable[Span]) -> Spans:
    """Spans of several signals in reading order; where two overlap, the first and longer stays."""
    spans: list[Span] = []
    for group in groups:
        if group:
            spans += group
    if len(spans) < 2:
        return tuple(spans)
    spans.sort()
    kept = spans[:1]
    for span in spans:
        if span[0] == kept[-1][0]:
            kept[-1] = span
        elif span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def outside(spans: Spans, others: Spans) -> Spans:
    """The spans that touch none of the others."""
    if not spans or not others:
        return spans
    if len(others) == 1:
        start, end = others[0]
        return tuple([span for span in spans if span[1] <= start or span[0] >= end])
    others = tuple(sorted(others))
    starts = [start for start, _ in others]
    reaches = list(accumulate([end for _, end in others], max))
    return tuple([span for span in spans if not _reach_before(span[1], starts, reaches) > span[0]])


def is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS


_LISTS: list[Phrases] = []
_MOST_KEPT = 200_000  # steps; a few dozen megabytes


class _Knot:
    """A place in the net, between two elements of some phrases: where words lead from here, and which lists
    have a phrase that ends here."""

    __slots__ = ("ends", "made", "next", "without")

    def __init__(self) -> None:
        self.ends: set[int] = set()
        self.made: dict[str, _Knot] = {}  # by element: phrases that begin alike share their knots
        self.next: dict[str, list[_Knot]] = {}  # by word, or by one of the three kinds of word below
        self.without: list[_Knot] = []  # where one stands as well, without a word more

    def behind(self, element: str) -> "_Knot":
        """The knot behind an element of a phrase, tied when it is new."""
        if element not in self.made:
            self.made[element] = _Knot()
            for choice in element.split("|"):
                self._tie(choice, self.made[element])
        return self.made[element]

    def _tie(self, choice: str, end: "_Knot") -> None:
        kind, most = _UP_TO.get(choice, (choice, 0))
        if not most:
            self.next.setdefault(kind, []).append(end)
        knot = self
        for _ in range(most):
            further = _Knot()
            further.without.append(end)
            knot.next.setdefault(kind, []).append(further)
            knot = further
        if most:
            self.without.append(end)


class _State(dict[str, "_State | None"]):
    """All knots where a walk can stand at the same time, by the words that led there. Looks up where the next
    word leads, None for nowhere."""

    __slots__ = ("_knots", "_known", "_net", "ends")

    def __init__(self, net: "_Net", knots: frozenset[_Knot]) -> None:
        super().__init__()
        self.ends = sorted({number for knot in knots for number in knot.ends})
        self._net = net
        self._knots = knots
        self._known = frozenset().union(*(knot.next for knot in knots))

    def __missing__(self, word: str) -> "_State | None":
        kind = self._net.kinds[word]
        if word == kind or word in self._known:
            kinds = {word, kind, "*"}
            state = self._net.state([to for knot in self._knots for each in kinds for to in knot.next.get(each, ())])
        else:
            state = self[kind]
        self[word] = state
        self._net.kept += 1
        return state


class _Net:
    """The phrases of the first `lists` lists, tied together."""

    def __init__(self, lists: int) -> None:
        self.kinds = {kind: kind for kind in "*#~"}  # of each word it knows
        self._root = _Knot()
        for number, phrases in enumerate(_LISTS[:lists]):
            for elements in _spelled_out(phrases.phrases):
                self._tie(elements, number)
        self.kinds.update(dict.fromkeys(_NUMBERS, "#"), **dict.fromkeys(_SOFTENERS, "~"))
        self.forget()

    def forget(self) -> None:
        """Drop what was worked out along the way."""
        self.kept = 0
        self._states: dict[frozenset[_Knot], _State] = {}
        self.opening = _State(self, frozenset({self._root}))

    def state(self, knots: list[_Knot]) -> _State | None:
        """The state in which a walk stands at these knots, and at those that need no word more."""
        for knot in knots:
            knots += knot.without
        if not knots:
            return None
        key = frozenset(knots)
        if key not in self._states:
            self._states[key] = _State(self, key)
        return self._states[key]

    def _tie(self, elements: list[str], number: int) -> None:
        knot = self._root
        for element in elements:
            knot = knot.behind(element)
            for word in element.split("|"):
                self.kinds.setdefault(word, "#" if is_number(word) else "*")
        knot.ends.add(number)


@lru_cache(maxsize=1)
def _net(lists: int) -> _Net:
    """The net of the first `lists` lists: made once, unless a list is added later."""
    return _Net(lists)


def _walk(reading: Reading) -> None:
    """Note in the reading, by list, where its phrases stand."""
    lists = len(_LISTS)
    net = _net(lists)
    if net.kept > _MOST_KEPT:
        net.forget()
    kinds = net.kinds
    words = [word if word in kinds else "#" if word[0].isdigit() else "*" for word in reading.words]
    found: dict[int, list[Span]] = {}
    negates = not _NEGATING.isdisjoint(reading.words)
    for first, longest in _longest(net.opening, words, reading.bounds):
        is_turned = first in reading.reported or (negates and _is_negated(reading, first))
        _note(found, first, longest, is_turned=is_turned)
    reading.found, reading.lists = found, lists


def _longest(opening: _State, words: list[str], bounds: tuple[Span, ...]) -> list[tuple[int, dict[int, int]]]:
    """Each word at which phrases start, with the word after the longest one of each list. A sentence's end is a
    wall. One loop, since it turns for every word of every text."""
    starts: list[tuple[int, dict[int, int]]] = []
    for start, limit in bounds:
        for first in range(start, limit):
            state, after = opening[words[first]], first
            longest = None
            while state is not None:
                after += 1
                if state.ends:
                    longest = longest or {}
                    for number in state.ends:
                        longest[number] = after
                state = state[words[after]] if after < limit else None
            if longest:
                starts.append((first, longest))
    return starts


def _note(found: dict[int, list[Span]], first: int, longest: dict[int, int], *, is_turned: bool) -> None:
    """Keep, by list, a phrase that overlaps none before it."""
    for number, after in longest.items():
        if is_turned and not _LISTS[number].plain:
            continue
        if number not in found:
            found[number] = [(first, after)]
        elif first >= found[number][-1][1]:
            found[number].append((first, after))


def _spelled_out(phrases: Iterable[str]) -> Iterator[list[str]]:
    """Each phrase as its elements, with or without what is optional in it. Words that may stand before it are no part of it."""
    for phrase in phrases:
        for chosen in product(*(_choices(element) for element in _ELEMENT.findall(phrase))):
            yield [*dropwhile(_UP_TO.__contains__, " ".join(chosen).split())]


def _choices(element: str) -> list[str]:
    """What may stand for an element: all single words together, each run of words, nothing."""
    choices = element.removesuffix("?").strip("()").split("|")
    words = "|".join(choice for choice in choices if choice and " " not in choice)
    runs = [choice for choice in choices if " " in choice]
    is_optional = element.endswith("?") or "" in choices
    return [*filter(None, [words]), *runs, *([""] if is_optional else [])]


def _check(phrase: str) -> None:
    """Refuse what would be misread in silence: groups in groups, and an opening that every word would fit."""
    if not _GROUPED.fullmatch(phrase):
        raise ValueError(f"“{phrase}”: a group holds all its choices, and no other group: (one word|two words)")
    for elements in _spelled_out([phrase]):
        if not elements or "*" in elements[0].split("|"):
            raise ValueError(f"“{phrase}”: a phrase opens with a word or a number")


def _reach_before(end: int, starts: list[int], reaches: list[int]) -> int:
    """How far the spans reach that start before `end`."""
    before = bisect_left(starts, end)
    return reaches[before - 1] if before else 0


def _is_negated(reading: Reading, index: int) -> bool:
    """Whether the words before turn a phrase round: "not sorry"."""
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
