"""When a word is another one with a slip of the thumb in it, and how to find it among thousands.

A slip is one letter left out, put in or changed, or two neighbours swapped. The first letter always stays, and so do
words with digits in them. Words of 5 to 8 letters forgive one slip, those of 9 and more two. Four letters forgive only
one too many or two swapped: with one letter changed they are too often another word, as "than" and "that", "went" and
"want" (of the slips of four letters that are words of our labelled turns, three in four were). Three letters and fewer
are never forgiven nor taken for a slip: "you" is not "your". Nor are more than 32, which nobody writes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

SHORTEST, LONGEST = 4, 32
TWO_SLIPS_FROM = 9
_LENGTHS = {1: (SHORTEST, TWO_SLIPS_FROM), 2: (TWO_SLIPS_FROM - 2, LONGEST + 2)}  # of what may be typed for one
_DIGIT = re.compile(r"\d")


def slips_forgiven(word: str) -> int:
    """How many slips still leave it this word."""
    if not SHORTEST <= len(word) <= LONGEST or _DIGIT.search(word):
        return 0
    return 2 if len(word) >= TWO_SLIPS_FROM else 1


def is_near(word: str, typed: str) -> bool:
    """Whether `typed` is this word, or slips away from it."""
    if word == typed:
        return True
    slips = slips_forgiven(word)
    if not slips or len(typed) < SHORTEST or word[0] != typed[0] or _DIGIT.search(typed):
        return False
    if len(word) == len(typed) == SHORTEST and sorted(word) != sorted(typed):
        return False
    return OSA.distance(word, typed, score_cutoff=slips) <= slips


class NearWords:
    """Words that forgive slips, found again by what somebody typed.

    Two words that are slips apart are the same after leaving out as many letters of each. So each word is kept under
    all that is left of it, and what is left of the typed word leads there. However many words are kept, a typed one
    costs as many looks as it has letters, or pairs of letters where it is long.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._kept: dict[int, defaultdict[str, list[str]]] = {1: defaultdict(list), 2: defaultdict(list)}
        for word in words:
            slips = slips_forgiven(word)
            for left in _left(word, slips):
                self._kept[slips][left].append(word)

    def met_by(self, typed: str) -> tuple[set[str], int]:
        """The words that `typed` may be, and how many looks that took."""
        looks = 0
        found: set[str] = set()
        for slips, kept in self._kept.items():
            if kept and _LENGTHS[slips][0] <= len(typed) <= _LENGTHS[slips][1]:
                lefts = _left(typed, slips)
                looks += len(lefts)
                found.update(word for left in lefts if left in kept for word in kept[left])
        return {word for word in found if is_near(word, typed)}, looks


def _left(word: str, slips: int) -> set[str]:
    """What is left of a word without up to so many letters after its first."""
    left = {word}
    for _ in range(slips):
        left |= {one[:at] + one[at + 1 :] for one in left for at in range(1, len(one))}
    return left
