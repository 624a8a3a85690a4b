"""When guidelines and scorecards changed, for charts to mark: from that day on figures are made differently."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.guidelines.models import GuidelineVersion
from coaching.scorecards.models import ScorecardVersion
from microconnect.periods import Period


@dataclass(frozen=True, slots=True)
class Mark:
    """`day` is the first whose encounters count by the new version."""

    day: date
    label: str


def published_within(period: Period) -> list[Mark]:
    """The publications whose first day lies in the period, the earliest first. The very first of each changes nothing."""
    found = [
        *_marks(GuidelineVersion, _("guidelines %(number)d")),
        *_marks(ScorecardVersion, _("scorecard %(number)d")),
    ]
    return sorted((mark for mark in found if period.start <= mark.day < period.end), key=lambda mark: mark.day)


def _marks(model: type[GuidelineVersion] | type[ScorecardVersion], label: str) -> list[Mark]:
    told = model.objects.out().filter(based_on__isnull=False).values_list("number", "published_at", "counts_from")
    return [
        Mark(counts_from or timezone.localdate(published_at), label % {"number": number})
        for number, published_at, counts_from in told
    ]
