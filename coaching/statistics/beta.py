"""The regularised incomplete beta function: Student's t and the binomial both stand on it."""

import math

_EXACT_ENOUGH = 1e-12
_TINY = 1e-300
_MOST_STEPS = 10_000  # about the root of the larger of a and b is needed


def incomplete_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b), from 0 to 1, for a and b above 0 (DLMF 8.17); `x` outside 0 to 1 is taken as its nearer end.

    By its continued fraction, on the side where that is quick; right to ten digits for a and b up to a million.
    """
    if x <= 0.0 or x >= 1.0:
        return min(max(x, 0.0), 1.0)
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    front = math.exp(a * math.log(x) + b * math.log1p(-x) - log_beta)
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1.0 - front * _fraction(b, a, 1 - x) / b


def beta_quantile(a: float, b: float, share: float) -> float:
    """The x at which I_x(a, b) is `share`, by halving: forty steps, less than a millisecond."""
    low, high = 0.0, 1.0
    while high - low > _EXACT_ENOUGH:
        middle = (low + high) / 2
        if incomplete_beta(a, b, middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function (Lentz's way, DLMF 8.17.22)."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for factor in (even, odd):
            d = 1 / _not_zero(1 + factor * d)
            c = _not_zero(1 + factor / c)
            result *= c * d
        if abs(c * d - 1) < _EXACT_ENOUGH:
            break
    return result


def _not_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
