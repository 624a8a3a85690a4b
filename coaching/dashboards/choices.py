"""What a dashboard can be narrowed to, and what it is compared with. All of it is in the address."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from coaching.dashboards.queries.scope import Narrowing
from coaching.dashboards.wording import weeks_text
from interactions.models import Channel, Situation
from microconnect.people.models import User
from microconnect.periods import Period, last_weeks, week_of

SPANS = (4, 13, 52)
TREND_WEEKS = 13
RECENT_WEEKS = 4
A_YEAR = 52
SUNDAY = 6


class Comparison(TextChoices):
    BEFORE = "before", gettext_lazy("the weeks before")
    YEAR = "year", gettext_lazy("the same weeks a year ago")
    TEAMS = "teams", gettext_lazy("all other teams")


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice as a link."""

    label: str
    url: str
    is_current: bool
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a dashboard is looked at in: whole weeks, of which `last` is the newest (None: this one).

    `channel` is empty and `situation` and `person` are None for all of them.
    """

    today: date
    weeks: int = SPANS[0]
    channel: str = ""
    situation: Situation | None = None
    person: User | None = None
    last: date | None = None
    comparison: Comparison = Comparison.BEFORE

    @property
    def this_week(self) -> Period:
        """The newest of the weeks."""
        return week_of(self.last or self.today)

    @property
    def weekday(self) -> int:
        """Up to which day the newest week has come (Monday is 0): the last one where it is over."""
        return self.today.weekday() if self.today in self.this_week else SUNDAY

    @property
    def period(self) -> Period:
        return last_weeks(self.weeks, self.this_week.start)

    @property
    def recent(self) -> Period:
        """The weeks in which something may have changed."""
        return last_weeks(min(RECENT_WEEKS, self.weeks), self.this_week.start)

    @property
    def before(self) -> Period:
        """What they are compared with: as many weeks before them, or the rest of the chosen ones."""
        length = self.recent.days // 7
        weeks = max(self.weeks - length, length)
        return Period(self.recent.start - timedelta(weeks=weeks), self.recent.start)

    @property
    def trend(self) -> Period:
        """Every week that is drawn; what is compared lies within them."""
        return last_weeks(max(TREND_WEEKS, self.weeks), self.this_week.start)

    @property
    def a_year_ago(self) -> Period:
        return self.period.before(weeks=A_YEAR)

    @property
    def narrowing(self) -> Narrowing:
        return Narrowing(channel=self.channel, situation=self.situation.pk if self.situation else None)

    def query(self) -> dict[str, str]:
        """The address that asks for this; what is usual is left out."""
        asked = {
            "weeks": str(self.weeks) if self.weeks in SPANS[1:] and not self.last else "",
            "channel": self.channel,
            "situation": self.situation.slug if self.situation else "",
            "person": str(self.person.pk) if self.person else "",
            "since": str(self.period.start) if self._is_by_dates else "",
            "until": str(self.period.last_day) if self._is_by_dates else "",
            "compare": self.comparison.value if self.comparison != Comparison.BEFORE else "",
        }
        return {name: value for name, value in asked.items() if value}

    def url(self) -> str:
        return "?" + urlencode(self.query())

    def at(self, address: str) -> str:
        """An address that asks for this; as it is where all is usual."""
        query = self.query()
        return f"{address}?{urlencode(query)}" if query else address

    def chips(self) -> tuple[list[Chip], list[Chip]]:
        """The spans, and the channels."""
        spans = [self._chip(_span(span), replace(self, weeks=span, last=None)) for span in SPANS]
        channels = [self._chip(_("All channels"), replace(self, channel=""))]
        channels += [
            self._chip(str(channel.label), replace(self, channel=channel.value), icon=channel.value)
            for channel in Channel
        ]
        return spans, channels

    def narrowed(self, *, unused: Container[str] = ()) -> list[Chip]:
        """What it is narrowed to beyond the chips of `chips`, each as the link that leaves it out.

        `unused` are the names of what a page hands on without being narrowed by it.
        """
        held = []
        if self.situation and "situation" not in unused:
            held.append(Chip(str(self.situation), replace(self, situation=None).url(), is_current=True))
        if self.person and "person" not in unused:
            held.append(Chip(str(self.person), replace(self, person=None).url(), is_current=True))
        if self._is_by_dates:
            held.append(Chip(weeks_text(self.period), replace(self, weeks=SPANS[0], last=None).url(), is_current=True))
        if self.comparison != Comparison.BEFORE and "compare" not in unused:
            label = _("compared with %(what)s") % {"what": self.comparison.label}
            held.append(Chip(label, replace(self, comparison=Comparison.BEFORE).url(), is_current=True))
        return held

    def _chip(self, label: str, choice: "Choice", *, icon: str = "") -> Chip:
        return Chip(label, choice.url(), choice == self, icon)

    @property
    def _is_by_dates(self) -> bool:
        return self.last is not None or self.weeks not in SPANS


def choice_from(query: QueryDict, today: date) -> Choice:
    """The weeks and the channel that the address asks for; anything unknown is left at its default."""
    weeks, channel = query.get("weeks", ""), query.get("channel", "")
    return Choice(
        today=today,
        weeks=next((span for span in SPANS if str(span) == weeks), SPANS[0]),
        channel=channel if channel in Channel.values else "",
    )


def _span(weeks: int) -> str:
    if weeks == A_YEAR:
        return _("A year")
    return ngettext("%(n)d week", "%(n)d weeks", weeks) % {"n": weeks}
