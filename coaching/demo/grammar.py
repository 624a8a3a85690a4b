"""Lines with choices and slots: "[Hi|Hello] {name}[|, come in]" is four lines for everybody whose name is known."""

import re
from collections import deque
from collections.abc import Mapping
from functools import cache
from random import Random

_SLOT = re.compile(r"\{(\w+)\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SENTENCE = re.compile(r"(?:^|(?<=[.!?] ))[a-z]")
_FRESH_DRAWS = 6


class Lines:
    """Lines to draw from. One whose slots are not all known is never drawn, and one just used seldom again."""

    def __init__(self, *lines: str) -> None:
        self._lines = lines
        self._slots = [frozenset(_SLOT.findall(line)) for line in lines]
        self._fitting = cache(self._find_fitting)

    def __len__(self) -> int:
        return len(self._lines)

    def draw(self, rng: Random, slots: Mapping[str, str], recent: "Recent") -> str:
        """One line with its choices made and slots filled; "" where none fits."""
        fitting = self._fitting(frozenset(slots))
        if not fitting:
            return ""
        line = self._lines[recent.fresh(rng, id(self), fitting)]
        return fill(rng, line, slots)

    def _find_fitting(self, known: frozenset[str]) -> tuple[int, ...]:
        return tuple(index for index, needs in enumerate(self._slots) if needs <= known)


class Recent:
    """Remembers which lines were drawn last, so that a page of encounters does not repeat itself."""

    def __init__(self) -> None:
        self._used: dict[int, deque[int]] = {}

    def fresh(self, rng: Random, lines: int, fitting: tuple[int, ...]) -> int:
        """One of `fitting`, if possible not among those drawn lately from the same lines."""
        used = self._used.setdefault(lines, deque(maxlen=40))
        lately = set(list(used)[-(len(fitting) * 2 // 3) :]) if len(fitting) > 1 else set()
        for _attempt in range(_FRESH_DRAWS):
            index = rng.choice(fitting)
            if index not in lately:
                break
        used.append(index)
        return index


def fill(rng: Random, line: str, slots: Mapping[str, str]) -> str:
    """The line with its choices made (innermost first), its slots filled and its sentences begun with a capital."""
    while "[" in line:
        line = _CHOICE.sub(lambda choice: rng.choice(choice[1].split("|")), line)
    line = _SLOT.sub(lambda slot: slots[slot[1]], line)
    return _SENTENCE.sub(lambda first: first[0].upper(), " ".join(line.split()))
