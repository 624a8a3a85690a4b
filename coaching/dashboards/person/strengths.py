"""What somebody does well, first on their page: what surely grew, what they nearly always show, then what they show most."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks
from coaching.dashboards.person.changing import OwnChange
from coaching.dashboards.person.voice import Voice
from coaching.dashboards.queries.practices import PracticeSums
from coaching.dashboards.wording import whole
from coaching.engine.practices import PRACTICES
from coaching.rollups.tally import HUMAN_PRACTICES

MOST = 4
FEWEST_FOR_ALWAYS = 10
NEARLY_ALWAYS = 0.9
# Ways of meeting a person come before what is expected of everybody.
_IN_ORDER = (*HUMAN_PRACTICES, *(practice.key for practice in PRACTICES if practice.key not in HUMAN_PRACTICES))


@dataclass(frozen=True, slots=True)
class Strength:
    """A practice, how we know, and the encounters that show it; `tag` is "sure" only where it grew for sure."""

    title: str
    tag: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What strengths are read from: the chosen weeks, and what moved lately."""

    practices: PracticeSums
    changes: Mapping[str, OwnChange]
    choice: Choice
    links: EncounterLinks
    voice: Voice


def strengths(shown: Shown) -> list[Strength]:
    """At most four, each practice once."""
    found: dict[str, Strength] = {}
    for key, strength in chain(_grown(shown), _nearly_always(shown), _most(shown)):
        found.setdefault(key, strength)
        if len(found) == MOST:
            break
    return list(found.values())


def _grown(shown: Shown) -> Iterator[tuple[str, Strength]]:
    moved = [(key, shown.changes[key]) for key in _IN_ORDER if key in shown.changes]
    for key, change in moved:
        if change.is_sure and change.is_up:
            texts = {"before": whole(change.before.mean), "after": whole(change.after.mean), "n": change.after.n}
            note = _("%(before)s to %(after)s, %(n)d encounters") % texts
            yield key, _strength(shown, key, _("Surely more than before"), note, lately=True)


def _nearly_always(shown: Shown) -> Iterator[tuple[str, Strength]]:
    for key in _IN_ORDER:
        sums = shown.practices.of(key)
        if sums.n >= FEWEST_FOR_ALWAYS and sums.levels[2] >= NEARLY_ALWAYS * sums.n:
            note = _("%(count)d of %(n)d") % {"count": sums.levels[2], "n": sums.n}
            yield key, _strength(shown, key, _("Nearly always"), note)


def _most(shown: Shown) -> Iterator[tuple[str, Strength]]:
    counts = sorted(((shown.practices.of(key).levels[2], key) for key in HUMAN_PRACTICES), reverse=True)
    for count, key in counts:
        if count:
            note = ngettext("once, of %(n)d", "%(count)d times, of %(n)d", count)
            yield key, _strength(shown, key, "", note % {"count": count, "n": shown.practices.of(key).n})


def _strength(shown: Shown, key: str, tag: str, note: str, *, lately: bool = False) -> Strength:
    period = shown.choice.recent if lately else shown.choice.period
    return Strength(shown.voice.practice(key), tag, note, shown.links(period, practice=key))
