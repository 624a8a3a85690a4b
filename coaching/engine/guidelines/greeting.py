"""A greeting read once, for any number of guidelines: which of their labels its words meet, and where."""

import re
from collections.abc import Iterable
from functools import lru_cache

from coaching.engine.guidelines.automaton import Arcs, shortest_runs
from coaching.engine.guidelines.labels import ANY, BEGINS, NEAR, NUMBER, SAME
from coaching.engine.guidelines.slips import NearWords
from coaching.engine.guidelines.words import words_in
from coaching.engine.text import Span

_WORDS_KEPT = 4_096
_NUMBER = re.compile(r"\d+")


class Vocabulary:
    """All labels that some guidelines look for, found again from a greeting's words."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = frozenset(labels)
        self._lengths = sorted({len(label) - 1 for label in self._labels if label.startswith(BEGINS)})
        self._near = NearWords(label[1:] for label in self._labels if label.startswith(NEAR))
        # People use the same few thousand words in nearly everything they say.
        self.met_by = lru_cache(maxsize=_WORDS_KEPT)(self._met_by)

    def _met_by(self, word: str) -> tuple[list[str], int]:
        """The labels that a word meets, and how many looks that took."""
        near, looks = self._near.met_by(word)
        beginnings = [BEGINS + word[:length] for length in self._lengths if length <= len(word)]
        number = [NUMBER] if _NUMBER.fullmatch(word) else []
        sought = [SAME + word, *beginnings, *number]
        return [*(label for label in sought if label in self._labels), *(NEAR + one for one in near)], looks + len(
            sought
        )


class Greeting:
    """A greeting cut into words.

    `met` are the labels of a vocabulary that its words meet, with their places. `steps` is what reading took so far:
    looks into the vocabulary, and arcs walked.
    """

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        words = words_in(text)
        self.spans = [span for _, span in words]
        self.met: dict[str, list[int]] = {}
        self.steps = 0
        self._bits: dict[str, int] = {ANY: (1 << len(words)) - 1}
        for word, places in _places(word for word, _ in words).items():
            labels, looks = vocabulary.met_by(word)
            self.steps += looks
            for label in labels:
                self.met.setdefault(label, []).extend(places)

    def spans_of(self, arcs: Arcs) -> list[Span]:
        """Where the shortest runs of words stand that these arcs read."""
        runs, walked = shortest_runs(arcs, self._places_of, self._bits[ANY])
        self.steps += walked
        return [(self.spans[first][0], self.spans[after - 1][1]) for first, after in runs]

    def first_span(self, label: str) -> Span:
        """Where the first word stands that meets this label."""
        return self.spans[min(self.met[label])]

    def _places_of(self, label: str) -> int:
        if label not in self._bits:
            self._bits[label] = _as_bits(self.met.get(label, ()), len(self.spans))
        return self._bits[label]


def _places(words: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    return places


def _as_bits(places: Iterable[int], length: int) -> int:
    """Places as the bits of a number. Adding them one by one would write a long number anew for each."""
    eights = bytearray(length // 8 + 1)
    for place in places:
        eights[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(eights, "little")
