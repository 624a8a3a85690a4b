"""The figures at the top of a dashboard, never alone: each with its interval or what it is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.choices import SUNDAY, Choice
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.queries.activity import Activity, Share
from coaching.dashboards.queries.promises import OpenPromises
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.wording import NOT_YET, between, between_shares, day_not_long_ago, percent, whole
from coaching.engine.practices.right_first_time import KEY as RIGHT_FIRST_TIME
from coaching.statistics import Sums, added, clustered_interval, mean_interval
from microconnect.periods import day_in

People = Mapping[int, Sums]  # person -> scores


@dataclass(frozen=True, slots=True)
class Tile:
    """`tone` is "try" where something waits."""

    label: str
    value: str
    notes: Sequence[str] = ()
    url: str = ""
    tone: str = ""


def encounters_tile(now: int, by_then: int, choice: Choice, links: EncounterLinks) -> Tile:
    """This week so far beside the same days of last week: a Tuesday is not compared with a whole week."""
    url = links(choice.this_week) if now else ""
    return Tile(_("Encounters this week"), str(now), [_more_or_fewer(now - by_then, choice)], url)


def score_tile(week: People, last: People, quarter: People, url: str, label: str = "") -> Tile:
    """This week's mean against last week's and that of 13 weeks; each is the sums of its people."""
    texts = {"last": team_mean_text(last), "quarter": team_mean_text(quarter)}
    compared = _("last week %(last)s · 13 weeks %(quarter)s") % texts
    judged = any(sums.n for sums in week.values())
    return Tile(
        label or _("Score this week"), team_mean_text(week), [team_judged_text(week), compared], url if judged else ""
    )


def better_tile(better: Share, choice: Choice) -> Tile:
    """Better days: of those of which somebody said whether they left better."""
    return _share_tile(_("Left better than they came"), better, choice)


def first_time_tile(first_time: Share, choice: Choice, links: EncounterLinks) -> Tile:
    """The share sorted at first contact, of those that could be judged, over the chosen weeks."""
    url = links(choice.period, practice=RIGHT_FIRST_TIME, below=MISSED_BELOW)
    return _share_tile(_("Right the first time"), first_time, choice, url)


def connections_tile(shown: Activity, days: Mapping[int, int], choice: Choice, links: EncounterLinks) -> Tile:
    """Small moments add up: how many somebody makes on a day they log, and in what share of the encounters."""
    if not shown.encounters:
        return Tile(_("Micro-connections a day"), NOT_YET, [_("none logged yet")])
    a_day = number_format(shown.connections / sum(days.values()), 1)
    note = _("each, in %(share)s of encounters") if len(days) > 1 else _("in %(share)s of encounters")
    notes = [note % {"share": percent(shown.connections / shown.encounters)}]
    return Tile(_("Micro-connections a day"), a_day, notes, links(choice.period))


def promises_tile(promises: OpenPromises, today: date, zone: str) -> Tile:
    """Open ones, and since when the oldest overdue one waits."""
    label, value, url = _("Promises open"), str(promises.open), reverse("promises:list")
    if promises.oldest is None:
        return Tile(label, value, [_("none overdue") if promises.open else _("nothing is waiting")], url)
    since = day_not_long_ago(day_in(zone, promises.oldest), today)
    note = ngettext("%(count)d overdue, since %(since)s", "%(count)d overdue, oldest since %(since)s", promises.overdue)
    return Tile(label, value, [note % {"count": promises.overdue, "since": since}], url, tone="try")


def mean_text(sums: Sums) -> str:
    """The mean as a whole number, or a dash under five."""
    return whole(sums.mean) if sums.n >= SHOWN_FROM else NOT_YET


def team_mean_text(people: People) -> str:
    return mean_text(added(people.values()))


def judged_text(sums: Sums) -> str:
    """ "between 70 and 74 · 131 judged"."""
    return _judged_text(sums, mean_interval(sums))


def team_judged_text(people: People) -> str:
    """The same for a mean of several people's scores, as sure as so few people make it."""
    return _judged_text(added(people.values()), clustered_interval(people.values()))


def _judged_text(sums: Sums, interval: tuple[float, float] | None) -> str:
    if sums.n < SHOWN_FROM or interval is None:
        return _not_enough(sums.n)
    return _("%(between)s · %(n)d judged") % {"between": between(interval), "n": sums.n}


def _share_tile(label: str, share: Share, choice: Choice, url: str = "") -> Tile:
    if share.n < SHOWN_FROM:
        return Tile(label, NOT_YET, [_not_enough(share.n)])
    judged = _("%(n)d judged in %(weeks)d weeks") % {"n": share.n, "weeks": choice.weeks}
    return Tile(label, percent(share.share), [between_shares(share.interval), judged], url)


def _not_enough(n: int) -> str:
    return ngettext("not enough yet: %(n)d judged", "not enough yet: %(n)d judged", n) % {"n": n}


def _more_or_fewer(by: int, choice: Choice) -> str:
    """Only a whole week is compared with all of the one before."""
    if choice.weekday == SUNDAY:
        more, fewer, same = (
            _("%(count)d more than the week before"),
            _("%(count)d fewer than the week before"),
            _("as many as the week before"),
        )
    else:
        more = _("%(count)d more than by %(weekday)s last week")
        fewer = _("%(count)d fewer than by %(weekday)s last week")
        same = _("as many as by %(weekday)s last week")
    words = same if by == 0 else more if by > 0 else fewer
    return words % {"count": abs(by), "weekday": date_format(choice.today, "l")}
