"""What a person's own words showed most in the recent weeks, and the one practice worth trying next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.advice import most_to_gain
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks
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
    """A practice in words one could say, and why it matters."""

    text: str
    why: str
    url: str


def landed_most(shown: PracticeSums, choice: Choice, links: EncounterLinks) -> list[Landed]:
    """The ways of meeting a person that the words showed most often, each at least once."""
    counts = sorted(((shown.of(key).levels[2], key) for key in HUMAN_PRACTICES), reverse=True)
    return [_landed(key, count, shown, choice, links) for count, key in counts[:MOST_LANDED] if count]


def one_to_try(person: User, shown: PracticeSums, scorecard: Scorecard) -> TryNext | None:
    """The practice with most to gain; None where nothing was judged often enough, or nothing is left to gain."""
    key = most_to_gain(person.pk, shown, scorecard)
    if key is None:
        return None
    practice = BY_KEY[key]
    return TryNext(_(practice.try_saying), _(practice.why), f"{reverse('practices')}#{key}")


def _landed(key: str, count: int, shown: PracticeSums, choice: Choice, links: EncounterLinks) -> Landed:
    note = ngettext("once, of %(n)d", "%(count)d times, of %(n)d", count)
    return Landed(
        title=_(BY_KEY[key].landed),
        note=note % {"count": count, "n": shown.of(key).n},
        url=links(choice.period, practice=key),
    )
