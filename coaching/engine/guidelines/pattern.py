"""Patterns, as administrators write them, one a line.

    you people          these words, in this order, beside each other
    (hi|good day) all   one of these, then the rest
    you people?         the word, or group, may be left out; so may words written together, as in check-in?
    you * people        any one word
    you ... people      up to three words of any kind
    # people            a number: a word of digits
    complain* again     a word that begins so; at least two letters stand before the star

Groups stand in groups up to three deep. A pattern opens with a word and not with any word, says something, and is
never repeated, so that reading it costs no more than its length. Case, punctuation and spacing do not matter.
"""

import re
from enum import StrEnum

from coaching.engine.guidelines.automaton import Arcs, Builder
from coaching.engine.guidelines.labels import ANY, BEGINS, NUMBER, SAME
from coaching.engine.guidelines.pieces import Chain, Choice, Gap, Maybe, Piece, Step
from coaching.engine.guidelines.words import words_in, words_of

MOST_STATES = 200
DEEPEST = 3
LETTERS_BEFORE_STAR = 2
WIDEST_GAP = 3
ANY_WORD, ANY_NUMBER = "blah", "7"  # what is said for them in examples

_WIDE_SIGNS = str.maketrans("（）｜？＊＃。", "()|?*#.")  # as some keyboards type them
_SIGNS_BETWEEN = frozenset("()|?")
_ENDING = frozenset({"|", ")", None})  # what no chain goes beyond
_TOKEN = re.compile(r"(?P<gap>\.{3,}|…+)|(?P<sign>[()|?*#])|(?P<written>[^\s()|?*#.…]+)")


class PatternFault(StrEnum):
    """What is wrong with a pattern."""

    NO_WORDS = "no_words"
    UNCLOSED_GROUP = "unclosed_group"
    UNOPENED_GROUP = "unopened_group"
    EMPTY_CHOICE = "empty_choice"
    TOO_DEEP = "too_deep"
    NOTHING_TO_LEAVE_OUT = "nothing_to_leave_out"  # a ? after nothing
    SHORT_BEGINNING = "short_beginning"  # fewer than two letters before a star
    SIGN_TOUCHES_WORD = "sign_touches_word"  # * or # inside a word, before one or right behind a group
    OPENS_WITH_WILDCARD = "opens_with_wildcard"
    MAY_BE_EMPTY = "may_be_empty"  # every word may be left out
    TOO_MANY_STATES = "too_many_states"


class PatternError(ValueError):
    """A pattern that cannot be read: what is wrong (`code`) and at which of its characters (`position`)."""

    def __init__(self, code: PatternFault, position: int) -> None:
        super().__init__(f"{code.value} at {position}")
        self.code = code
        self.position = position


def parse_pattern(pattern: str) -> Piece:
    """A pattern as its pieces. Raises PatternError."""
    piece = _Parser(pattern).parsed()
    if piece.may_be_empty:
        raise PatternError(PatternFault.MAY_BE_EMPTY, 0)
    for step in piece.opens_with():
        if step.label == ANY:
            raise PatternError(PatternFault.OPENS_WITH_WILDCARD, step.at)
    if len(arcs_of(piece)) > MOST_STATES:
        raise PatternError(PatternFault.TOO_MANY_STATES, len(pattern))
    return piece


def arcs_of(piece: Piece) -> Arcs:
    """What reads a phrase or pattern."""
    builder = Builder()
    piece.build(builder, 0)
    return builder.arcs()


class _Parser:
    """Reads a pattern token by token; each method reads one thing and stands behind it afterwards."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern.translate(_WIDE_SIGNS)
        tokens = _TOKEN.finditer(self._text)
        self._tokens = [token for token in tokens if token["written"] is None or words_of(token[0])]
        self._next = 0

    def parsed(self) -> Piece:
        if not self._tokens:
            raise PatternError(PatternFault.NO_WORDS, 0)
        reading = [token for token in self._tokens if token["written"] or token[0] not in _SIGNS_BETWEEN]
        if len(reading) > MOST_STATES:
            raise PatternError(PatternFault.TOO_MANY_STATES, reading[MOST_STATES].start())
        return self._choice(0)

    def _choice(self, depth: int) -> Piece:
        options = [self._chain(depth)]
        while self._takes("|"):
            options.append(self._chain(depth))
        return Choice(tuple(options)) if len(options) > 1 else options[0]

    def _chain(self, depth: int) -> Piece:
        pieces: list[Piece] = []
        while self._sign() not in _ENDING:
            token = self._tokens[self._next]
            self._next += 1
            if token[0] == "?":
                if not pieces:
                    raise PatternError(PatternFault.NOTHING_TO_LEAVE_OUT, token.start())
                pieces[-1] = Maybe.of(pieces[-1])
            else:
                pieces.append(self._piece(token, depth))
        if not depth and self._sign() == ")":
            raise PatternError(PatternFault.UNOPENED_GROUP, self._position())
        if not pieces:
            raise PatternError(PatternFault.EMPTY_CHOICE, self._position())
        return Chain(tuple(pieces))

    def _piece(self, token: re.Match[str], depth: int) -> Piece:
        if token["written"]:
            return self._written(token)
        if token["gap"]:
            return Gap(WIDEST_GAP, token.start())
        if token[0] == "(":
            return self._group(token, depth + 1)
        self._stands_free(token)
        if token[0] == "#":
            return Step(NUMBER, ANY_NUMBER, token.start())
        return Step(ANY, ANY_WORD, token.start())

    def _group(self, opening: re.Match[str], depth: int) -> Piece:
        if depth > DEEPEST:
            raise PatternError(PatternFault.TOO_DEEP, opening.start())
        choice = self._choice(depth)
        if not self._takes(")"):
            raise PatternError(PatternFault.UNCLOSED_GROUP, opening.start())
        return choice

    def _written(self, token: re.Match[str]) -> Piece:
        """Words without a space between, such as one."""
        words = words_in(token[0])
        steps = [_step(word, token[0][slice(*span)], token.start() + span[0]) for word, span in words]
        last, (start, end) = words[-1]
        if end == len(token[0]) and self._after(token) == "*":
            star = self._tokens[self._next]
            self._next += 1
            if words_of(self._after(star)):
                raise PatternError(PatternFault.SIGN_TOUCHES_WORD, star.start())
            if len(last) < LETTERS_BEFORE_STAR:
                raise PatternError(PatternFault.SHORT_BEGINNING, token.start() + start)
            steps[-1] = Step(BEGINS + last, steps[-1].example, steps[-1].at)
        return Chain(tuple(steps))

    def _stands_free(self, token: re.Match[str]) -> None:
        """A sign for a word is none inside another one: "f*ck", "#1" and "(a)*" are read as nothing."""
        before, after = self._text[max(0, token.start() - 1) : token.start()], self._after(token)
        if before == ")" or words_of(before) or words_of(after):
            raise PatternError(PatternFault.SIGN_TOUCHES_WORD, token.start())

    def _after(self, token: re.Match[str]) -> str:
        return self._text[token.end() : token.end() + 1]

    def _takes(self, sign: str) -> bool:
        """Whether this sign comes next; if so, stand behind it."""
        is_next = self._sign() == sign
        self._next += is_next
        return is_next

    def _sign(self) -> str | None:
        """The next token, or None at the end."""
        return self._tokens[self._next][0] if self._next < len(self._tokens) else None

    def _position(self) -> int:
        return self._tokens[self._next].start() if self._next < len(self._tokens) else len(self._text)


def _step(word: str, typed: str, at: int) -> Step:
    return Step(SAME + word, typed if words_of(typed) == (word,) else word, at)
