"""Which two encounters are the most alike in what they were about, without reading a word of them."""

import math
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

UNKNOWN = 1.0  # a step apart, where one of the two says nothing
FARTHEST = 4.0
WAITED_TWICE = math.log(2)
FOUR_WEEKS = 4 * 7 * 24 * 60 * 60
MINUTE = 60


class Candidate(NamedTuple):
    """What is compared of an encounter; feelings go from 1 to 5."""

    pk: int
    situation: int
    channel: str
    feeling_before: int | None
    wait_seconds: int | None
    occurred_at: datetime


def nearest_pairs(some: Sequence[Candidate], others: Sequence[Candidate], *, most: int) -> list[tuple[int, int]]:
    """Each of `some` (newest first) with the nearest of `others` that nobody took yet; primary keys.

    Only within one situation and channel, and none where the nearest is too far to be called alike. An encounter
    can be on both sides of "sorted the first time", when it came back: it is never paired with itself.
    """
    left = {candidate.pk: candidate for candidate in others}
    found: list[tuple[int, int]] = []
    for one in some:
        nearest = min(
            ((apart(one, other), pk) for pk, other in left.items() if _is_comparable(one, other)), default=None
        )
        if nearest and nearest[0] <= FARTHEST:
            found.append((one.pk, nearest[1]))
            del left[nearest[1]]
        if len(found) == most:
            break
    return found


def apart(one: Candidate, other: Candidate) -> float:
    """In steps: one of the five faces, a wait twice as long, or four weeks."""
    time = abs((one.occurred_at - other.occurred_at).total_seconds()) / FOUR_WEEKS
    return _faces(one, other) + _waits(one, other) + time


def _is_comparable(one: Candidate, other: Candidate) -> bool:
    return (one.situation, one.channel) == (other.situation, other.channel) and one.pk != other.pk


def _faces(one: Candidate, other: Candidate) -> float:
    if one.feeling_before is None or other.feeling_before is None:
        return UNKNOWN
    return float(abs(one.feeling_before - other.feeling_before))


def _waits(one: Candidate, other: Candidate) -> float:
    """A minute is added to both, so that no wait and some seconds are nearly the same."""
    if one.wait_seconds is None or other.wait_seconds is None:
        return UNKNOWN
    return abs(math.log((one.wait_seconds + MINUTE) / (other.wait_seconds + MINUTE))) / WAITED_TWICE
