"""What a dashboard can be narrowed to: how many weeks, which channel. Both are plain links."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.queries.scope import Narrowing
from interactions.models import Channel
from microconnect.periods import Period, last_weeks

SPANS = (4, 13)
TREND_WEEKS = 13
RECENT_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice as a link."""

    label: str
    url: str
    is_current: bool
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The weeks and the channel a dashboard is looked at in; `channel` is empty for all of them."""

    today: date
    weeks: int = SPANS[0]
    channel: str = ""

    @property
    def period(self) -> Period:
        """The chosen weeks up to and including this one."""
        return last_weeks(self.weeks, self.today)

    @property
    def recent(self) -> Period:
        """The weeks in which something may have changed."""
        return last_weeks(RECENT_WEEKS, self.today)

    @property
    def before(self) -> Period:
        """What they are compared with: the four weeks before them, or the rest of the thirteen."""
        weeks = max(self.weeks - RECENT_WEEKS, RECENT_WEEKS)
        return Period(self.recent.start - timedelta(weeks=weeks), self.recent.start)

    @property
    def trend(self) -> Period:
        return last_weeks(TREND_WEEKS, self.today)

    @property
    def compared(self) -> Period:
        """Every week that is drawn or compared."""
        return Period(min(self.trend.start, self.before.start), self.trend.end)

    @property
    def narrowing(self) -> Narrowing:
        return Narrowing(channel=self.channel)

    @property
    def this_week(self) -> Period:
        return last_weeks(1, self.today)

    def chips(self) -> tuple[list[Chip], list[Chip]]:
        """The spans, and the channels."""
        spans = [
            _chip(ngettext("%(n)d week", "%(n)d weeks", span) % {"n": span}, replace(self, weeks=span), self)
            for span in SPANS
        ]
        channels = [_chip(_("All channels"), replace(self, channel=""), self)]
        channels += [
            _chip(str(channel.label), replace(self, channel=channel.value), self, icon=channel.value)
            for channel in Channel
        ]
        return spans, channels


def choice_from(query: QueryDict, today: date) -> Choice:
    """What the address asks for; anything unknown is left at its default."""
    weeks, channel = query.get("weeks", ""), query.get("channel", "")
    return Choice(
        today=today,
        weeks=next((span for span in SPANS if str(span) == weeks), SPANS[0]),
        channel=channel if channel in Channel.values else "",
    )


def _chip(label: str, choice: Choice, current: Choice, *, icon: str = "") -> Chip:
    query = {"weeks": str(choice.weeks) if choice.weeks != SPANS[0] else "", "channel": choice.channel}
    url = "?" + urlencode({name: value for name, value in query.items() if value})
    return Chip(label, url, choice == current, icon)
