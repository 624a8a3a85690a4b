"""What an encounter is compared with: what the person and the team said before, what others decided in the same situation."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from operator import attrgetter

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Left

from coaching.engine.facts import PastGreeting, PromiseFacts, SituationHistory, TeamGreeting
from coaching.engine.likeness import COMPARED, LATEST, TEAM_LATEST, is_comparable
from interactions.models import Concession, Encounter, Promise

REMEMBERED_GREETINGS = LATEST
HISTORY = timedelta(days=90)
LATEST_DECISIONS = 1_000
CONCEDED = (Concession.OWN_JUDGEMENT, Concession.APPROVED)
TEAM_COLUMNS = ("person", Left("greeting", COMPARED), "customer_name")


@dataclass(frozen=True, slots=True)
class Background:
    """What the engine is told from other rows than the encounter's own."""

    came_back: bool = False
    promises: tuple[PromiseFacts, ...] = ()
    previous_greetings: tuple[PastGreeting, ...] = ()
    team_greetings: tuple[TeamGreeting, ...] = ()
    situation_history: SituationHistory | None = None


def background_of(encounter: Encounter) -> Background:
    """The background of one stored encounter. For many, `backgrounds_of` gives the same in far fewer queries."""
    return replace(
        background_of_new(encounter, _promises_of(encounter)),
        came_back=Encounter.objects.filter(repeat_of=encounter.pk).exists(),
    )


def background_of_new(encounter: Encounter, promises: Iterable[PromiseFacts]) -> Background:
    """The same of an encounter that was just stored with these promises: nobody can have come back about it yet."""
    return Background(
        promises=tuple(sorted(promises, key=attrgetter("due_at"))),
        previous_greetings=previous_greetings(encounter) if encounter.greeting else (),
        team_greetings=team_greetings(encounter),
        situation_history=situation_history(encounter),
    )


def _promises_of(encounter: Encounter) -> tuple[PromiseFacts, ...]:
    """The encounter's promises, the first due first."""
    stored = Promise.objects.filter(encounter=encounter.pk).values_list("due_at", "kept_at")
    return tuple(PromiseFacts(*times) for times in stored)


def previous_greetings(encounter: Encounter) -> tuple[PastGreeting, ...]:
    """The same person's last ten greetings before this one, newest first."""
    earlier = (
        Encounter.objects.filter(person=encounter.person_id, occurred_at__lt=encounter.occurred_at)
        .exclude(greeting="")
        .newest_first()
        .values_list("public_id", "greeting", "customer_name")[:REMEMBERED_GREETINGS]
    )
    return tuple(PastGreeting(str(public_id), *said) for public_id, *said in earlier)


def team_greetings(encounter: Encounter) -> tuple[TeamGreeting, ...]:
    """The colleagues' greetings among the team's last 200 of the 90 days before this one, newest first.

    None where the greeting is too short to be held against them.
    """
    if not is_comparable(encounter.greeting, encounter.customer_name):
        return ()
    earlier = (
        Encounter.objects.filter(
            team=encounter.team_id,
            occurred_at__gte=encounter.occurred_at - HISTORY,
            occurred_at__lt=encounter.occurred_at,
        )
        .exclude(greeting="")
        .newest_first()
        .values_list(*TEAM_COLUMNS)[:TEAM_LATEST]
    )
    return tuple(TeamGreeting(*said) for said in earlier if said[0] != encounter.person_id)


def situation_history(encounter: Encounter) -> SituationHistory | None:
    """How often this situation got a concession before, everywhere: among its last 1,000 decisions, of 90 days.

    None where there is nothing to compare.
    """
    if encounter.situation_id is None or not encounter.concession:
        return None
    conceded = Count("pk", filter=Q(concession__in=CONCEDED))
    return SituationHistory(**_decisions_before(encounter).aggregate(encounters=Count("pk"), conceded=conceded))


def _decisions_before(encounter: Encounter) -> QuerySet[Encounter]:
    """The situation's last 1,000 decisions of the 90 days before; all 90 days are too many to count while somebody waits."""
    earlier = Encounter.objects.filter(
        situation=encounter.situation_id,
        occurred_at__gte=encounter.occurred_at - HISTORY,
        occurred_at__lt=encounter.occurred_at,
    )
    return earlier.exclude(concession="").newest_first()[:LATEST_DECISIONS]
