"""Durations kept as counts in buckets that grow by a tenth: two histograms add up to that of all, whatever was in them.

A quantile read from one is within 5 % of the true one (the middle of a bucket ten percent wide), the idea of HdrHistogram
and DDSketch (Masson, Rim, Lee 2019).
"""

import math
from collections.abc import Mapping

GROWTH = 1.1
_LOG_GROWTH = math.log(GROWTH)


def bucket_of(seconds: int) -> str:
    """The bucket of a duration, as the text that JSON keys are; "0" holds no wait at all, "1" one second."""
    return str(math.floor(math.log(seconds) / _LOG_GROWTH + 1e-9) + 1) if seconds > 0 else "0"


def seconds_of(bucket: str) -> float:
    """The middle of a bucket, in seconds, in the sense of ratios."""
    number = int(bucket)
    return GROWTH ** (number - 0.5) if number else 0.0


def quantile(histogram: Mapping[str, int], share: float) -> float | None:
    """The duration, in seconds, that `share` (0 to 1) of them stay at or under; None where nothing was timed."""
    rank = share * sum(histogram.values())
    passed = 0
    for bucket in sorted(histogram, key=int):
        passed += histogram[bucket]
        if passed >= rank:
            return seconds_of(bucket)
    return None
