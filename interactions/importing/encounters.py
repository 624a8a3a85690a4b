"""From a conversation to an encounter that can be stored."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from interactions.clocks import as_lived
from interactions.importing.conversation import Conversation
from interactions.importing.phases import phases_of
from interactions.models import Channel, Encounter
from interactions.models.encounter import LONGEST_WORDS
from microconnect.people.models import Team, User
from microconnect.text import normalise

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """An encounter not stored yet, and the fields whose last turns did not fit into it."""

    encounter: Encounter
    shortened: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Desk:
    """Where imported conversations go: whose they are, when they are said to have happened, and when they came.

    `occurred_at` is one time for them all, since the files carry none: the time of the file itself. So nothing is made up, and
    no imported greeting is held against another one as if the same person had said it the day before.
    """

    person: User
    team: Team
    occurred_at: datetime
    received_at: datetime
    channel: str = ""  # "" : by the kind of conversation


def draft_encounter(conversation: Conversation, desk: Desk) -> Draft:
    """The encounter that a conversation makes. How it ended is not recorded anywhere, so the outcome stays empty."""
    phases = phases_of(conversation)
    fitted = {name: _fitting(getattr(phases, name)) for name in Encounter.WORDS}
    public_id = conversation.public_id
    encounter = Encounter(
        public_id=public_id,
        person=desk.person,
        team=desk.team,
        channel=desk.channel or channel_of(conversation),
        **as_lived(desk.team.time_zone, desk.occurred_at),
        received_at=desk.received_at,
        customer_name=first_name(conversation.customer_name),
        outcome="",
        submission=hashlib.sha256(b"import" + public_id.bytes).hexdigest(),
        **{name: words for name, (words, _is_whole) in fitted.items()},
    )
    return Draft(encounter, tuple(name for name, (_words, is_whole) in fitted.items() if not is_whole))


def channel_of(conversation: Conversation) -> str:
    """Turns with dialogue acts were transcribed from a call; everything else was typed."""
    return Channel.EAR.value if conversation.kind == "calls" else Channel.CLICK.value


def first_name(name: str) -> str:
    """The first name alone, begun with a capital: we keep as little of customers as we can."""
    words = normalise(name).split()
    first = words[0][:_LONGEST_NAME] if words else ""
    return first.capitalize() if first.islower() or first.isupper() else first


def _fitting(turns: tuple[str, ...]) -> tuple[str, bool]:
    """As many whole turns as the field holds, a line each, and whether that is all of them."""
    words = ""
    for turn in turns:
        longer = f"{words}\n{normalise(turn)}" if words else normalise(turn)
        if len(longer) > LONGEST_WORDS:
            return words, False
        words = longer
    return words, True
