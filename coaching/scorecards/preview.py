"""What a draft would do, while its weights are moved: three encounters and last month. Nothing of it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coaching.engine.scoring import Scorecard
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.month import Month, month_of
from coaching.scorecards.sampling import sampled
from coaching.scorecards.trying import Tried, tried_on
from coaching.scorecards.weighing import Weighing
from microconnect.people.models import User


@dataclass(frozen=True, slots=True)
class Preview:
    month: Month
    tried: list[Tried]


def preview_of(scorecard: Scorecard, *, viewer: User, asked: Sequence[str], another: str = "", today: date) -> Preview:
    """By `scorecard`, beside what is stored; see `tried_on` for `asked` and `another`."""
    draft = Weighing(scorecard)
    return Preview(
        month=month_of(sampled(today), ScorecardVersion.objects.current().scorecard, draft),
        tried=tried_on(asked, another, viewer, draft),
    )
