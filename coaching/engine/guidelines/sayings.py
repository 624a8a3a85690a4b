"""What meets a line, spelled out, so that somebody who writes guidelines sees what they do."""

from coaching.engine.guidelines.bounds import Bounds, check_greeting
from coaching.engine.guidelines.guideline import Guideline
from coaching.engine.guidelines.lines import line_of, piece_of
from coaching.engine.guidelines.words import joined

MOST_SAYINGS = 12
LONGEST_GREETING = 4_000


def sayings(match: str, phrase: str, most: int = MOST_SAYINGS) -> list[str]:
    """Up to so many short texts that meet this line, always the same ones, in the order in which they are written.

    A pattern's are its choices; any word is "blah" and any number 7, and gaps are left out. A phrase's is itself. A
    line that nothing can meet has none.
    """
    if line_of(match, phrase) is None:
        return []
    piece = piece_of(match, phrase) if match == "pattern" else None
    return [joined(words) for words in piece.said(most)] if piece else [phrase.strip()]


def can_match(match: str, phrase: str) -> bool:
    """Whether a greeting of usual length can meet this line: not without words, nor with too many."""
    if line_of(match, phrase) is None:
        return False
    piece = piece_of("phrase" if match == "words" else match, phrase)
    return piece is not None and len(joined(piece.shortest())) <= LONGEST_GREETING


def is_met_by(guideline: Guideline, text: str) -> bool:
    """Whether a text meets this guideline."""
    return bool(check_greeting(text, (guideline,)))


def conflicts(one: Guideline, others: Bounds) -> dict[str, str]:
    """Which of the others the sayings of this guideline meet too: id -> the first such saying.

    The others come compiled together, so that what it takes grows with the sayings, and not with all pairs there are.
    """
    found: dict[str, str] = {}
    for saying in dict.fromkeys(saying for phrase in one.phrases for saying in sayings(one.match, phrase)):
        for match in others.check(saying):
            found.setdefault(match.guideline.id, saying)
    return found
