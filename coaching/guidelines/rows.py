"""Guidelines as rows of a page: ready strings, grouped by their side of the bounds."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.guidelines.models import GreetingGuideline
from interactions.models import Channel

PHRASES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One guideline. `resting` says why it does not hold today; empty when it does."""

    guideline: GreetingGuideline
    phrases: list[str]
    more_phrases: str
    scope: str
    resting: str


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    about: str
    rows: list[Row]


def groups_of(guidelines: Iterable[GreetingGuideline], today: date) -> list[Group]:
    """In bounds first, then out of bounds; an empty side is left out. Needs `teams` prefetched."""
    rows = [row_of(guideline, today) for guideline in guidelines]
    sides = [
        Group(_("In bounds"), _("welcome here"), [row for row in rows if row.guideline.is_in_bounds]),
        Group(_("Out of bounds"), _("not said here"), [row for row in rows if not row.guideline.is_in_bounds]),
    ]
    return [side for side in sides if side.rows]


def row_of(guideline: GreetingGuideline, today: date) -> Row:
    phrases = guideline.phrase_list
    more = len(phrases) - PHRASES_SHOWN
    return Row(
        guideline=guideline,
        phrases=phrases[:PHRASES_SHOWN],
        more_phrases=ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more} if more > 0 else "",
        scope=_scope(guideline),
        resting=_resting(guideline, today),
    )


def channels_said(channels: Collection[str]) -> str:
    """The channels' names; empty for none, which means all of them."""
    return ", ".join(str(channel.label) for channel in Channel if channel in channels)


def days_said(first: date | None, last: date | None) -> str:
    """From and until when, as far as there is such a day."""
    if first and last:
        return _("from %(first)s until %(last)s") % {"first": _day(first), "last": _day(last)}
    if first:
        return _("from %(first)s") % {"first": _day(first)}
    return _("until %(last)s") % {"last": _day(last)} if last else ""


def _scope(guideline: GreetingGuideline) -> str:
    teams = ", ".join(team.name for team in guideline.teams.all()) or _("All teams")
    channels = channels_said(guideline.channels) or _("all channels")
    days = days_said(guideline.active_from, guideline.active_until)
    return " · ".join(part for part in (teams, channels, days) if part)


def _resting(guideline: GreetingGuideline, today: date) -> str:
    if guideline.holds_on(today):
        return ""
    is_to_come = guideline.active_from is not None and guideline.active_from > today
    return _("not yet") if is_to_come else _("over")


def _day(day: date) -> str:
    return date_format(day, "j F Y")
