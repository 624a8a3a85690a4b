"""The greeting that repeats most, of those whose share is surely high: what there is to talk about. It reads a few encounters."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.text import Truncator

from coaching.dashboards.links import MISSED_BELOW
from coaching.dashboards.queries.scope import Narrowing
from coaching.engine.facts import PastGreeting
from coaching.engine.likeness import most_repeated
from coaching.engine.practices.personal_greeting import KEY as GREETING
from interactions.models import Encounter
from microconnect.people.models import Team, User
from microconnect.periods import Period

NEWEST = 20  # of each person, looked through
LONGEST = 200  # characters quoted


@dataclass(frozen=True, slots=True)
class Repeated:
    """The words, how many of the newest scripted greetings (`of` them, twenty at most) are nearly these, where they stand."""

    text: str
    times: int
    of: int
    url: str


def repeated(
    team: Team, viewer: User, people: Collection[int], period: Period, narrowing: Narrowing
) -> dict[int, Repeated]:
    """person -> what repeats, from what `viewer` may see in this team; people whose greetings vary are left out."""
    said = defaultdict(list)
    for person, public_id, *words in _newest(team, viewer, people, period, narrowing):
        said[person].append(PastGreeting(str(public_id), *words))
    found = {person: most_repeated(greetings) for person, greetings in said.items()}
    return {person: _told(*most, of=len(said[person])) for person, most in found.items() if most}


def _newest(
    team: Team, viewer: User, people: Collection[int], period: Period, narrowing: Narrowing
) -> Iterable[tuple[int, UUID, str, str]]:
    """One query for all of them: the newest twenty of each that were judged a script."""
    asked = {"channel": narrowing.channel, "situation": narrowing.situation}
    narrowed = {name: value for name, value in asked.items() if value}
    newest = Window(RowNumber(), partition_by=F("person"), order_by=[F("occurred_at").desc(), F("pk").desc()])
    return (
        Encounter.objects.visible_to(viewer)
        .filter(team=team, person__in=people, occurred_on__gte=period.start, occurred_on__lt=period.end, **narrowed)
        .filter(**{f"assessment__scores__{GREETING}__lt": float(MISSED_BELOW)})
        .exclude(greeting="")
        .annotate(nth=newest)
        .filter(nth__lte=NEWEST)
        .order_by("person", "nth")
        .values_list("person", "public_id", "greeting", "customer_name")
    )


def _told(greeting: PastGreeting, times: int, *, of: int) -> Repeated:
    url = reverse("encounters:detail", args=[greeting.ref])
    return Repeated(Truncator(greeting.text).chars(LONGEST), times, of, url)
