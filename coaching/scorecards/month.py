"""Last month as it is, and as a draft would have it."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.charts import Histogram, histogram
from coaching.engine.scoring import Scorecard
from coaching.scorecards.sampling import Sampled
from coaching.scorecards.weighing import Weighing

TENS = 10


@dataclass(frozen=True, slots=True)
class Side:
    """Scores by one scorecard. `mean` is None where nothing has a score; `in_band` counts those in its own band."""

    scored: int
    mean: float | None
    in_band: int
    tens: list[int]

    @property
    def share_in_band(self) -> int:
        """In percent."""
        return (200 * self.in_band + self.scored) // (2 * self.scored) if self.scored else 0


@dataclass(frozen=True, slots=True)
class Month:
    """How many encounters were looked at, how many of their scores move, and both sides."""

    encounters: int
    moved: int
    before: Side
    after: Side
    histogram: Histogram


def month_of(sample: Sequence[Sampled], published: Scorecard, draft: Weighing) -> Month:
    """What is stored beside what the draft would make of it; `published` has the band that holds now."""
    before = [row.score for row in sample]
    after = [draft.value(row) for row in sample]
    was, becomes = _side(before, published), _side(after, draft.scorecard)
    return Month(
        encounters=len(sample),
        moved=sum(one != other for one, other in zip(before, after, strict=True)),
        before=was,
        after=becomes,
        histogram=histogram(was.tens, becomes.tens),
    )


def _side(values: list[int | None], scorecard: Scorecard) -> Side:
    scored = [value for value in values if value is not None]
    tens = [0] * TENS
    for value in scored:
        tens[min(value // TENS, TENS - 1)] += 1
    return Side(
        scored=len(scored),
        mean=sum(scored) / len(scored) if scored else None,
        in_band=sum(scorecard.target_low <= value <= scorecard.target_high for value in scored),
        tens=tens,
    )
