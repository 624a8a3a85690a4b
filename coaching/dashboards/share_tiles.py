"""Tiles that show a share of those of which it is known, with the range in which it may truly lie."""

from django.utils.translation import gettext as _

from coaching.dashboards.choices import Choice
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.tiles import NOT_YET, Tile
from coaching.dashboards.wording import percent
from coaching.statistics import share_interval


def better_tile(better: Share, choice: Choice, url: str) -> Tile:
    """Better days: how many left better than they came, of those of whom somebody said so."""
    return share_tile(_("Left better than they came"), better, choice, url)


def share_tile(label: str, share: Share, choice: Choice, url: str) -> Tile:
    """With a dash where fewer than five are known."""
    if share.n < SHOWN_FROM:
        return Tile(label, NOT_YET, [_("not enough yet: %(n)d known") % {"n": share.n}])
    low, high = share_interval(share.share, share.n)
    notes = [
        _("between %(low)s and %(high)s") % {"low": percent(low), "high": percent(high)},
        _("%(n)d known in %(weeks)d weeks") % {"n": share.n, "weeks": choice.weeks},
    ]
    return Tile(label, percent(share.share), notes, url)
