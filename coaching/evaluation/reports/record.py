"""The figures of one label as a flat record, the same in JSON and CSV."""

from coaching.evaluation.results import Figures

_DIGITS = 6

Value = str | int | float | None


def record(figures: Figures) -> dict[str, Value | list[float | None]]:
    """All figures of one label in one slice; shares run from 0 to 1."""
    counts, interval, majority = figures.counts, figures.interval, figures.counts.of_majority()
    return {
        "n": counts.n,
        "positives": counts.positives,
        "accuracy": rounded(counts.accuracy),
        "macro_f1": rounded(counts.macro_f1),
        "macro_f1_interval": [rounded(end) for end in interval] if interval else None,
        "precision": rounded(counts.precision),
        "recall": rounded(counts.recall),
        "f1": rounded(counts.f1),
        "majority_accuracy": rounded(majority.accuracy),
        "majority_macro_f1": rounded(majority.macro_f1),
        "token_f1": rounded(figures.token_f1),
        "positives_without_span": figures.unproven,
        "found_rightly": counts.found,
        "found_wrongly": counts.wrong,
        "missed": counts.missed,
        "passed_over": counts.passed,
    }


def rounded(value: float | None) -> float | None:
    """A share with six digits, so that two machines write the same."""
    return None if value is None else round(value, _DIGITS)
