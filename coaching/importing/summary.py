"""What imported conversations showed, practice by practice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from coaching.engine.finding import MISSED, SHOWN
from coaching.engine.practices import PRACTICES


@dataclass(slots=True)
class Tally:
    """How one practice came out over many encounters; `partly` is anything between shown and missed."""

    judged: int = 0
    total: float = 0
    shown: int = 0
    partly: int = 0
    missed: int = 0
    not_judged: int = 0

    def add(self, score: float | None) -> None:
        if score is None:
            self.not_judged += 1
            return
        self.judged += 1
        self.total += score
        self.shown += score >= SHOWN
        self.missed += score <= MISSED
        self.partly += MISSED < score < SHOWN

    @property
    def mean(self) -> float | None:
        return self.total / self.judged if self.judged else None


@dataclass(slots=True)
class Summary:
    """Everything the end of an import says."""

    added: int = 0
    known: int = 0
    refused: int = 0
    shortened: int = 0
    scores: Tally = field(default_factory=Tally)
    practices: dict[str, Tally] = field(default_factory=lambda: {practice.key: Tally() for practice in PRACTICES})

    def add(self, score: int | None, findings: Iterable[dict[str, Any]]) -> None:
        """Count one assessment, as it is stored."""
        self.scores.add(score)
        for finding in findings:
            if finding["practice"] in self.practices:
                self.practices[finding["practice"]].add(finding["score"])

    def lines(self) -> Iterator[str]:
        """The table, one line at a time: 81 columns."""
        yield _row("", "judged", "mean", "shown", "partly", "missed", "not judged")
        for practice in PRACTICES:
            yield _tally_row(practice.name, self.practices[practice.key])
        yield _tally_row("Whole encounter", self.scores, with_levels=False)


def _tally_row(name: str, tally: Tally, *, with_levels: bool = True) -> str:
    mean = "–" if tally.mean is None else f"{tally.mean:.1f}"
    levels = (tally.shown, tally.partly, tally.missed) if with_levels else ("", "", "")
    return _row(name, tally.judged, mean, *levels, tally.not_judged)


def _row(name: str, *figures: object) -> str:
    return f"{name:<36}" + "".join(
        f"{figure:>{width}}" for figure, width in zip(figures, (6, 7, 7, 7, 7, 11), strict=True)
    )
