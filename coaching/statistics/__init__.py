"""The arithmetic of being sure: means, shares and differences with how far chance may have moved them.

Plain numbers in and out; nothing of ours, no Django, no numpy. Everything starts from `Sums`: count, sum and sum of squares
are what the rollups keep. Scores are points from 0 to 100, shares go from 0 to 1, intervals hold 95 in 100. Which of these
is right for which figure is told in docs/decisions/0018-people-are-the-sample.md.
"""

from coaching.statistics.clustered import (
    ClusteredMean,
    Likeness,
    Pair,
    against_group,
    clustered_difference,
    clustered_interval,
    clustered_mean,
    likeness,
)
from coaching.statistics.differences import Difference, against, difference
from coaching.statistics.funnel import (
    FAR_LEVEL,
    Placing,
    Zone,
    place_share,
    share_limits,
)
from coaching.statistics.means import mean_interval
from coaching.statistics.same_people import between_groups, changed, each_with_themselves
from coaching.statistics.scale import HIGHEST, LEVEL, LOWEST
from coaching.statistics.shares import (
    ShareDifference,
    exact_share_interval,
    fisher_exact,
    share_difference,
    share_interval,
)
from coaching.statistics.smooth import drawn_share_limits, smooth_share_limits
from coaching.statistics.spread import spread_between
from coaching.statistics.student import t_quantile, t_tails
from coaching.statistics.sums import Sums, added, sums_of
from coaching.statistics.sure import sure_of, surely

__all__ = [
    "FAR_LEVEL",
    "HIGHEST",
    "LEVEL",
    "LOWEST",
    "ClusteredMean",
    "Difference",
    "Likeness",
    "Pair",
    "Placing",
    "ShareDifference",
    "Sums",
    "Zone",
    "added",
    "against",
    "against_group",
    "between_groups",
    "changed",
    "clustered_difference",
    "clustered_interval",
    "clustered_mean",
    "difference",
    "drawn_share_limits",
    "each_with_themselves",
    "exact_share_interval",
    "fisher_exact",
    "likeness",
    "mean_interval",
    "place_share",
    "share_difference",
    "share_interval",
    "share_limits",
    "smooth_share_limits",
    "spread_between",
    "sums_of",
    "sure_of",
    "surely",
    "t_quantile",
    "t_tails",
]
