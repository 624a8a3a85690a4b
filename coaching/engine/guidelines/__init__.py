"""Greeting guidelines: what administrators call in bounds and out of bounds, and how a greeting is held against
them.

Case, quotes, apostrophes, punctuation and spaces do not count: "It's Ada here!" meets "its ada here". Scripts that
write no spaces are compared sign by sign. A guideline looks for its phrases in one of four ways, its `match`:

- "phrase": the words in this order, beside each other.
- "words": all of them, anywhere in the greeting.
- "near": the words in this order, forgiving slips of the thumb (see `slips`) and up to one other word between two.
- "pattern": as administrators write patterns (see `pattern`).

All of them are read in time that grows with the greeting's length and no faster, whatever stands in it.
"""

from coaching.engine.guidelines.bounds import Bounds, check_greeting, compile_bounds, verdict
from coaching.engine.guidelines.guideline import Guideline, GuidelineMatch, GuidelineVerdict
from coaching.engine.guidelines.lines import compiled
from coaching.engine.guidelines.pattern import PatternError, PatternFault, parse_pattern
from coaching.engine.guidelines.sayings import can_match, conflicts, is_met_by, sayings
from coaching.engine.guidelines.words import SIGNS, UNSPACED, words_of

__all__ = [
    "SIGNS",
    "UNSPACED",
    "Bounds",
    "Guideline",
    "GuidelineMatch",
    "GuidelineVerdict",
    "PatternError",
    "PatternFault",
    "can_match",
    "check_greeting",
    "compile_bounds",
    "compiled",
    "conflicts",
    "is_met_by",
    "parse_pattern",
    "sayings",
    "verdict",
    "words_of",
]
