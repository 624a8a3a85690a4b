"""What a person's own words showed most in the recent weeks, and the one practice worth trying next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.advice import most_to_gain
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.queries.practices import PracticeSums
from coaching.engine.practices import BY_KEY
from coaching.engine.scoring import Scorecard
from coaching.rollups.tally import HUMAN_PRACTICES
from microconnect.people.models import User

MOST_LANDED = 3


@dataclass(frozen=True, slots=True)
class Landed:
    """A practice that was shown often."""

    title: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class TryNext:
    """A practice in words one could say, and why it matters; `note` counts where it could have shown, behind `missed_url`."""

    text: str
    why: str
    url: str
    name: str = ""
    note: str = ""
    missed_url: str = ""


def landed_most(shown: PracticeSums, choice: Choice, links: EncounterLinks) -> list[Landed]:
    """The ways of meeting a person that the words showed most often, each at least once."""
    counts = sorted(((shown.of(key).levels[2], key) for key in HUMAN_PRACTICES), reverse=True)
    return [_landed(key, count, shown, choice, links) for count, key in counts[:MOST_LANDED] if count]


def one_to_try(
    person: User, shown: PracticeSums, scorecard: Scorecard, choice: Choice, links: EncounterLinks
) -> TryNext | None:
    """The practice with most to gain; None where nothing was judged often enough, or nothing is left to gain."""
    key = most_to_gain(person.pk, shown, scorecard)
    if key is None:
        return None
    practice, sums = BY_KEY[key], shown.of(key)
    return TryNext(
        text=_(practice.try_saying),
        why=_(practice.why),
        url=f"{reverse('practices')}#{key}",
        name=_(practice.name),
        note=_("shown in %(count)d of %(n)d") % {"count": sums.levels[2], "n": sums.n},
        missed_url=links(choice.period, practice=key, below=MISSED_BELOW),
    )


def _landed(key: str, count: int, shown: PracticeSums, choice: Choice, links: EncounterLinks) -> Landed:
    note = ngettext("once, of %(n)d", "%(count)d times, of %(n)d", count)
    return Landed(
        title=_(BY_KEY[key].landed),
        note=note % {"count": count, "n": shown.of(key).n},
        url=links(choice.period, practice=key),
    )
