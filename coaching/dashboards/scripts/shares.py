"""Shares of greetings that were a script: how they are read, and when one is surely high."""

from django.utils.translation import gettext as _

from coaching.dashboards.charts import Reading
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.wording import between, whole
from coaching.statistics import LEVEL, exact_share_interval

HIGH = 0.25  # one in four: a person who greets people in their own words comes nowhere near


def share_reading(label: str, share: Share, url: str = "") -> Reading:
    """In percent with its interval; without both under five greetings, with the count kept."""
    if share.n < SHOWN_FROM:
        return Reading(label, n=share.n, url=url)
    low, high = (end * 100 for end in share.interval)
    texts = {"label": label, "value": whole(share.share * 100), "between": between((low, high)), "n": share.n}
    spoken = _("%(label)s: %(value)s %%, %(between)s, of %(n)d greetings") % texts
    return Reading(label, share.share * 100, low, high, share.n, url, own_words=spoken)


def is_surely_high(share: Share, *, together: int = 1) -> bool:
    """More than one in four, whatever chance does; `together` is how many people are looked at (Bonferroni)."""
    if share.n < SHOWN_FROM:
        return False
    low, _high = exact_share_interval(share.met, share.n, level=1 - (1 - LEVEL) / max(together, 1))
    return low > HIGH
