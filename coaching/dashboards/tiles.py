"""The figures at the top of a dashboard, never alone: each with its interval or what it is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.choices import Choice
from coaching.dashboards.links import NOT_WHOLLY_BELOW, EncounterLinks
from coaching.dashboards.queries.activity import Activity, Share
from coaching.dashboards.queries.promises import OpenPromises
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.wording import NOT_YET, between, between_shares, count_text, day_not_long_ago, percent, whole
from coaching.engine.practices.better_day import KEY as BETTER_DAY
from coaching.engine.practices.right_first_time import KEY as RIGHT_FIRST_TIME
from coaching.statistics import Sums, added, clustered_interval
from microconnect.periods import HOURS_A_WEEK, day_in

People = Mapping[int, Sums]  # person -> scores


@dataclass(frozen=True, slots=True)
class Tile:
    """`tone` is "try" where something waits."""

    label: str
    value: str
    notes: Sequence[str] = ()
    url: str = ""
    tone: str = ""


def encounters_tile(now: int, by_then: int, hours: int, choice: Choice, links: EncounterLinks) -> Tile:
    """The newest week so far beside as many hours of the one before: a morning is not compared with a whole day."""
    label = _("Encounters this week") if choice.is_current else _("Encounters that week")
    url = links(choice.this_week) if now else ""
    return Tile(label, count_text(now), [_more_or_fewer(now - by_then, is_whole=hours == HOURS_A_WEEK)], url)


def score_tile(week: People, last: People, trend: People, choice: Choice, url: str) -> Tile:
    """The newest week's mean against that of the week before and of all that is drawn; each is the sums of its people."""
    texts = {"last": team_mean_text(last), "trend": team_mean_text(trend), "weeks": choice.trend.days // 7}
    if choice.is_current:
        label, compared = _("Score this week"), _("last week %(last)s · %(weeks)d weeks %(trend)s")
    else:
        label, compared = _("Score that week"), _("the week before %(last)s · %(weeks)d weeks %(trend)s")
    judged = any(sums.n for sums in week.values())
    notes = [team_judged_text(week), compared % texts]
    return Tile(label, team_mean_text(week), notes, url if judged else "")


def better_tile(better: Share, choice: Choice, links: EncounterLinks) -> Tile:
    """Better days, of those where somebody said whether they left better. The link leads to no and to not sure."""
    url = links(choice.period, practice=BETTER_DAY, below=NOT_WHOLLY_BELOW)
    return _share_tile(_("Left better than they came"), better, choice, url)


def first_time_tile(first_time: Share, choice: Choice, links: EncounterLinks) -> Tile:
    """The share sorted at first contact, of those that could be judged, over the chosen weeks. The link leads to the others."""
    url = links(choice.period, practice=RIGHT_FIRST_TIME, below=NOT_WHOLLY_BELOW)
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


def team_judged_text(people: People) -> str:
    """ "between 70 and 74 · 131 judged", as sure as so few people make it."""
    sums, interval = added(people.values()), clustered_interval(people.values())
    if sums.n < SHOWN_FROM or interval is None:
        return _not_enough(sums.n)
    return _("%(between)s · %(n)s judged") % {"between": between(interval), "n": count_text(sums.n)}


def _share_tile(label: str, share: Share, choice: Choice, url: str) -> Tile:
    if share.n < SHOWN_FROM:
        return Tile(label, NOT_YET, [_not_enough(share.n)])
    judged = _("%(n)s judged in %(weeks)d weeks") % {"n": count_text(share.n), "weeks": choice.weeks}
    return Tile(label, percent(share.share), [between_shares(share.interval), judged], url)


def _not_enough(n: int) -> str:
    return ngettext("not enough yet: %(n)d judged", "not enough yet: %(n)d judged", n) % {"n": n}


def _more_or_fewer(by: int, *, is_whole: bool) -> str:
    """Only a whole week is compared with all of the one before."""
    if is_whole:
        more, fewer, same = (
            _("%(count)s more than the week before"),
            _("%(count)s fewer than the week before"),
            _("as many as the week before"),
        )
    else:
        more = _("%(count)s more than by this time last week")
        fewer = _("%(count)s fewer than by this time last week")
        same = _("as many as by this time last week")
    words = same if by == 0 else more if by > 0 else fewer
    return words % {"count": count_text(abs(by))}
