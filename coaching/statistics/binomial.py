"""The binomial distribution: how many of so many, where each has the same chance."""

from coaching.statistics.beta import incomplete_beta


def at_most(count: int, n: int, share: float) -> float:
    """The chance, 0 to 1, of so many or fewer among `n`; `count` may be below none or all there are."""
    if count < 0:
        return 0.0
    return incomplete_beta(n - count, count + 1, 1 - share) if count < n else 1.0
