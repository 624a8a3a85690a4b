"""What the engine is told about one encounter. Everything but the channel may be missing:
missing is never a zero."""

from dataclasses import dataclass
from datetime import datetime

from coaching.engine.guidelines import Guideline

TEXT_FIELDS = ("greeting", "empathy", "resolution", "closing")


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """One promise: when it falls due and when it was kept (None while open). Aware datetimes."""

    due_at: datetime
    kept_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PastGreeting:
    """An earlier greeting of the same person. `ref` names its encounter, so that evidence can point to it.

    `name` is the customer's whom it was said to.
    """

    ref: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class TeamGreeting:
    """An earlier greeting of a colleague. It is counted and never shown, so nothing here says which encounter it was.

    `said_by` tells colleagues apart; `name` is the customer's.
    """

    said_by: int
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SituationHistory:
    """How often a situation got a concession before, across the organisation: its last 1,000 decisions, of 90 days.

    Args:
        encounters: comparable earlier encounters with a recorded concession (yes or no).
        conceded: how many of them got one (own judgement or approved by a supervisor).
    """

    encounters: int
    conceded: int


@dataclass(frozen=True, slots=True)
class SpeedTargets:
    """The channel's targets in seconds: at or under is 100, three times over is 0."""

    wait_seconds: int = 120
    handling_seconds: int = 300


@dataclass(frozen=True, slots=True)
class EncounterFacts:
    """One encounter as the engine sees it.

    The four texts are NFC-normalised; evidence offsets count their Unicode code points.
    Choices carry the same values as the model's: see `interactions.models`.
    """

    channel: str = "face"
    now: datetime | None = None
    is_first_contact: bool = True
    came_back: bool = False  # a later encounter was logged as a repeat of this one

    greeting: str = ""
    empathy: str = ""
    resolution: str = ""
    closing: str = ""
    personal_touches: frozenset[str] = frozenset()

    customer_name: str = ""
    customer_reference: str = ""
    feeling_before: int | None = None
    feeling_after: int | None = None
    left_better: str = ""

    state_before: str = ""
    reset_taken: bool | None = None
    wait_seconds: int | None = None
    handling_seconds: int | None = None

    outcome: str = ""
    passed_to: str = ""
    concession: str = ""
    concession_reason: str = ""
    confirmed: frozenset[str] = frozenset()
    promises: tuple[PromiseFacts, ...] = ()

    previous_greetings: tuple[PastGreeting, ...] = ()  # the person's last ten, newest first
    team_greetings: tuple[TeamGreeting, ...] = ()  # the colleagues' among the team's last 200, newest first
    guidelines: tuple[Guideline, ...] = ()  # those that hold for this team, channel and day
    scripts: tuple[str, ...] = ()  # greetings an administrator calls a script
    situation_history: SituationHistory | None = None
    targets: SpeedTargets = SpeedTargets()
