"""Rounding that agrees with what people do on paper."""

from fractions import Fraction


def round_half_up(value: Fraction) -> int:
    """The nearest whole number; a half goes up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
