"""Any number of guidelines, compiled once, held against greetings one after the other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from coaching.engine.guidelines.greeting import Greeting, Vocabulary
from coaching.engine.guidelines.guideline import Guideline, GuidelineMatch, GuidelineVerdict, judged
from coaching.engine.guidelines.lines import Line, line_of
from coaching.engine.text import Span

_KEPT = 16


class Bounds:
    """Guidelines with an index of the words they need.

    Each line of theirs waits under one label that a greeting has to meet, the rarest of those it needs, so that only
    the lines are looked at which have theirs in the greeting.
    """

    def __init__(self, guidelines: Iterable[Guideline]) -> None:
        self.guidelines = tuple(guidelines)
        owners: defaultdict[Line, list[int]] = defaultdict(list)
        for at, guideline in enumerate(self.guidelines):
            for phrase in dict.fromkeys(guideline.phrases):
                if line := line_of(guideline.match, phrase):
                    owners[line].append(at)
        self._owners = dict(owners)
        self._vocabulary = Vocabulary(label for line in owners for label in line.labels)
        self._waiting = _waiting(owners)

    def check(self, text: str) -> list[GuidelineMatch]:
        """The guidelines that a greeting meets, in or out of bounds, with where. Order is kept."""
        return self._matches(self._read(text))

    def verdict(self, text: str) -> GuidelineVerdict:
        """What is out of bounds, what is met, and what is required but missing."""
        return judged(self.guidelines, self.check(text))

    def steps(self, text: str) -> int:
        """How many steps a check takes, for tests that hold them to a line."""
        greeting = self._read(text)
        self._matches(greeting)
        return greeting.steps

    def _read(self, text: str) -> Greeting:
        return Greeting(text if self._owners else "", self._vocabulary)

    def _matches(self, greeting: Greeting) -> list[GuidelineMatch]:
        found: defaultdict[int, list[list[Span]]] = defaultdict(list)
        for line in self._candidates(greeting):
            if spans := line.spans_in(greeting):
                for at in self._owners[line]:
                    found[at].append(spans)
        return [GuidelineMatch(self.guidelines[at], _merged(found[at])) for at in sorted(found)]

    def _candidates(self, greeting: Greeting) -> Iterator[Line]:
        met = greeting.met.keys()
        lines = dict.fromkeys(line for label in met for line in self._waiting.get(label, ()))
        return (line for line in lines if not any(met.isdisjoint(need) for need in line.needs))


def compile_bounds(guidelines: Iterable[Guideline]) -> Bounds:
    """Guidelines ready to be held against many greetings. The last few tuples are kept, known by which they are."""
    return _compiled(_Same(guidelines if isinstance(guidelines, tuple) else tuple(guidelines)))


def check_greeting(text: str, guidelines: Iterable[Guideline]) -> list[GuidelineMatch]:
    """The guidelines that the greeting meets, in or out of bounds, with where. Order is kept."""
    return compile_bounds(guidelines).check(text)


def verdict(text: str, guidelines: Iterable[Guideline]) -> GuidelineVerdict:
    """What is out of bounds, what is met, and what is required but missing."""
    return compile_bounds(guidelines).verdict(text)


class _Same:
    """Guidelines known by which tuple they are: to read ten thousand for a hash takes longer than a greeting."""

    __slots__ = ("guidelines",)

    def __init__(self, guidelines: tuple[Guideline, ...]) -> None:
        self.guidelines = guidelines

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.guidelines is other.guidelines

    def __hash__(self) -> int:
        return id(self.guidelines)


@lru_cache(maxsize=_KEPT)
def _compiled(same: _Same) -> Bounds:
    return Bounds(same.guidelines)


def _merged(found: list[list[Span]]) -> tuple[Span, ...]:
    """Spans of some lines, each in order, as one in order."""
    return tuple(found[0]) if len(found) == 1 else tuple(sorted({span for spans in found for span in spans}))


def _waiting(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Each line under the labels of its rarest need."""
    needing = Counter(label for line in lines for need in line.needs for label in need)
    waiting: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for label in min(line.needs, key=lambda need: sum(needing[label] for label in need)):
            waiting[label].append(line)
    return dict(waiting)
