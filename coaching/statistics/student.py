"""Student's t: how far a mean of few scores may stray. With infinite freedom it is the normal distribution."""

import math
from functools import lru_cache
from statistics import NormalDist

from coaching.statistics.beta import incomplete_beta
from coaching.statistics.scale import LEVEL

_MOST_STEPS = 60
_EXACT_ENOUGH = 1e-9
_LOG_ROOT_OF_PI = math.log(math.pi) / 2


@lru_cache(maxsize=2048)
def t_quantile(freedom: float, level: float = LEVEL) -> float:
    """How many standard errors hold `level` of Student's t (1908): 12.7 for 1 degree of freedom, 1.96 for many.

    `freedom` need not be whole (Welch's is not) but is at least 1; `level` lies between 0 and 1. From the normal
    distribution's, always too near, Newton's steps only ever lead outwards, so they cannot miss.
    """
    t = NormalDist().inv_cdf((1 + level) / 2)
    if freedom == math.inf:
        return t
    for _step in range(_MOST_STEPS):
        further = (t_tails(t, freedom) - (1 - level)) / (2 * _density(t, freedom))
        t += further
        if further < _EXACT_ENOUGH * t:
            break
    return t


def t_tails(t: float, freedom: float) -> float:
    """The chance, 0 to 1, of a t at least this far from 0, both ways together."""
    if freedom == math.inf:
        return math.erfc(abs(t) / math.sqrt(2))
    return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def _density(t: float, freedom: float) -> float:
    front = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - math.log(freedom) / 2 - _LOG_ROOT_OF_PI
    return math.exp(front - (freedom + 1) / 2 * math.log1p(t * t / freedom))
