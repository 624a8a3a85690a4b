"""A dot outside the lines, told: what was counted, what chance alone would bring, and a question. Never a verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.fairness.groups import Group, by_chance
from coaching.dashboards.fairness.question import Measure
from coaching.dashboards.wording import percent
from coaching.statistics import FAR_LEVEL, Zone
from coaching.statistics.scale import LEVEL


@dataclass(frozen=True, slots=True)
class Told:
    """One dot in words; `is_far` when chance is a poor reason for it."""

    text: str
    then: str
    url: str
    is_far: bool


def told(group: Group, centre: float, measure: Measure, *, together: int, is_team: bool = False) -> Told:
    """`together` is how many dots are looked at on the same plot."""
    is_far = group.zone == Zone.FAR_OUTSIDE
    low, high = by_chance(group.share.n, centre, FAR_LEVEL if is_far else LEVEL)
    text = _did(group, measure, is_team=is_team) % {
        "name": group.short or _("Another team"), "count": group.share.met, "n": group.share.n
    }  # fmt: skip
    chance = _("By chance alone it would be %(low)d to %(high)d.") % {"low": low, "high": high}
    ask = _ask(group, is_far=is_far, together=together, is_team=is_team)
    return Told(text, f"{chance} {ask}", group.url, is_far)


def spoken(group: Group) -> str:
    """A dot read aloud."""
    zones = {
        Zone.INSIDE: _("within the lines"),
        Zone.OUTSIDE: _("outside the inner lines"),
        Zone.FAR_OUTSIDE: _("outside the outer lines"),
    }
    return _("%(name)s: %(share)s, %(count)d of %(n)d, %(zone)s") % {
        "name": group.name or _("Another team"),
        "share": percent(group.share.share),
        "count": group.share.met,
        "n": group.share.n,
        "zone": zones[group.zone],
    }


def expectation(groups: Sequence[Group], *, is_team: bool) -> str:
    """How many of the dots chance alone puts outside."""
    count, outside = len(groups), round(len(groups) * (1 - LEVEL))
    seen = sum(1 for group in groups if group.zone != Zone.INSIDE)
    who = _teams(count) if is_team else _people(count)
    here = ngettext("here one is", "here %(seen)d are", seen) % {"seen": seen} if seen else _("here none is")
    if outside:
        chance = _("chance alone puts about %(outside)d of them outside the inner lines") % {"outside": outside}
    else:
        chance = _("chance alone puts fewer than one of them outside the inner lines")
    return _("%(who)s: %(chance)s; %(here)s.") % {"who": who, "chance": chance, "here": here}


def _people(count: int) -> str:
    together = ngettext("%(count)d person is looked at", "%(count)d people are looked at together", count)
    return together % {"count": count}


def _teams(count: int) -> str:
    together = ngettext("%(count)d team is looked at", "%(count)d teams are looked at together", count)
    return together % {"count": count}


def _did(group: Group, measure: Measure, *, is_team: bool) -> str:
    if is_team:
        return (
            _("%(name)s: something extra in %(count)d of %(n)d.")
            if measure == Measure.EXTRA
            else _("%(name)s: right the first time in %(count)d of %(n)d.")
        )
    if measure == Measure.EXTRA:
        return _("%(name)s gave something extra in %(count)d of %(n)d.")
    return _("%(name)s had it right the first time in %(count)d of %(n)d.")


def _ask(group: Group, *, is_far: bool, together: int, is_team: bool) -> str:
    if not is_far:
        return _("Worth a look; one in twenty would be here by chance.")
    if not group.is_sure:
        return _("Worth a look; with %(count)d looked at together, even this can be chance.") % {"count": together}
    if is_team:
        return _("Worth asking what is different there.")
    return _("Worth asking what %(name)s sees.") % {"name": group.short}
