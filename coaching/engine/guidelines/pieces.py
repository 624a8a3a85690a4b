"""What a phrase or pattern is made of: single steps, chains, choices, and what may be left out.

Each piece says whether it may be empty, which steps it may open with, of which words a greeting needs one, what meets
it, and how it is built into an automaton.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from coaching.engine.guidelines.automaton import Builder
from coaching.engine.guidelines.labels import ANY, NOTHING
from coaching.engine.guidelines.words import joined

Needs = list[frozenset[str]]  # of each set of labels, a greeting has to meet one


class Piece(ABC):
    """A part of a phrase or pattern."""

    @property
    @abstractmethod
    def may_be_empty(self) -> bool: ...

    @abstractmethod
    def opens_with(self) -> Iterator["Step"]:
        """The steps that may come first."""

    @abstractmethod
    def needs(self) -> Needs:
        """Sets of labels: where the piece is met, at least one of each is."""

    @abstractmethod
    def said(self, most: int) -> list[tuple[str, ...]]:
        """Up to so many ways of saying it, each as its words, in the order in which they are written."""

    @abstractmethod
    def shortest(self) -> tuple[str, ...]:
        """The way of saying it with the fewest letters."""

    @abstractmethod
    def build(self, builder: Builder, state: int) -> int:
        """Lead on from a state, and say to which."""


@dataclass(frozen=True, slots=True)
class Step(Piece):
    """One word: its label, how it may be said, and where it stands in the pattern."""

    label: str
    example: str
    at: int = 0

    @property
    def may_be_empty(self) -> bool:
        return False

    def opens_with(self) -> Iterator["Step"]:
        yield self

    def needs(self) -> Needs:
        return [] if self.label == ANY else [frozenset([self.label])]

    def said(self, most: int) -> list[tuple[str, ...]]:
        return [(self.example,)]

    def shortest(self) -> tuple[str, ...]:
        return (self.example,)

    def build(self, builder: Builder, state: int) -> int:
        return builder.lead(state, self.label)


@dataclass(frozen=True, slots=True)
class Chain(Piece):
    """Pieces one after the other."""

    pieces: tuple[Piece, ...]

    @property
    def may_be_empty(self) -> bool:
        return all(piece.may_be_empty for piece in self.pieces)

    def opens_with(self) -> Iterator[Step]:
        for piece in self.pieces:
            yield from piece.opens_with()
            if not piece.may_be_empty:
                return

    def needs(self) -> Needs:
        return [need for piece in self.pieces for need in piece.needs()]

    def said(self, most: int) -> list[tuple[str, ...]]:
        ways: list[tuple[str, ...]] = [()]
        for piece in self.pieces:
            ways = _first(((*before, *after) for before, after in product(ways, piece.said(most))), most)
        return ways

    def shortest(self) -> tuple[str, ...]:
        return tuple(word for piece in self.pieces for word in piece.shortest())

    def build(self, builder: Builder, state: int) -> int:
        for piece in self.pieces:
            state = piece.build(builder, state)
        return state


@dataclass(frozen=True, slots=True)
class Choice(Piece):
    """One of these."""

    options: tuple[Piece, ...]

    @property
    def may_be_empty(self) -> bool:
        return any(option.may_be_empty for option in self.options)

    def opens_with(self) -> Iterator[Step]:
        for option in self.options:
            yield from option.opens_with()

    def needs(self) -> Needs:
        """One need of each option, if each has one."""
        each = [option.needs() for option in self.options]
        return [frozenset().union(*(min(needs, key=len) for needs in each))] if all(each) else []

    def said(self, most: int) -> list[tuple[str, ...]]:
        return _first((way for option in self.options for way in option.said(most)), most)

    def shortest(self) -> tuple[str, ...]:
        return min((option.shortest() for option in self.options), key=_letters)

    def build(self, builder: Builder, state: int) -> int:
        return builder.join([option.build(builder, state) for option in self.options])


@dataclass(frozen=True, slots=True)
class Maybe(Piece):
    """What may be left out."""

    piece: Piece

    @classmethod
    def of(cls, piece: Piece) -> "Maybe":
        """Twice is no more than once."""
        return piece if isinstance(piece, Maybe) else cls(piece)

    @property
    def may_be_empty(self) -> bool:
        return True

    def opens_with(self) -> Iterator[Step]:
        return self.piece.opens_with()

    def needs(self) -> Needs:
        return []

    def said(self, most: int) -> list[tuple[str, ...]]:
        return _first((*self.piece.said(most), ()), most)

    def shortest(self) -> tuple[str, ...]:
        return ()

    def build(self, builder: Builder, state: int) -> int:
        after = self.piece.build(builder, state)
        builder.arc(state, after, NOTHING)
        return after


@dataclass(frozen=True, slots=True)
class Gap(Piece):
    """Up to so many words of any kind."""

    width: int
    at: int = 0

    @property
    def may_be_empty(self) -> bool:
        return True

    def opens_with(self) -> Iterator[Step]:
        yield Step(ANY, "", self.at)

    def needs(self) -> Needs:
        return []

    def said(self, most: int) -> list[tuple[str, ...]]:
        return [()]

    def shortest(self) -> tuple[str, ...]:
        return ()

    def build(self, builder: Builder, state: int) -> int:
        for _ in range(self.width):
            state = Maybe(Step(ANY, "")).build(builder, state)
        return state


def _first(ways: Iterable[tuple[str, ...]], most: int) -> list[tuple[str, ...]]:
    return list(islice(dict.fromkeys(ways), most))


def _letters(words: tuple[str, ...]) -> int:
    return len(joined(words))
