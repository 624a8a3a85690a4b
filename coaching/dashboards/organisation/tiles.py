"""Everybody's week in a few figures, none of them alone."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards import tiles
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks
from coaching.dashboards.queries.activity import Activity, Share, Week, total
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.tiles import Tile
from coaching.dashboards.wording import NOT_YET, between, between_shares, count_text, percent, whole
from coaching.statistics import Likeness, Sums


def organisation_tiles(
    everybody: Sequence[Week],
    alike: Likeness,
    choice: Choice,
    links: EncounterLinks,
    *,
    overdue: int,
) -> list[Tile]:
    """This week's encounters and score; shares over the chosen weeks."""
    week = total(everybody, choice.this_week, choice.channel)
    last = total(everybody, choice.this_week.before(weeks=1), choice.channel)
    shown = total(everybody, choice.period, choice.channel)
    return [
        _encounters(week, last, links(choice.this_week)),
        _score(week.scores, last.scores, alike, links(choice.this_week)),
        tiles.first_time_tile(shown.first_time, choice, links),
        tiles.better_tile(shown.better, choice, links),
        _connections(shown, choice, links),
        _promises(total(everybody, choice.recent, choice.channel), overdue),
    ]


def _encounters(week: Activity, last: Activity, url: str) -> Tile:
    note = _("%(count)s in the whole of last week") % {"count": count_text(last.encounters)}
    return Tile(_("Encounters this week"), count_text(week.encounters), [note], url if week.encounters else "")


def _score(week: Sums, last: Sums, alike: Likeness, url: str) -> Tile:
    before = _("last week %(score)s") % {"score": tiles.mean_text(last)}
    interval = alike.interval(week)
    if week.n < SHOWN_FROM or interval is None:
        return Tile(_("Score this week"), NOT_YET, [_("not enough yet"), before])
    judged = _("%(n)s judged") % {"n": count_text(week.n)}
    return Tile(_("Score this week"), whole(week.mean), [f"{between(interval)} · {judged}", before], url)


def _connections(shown: Activity, choice: Choice, links: EncounterLinks) -> Tile:
    label = _("With a micro-connection")
    if shown.encounters < SHOWN_FROM:
        return Tile(label, NOT_YET, [_("none logged yet")])
    share = Share(shown.encounters, shown.connections)
    of = _("of %(n)s in %(weeks)d weeks") % {"n": count_text(share.n), "weeks": choice.weeks}
    return Tile(label, percent(share.share), [between_shares(share.interval), of], links(choice.period))


def _promises(made: Activity, overdue: int) -> Tile:
    """Of those made lately; the overdue ones are of all channels."""
    late = ngettext("%(count)s overdue", "%(count)s overdue", overdue) % {"count": count_text(overdue)}
    notes = [_("of %(n)s made in 4 weeks") % {"n": count_text(made.promises)}, late if overdue else _("none overdue")]
    value = count_text(made.promises_in_time) if made.promises else NOT_YET
    return Tile(_("Promises kept in time"), value, notes, reverse("promises:list"), tone="try" if overdue else "")
