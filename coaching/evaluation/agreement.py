"""Krippendorff's alpha of two people who answered the same yes-or-no question."""

from collections.abc import Iterable

from coaching.evaluation.files import Slice


def alpha(answers: Iterable[tuple[bool, bool]]) -> float | None:
    """Nominal alpha: 1 is full agreement, 0 what chance gives.

    None for no answers, or where both always said the same one thing: nothing could be disagreed about.
    """
    pairs = list(answers)
    values = 2 * len(pairs)
    yes = sum(first + second for first, second in pairs)
    if yes in (0, values):
        return None
    disagreed = 2 * sum(first != second for first, second in pairs)
    by_chance = 2 * yes * (values - yes) / (values - 1)
    return 1 - disagreed / by_chance


def agreement(labelled: Slice) -> dict[str, float | None]:
    """Alpha of every label of a slice that two people labelled; nothing for other slices."""
    rows = [row for row in labelled.rows if row.labellers]
    if not rows:
        return {}
    return {
        label: alpha((label in row.labellers[0], label in row.labellers[1]) for row in rows)
        for label in labelled.labels
    }
