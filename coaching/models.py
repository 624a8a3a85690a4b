"""Where Django looks for models; each room keeps its own."""

from coaching.assessments.models import Assessment
from coaching.digests.models import Digest
from coaching.guidelines.models import GreetingGuideline, GuidelineVersion, TrickyCase
from coaching.rescoring.models import EarlierScore
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek
from coaching.scorecards.models import ScorecardVersion

__all__ = [
    "Assessment",
    "Digest",
    "EarlierScore",
    "GreetingGuideline",
    "GuidelineVersion",
    "OrganisationWeek",
    "PersonWeek",
    "ScorecardVersion",
    "TeamWeek",
    "TrickyCase",
]
