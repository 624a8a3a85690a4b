"""What an encounter is compared with: what the same person said before, and what others decided in the same situation."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from coaching.engine.facts import PastGreeting, PromiseFacts, SituationHistory
from interactions.models import Concession, Encounter

REMEMBERED_GREETINGS = 10
HISTORY = timedelta(days=90)
CONCEDED = (Concession.OWN_JUDGEMENT, Concession.APPROVED)


@dataclass(frozen=True, slots=True)
class Background:
    """What the engine is told from other rows than the encounter's own."""

    came_back: bool = False
    promises: tuple[PromiseFacts, ...] = ()
    previous_greetings: tuple[PastGreeting, ...] = ()
    situation_history: SituationHistory | None = None


def background_of(encounter: Encounter) -> Background:
    """The background of one stored encounter. For many, `backgrounds_of` gives the same in far fewer queries."""
    return Background(
        came_back=encounter.repeats.exists(),
        promises=promises_of(encounter),
        previous_greetings=previous_greetings(encounter) if encounter.greeting else (),
        situation_history=situation_history(encounter),
    )


def promises_of(encounter: Encounter) -> tuple[PromiseFacts, ...]:
    """The encounter's promises, the first due first."""
    return tuple(PromiseFacts(promise.due_at, promise.kept_at) for promise in encounter.promises.all())


def previous_greetings(encounter: Encounter) -> tuple[PastGreeting, ...]:
    """The same person's last ten greetings before this one, newest first."""
    earlier = (
        Encounter.objects.filter(person=encounter.person_id, occurred_at__lt=encounter.occurred_at)
        .exclude(greeting="")
        .newest_first()
        .values_list("public_id", "greeting")[:REMEMBERED_GREETINGS]
    )
    return tuple(PastGreeting(str(public_id), greeting) for public_id, greeting in earlier)


def situation_history(encounter: Encounter) -> SituationHistory | None:
    """How often this situation got a concession in the 90 days before, everywhere; None where there is nothing to compare."""
    if encounter.situation_id is None or not encounter.concession:
        return None
    counts = (
        Encounter.objects.filter(
            situation=encounter.situation_id,
            occurred_at__range=(encounter.occurred_at - HISTORY, encounter.occurred_at),
        )
        .exclude(concession="")
        .exclude(pk=encounter.pk)
        .aggregate(encounters=Count("pk"), conceded=Count("pk", filter=Q(concession__in=CONCEDED)))
    )
    return SituationHistory(**counts)
