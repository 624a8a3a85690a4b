"""What somebody looking at the dashboards should find, and where it comes from."""

from dataclasses import dataclass

from coaching.demo.calendar import Slot
from coaching.demo.chain import BEN, FAIR_TO_NOBODY, HARBOUR, MILL
from coaching.demo.phrases.no_receipt import NO_RECEIPT
from coaching.demo.phrases.situation import SituationPhrases
from interactions.models import Channel

_WEEKS = 13
_WORN_FOR = 5  # weeks since Ben says the same to everybody
_WARMER_FOR = 4  # weeks since goodbyes at Harbour Street got warmer


@dataclass(frozen=True, slots=True)
class Mood:
    """How well somebody does just then, phase by phase, from 0 to 1."""

    greeting: float
    empathy: float
    resolution: float
    closing: float


def mood_of(slot: Slot, channel: str) -> Mood:
    """Their skill, changed by the stories."""
    skill = slot.colleague.skill
    if slot.shop is HARBOUR:  # improves, week by week
        skill += 0.2 - 0.5 * min(slot.weeks_ago, _WEEKS) / _WEEKS
    if slot.shop is MILL and channel == Channel.EAR:  # weaker on the phone than at the counter
        skill -= 0.34
    closing = skill - 0.08
    if slot.shop is HARBOUR:
        closing += 0.2 if slot.weeks_ago < _WARMER_FOR else -0.12
    return Mood(skill, skill, skill, closing)


def is_worn(slot: Slot) -> bool:
    """Ben's greetings of the last weeks: they became a script."""
    return slot.colleague is BEN and slot.weeks_ago < _WORN_FOR


def has_a_card(slot: Slot, channel: str) -> bool:
    """Where a card beside the phone says what to say: everybody reads it out, more often than not."""
    return slot.shop is MILL and channel == Channel.EAR


def chance_of_giving(slot: Slot, situation: SituationPhrases) -> float:
    """How often a customer who asks for something extra gets it: in one shop, much less for the same thing."""
    if situation is not NO_RECEIPT:
        return 0.72
    return 0.25 if slot.shop is FAIR_TO_NOBODY else 0.9


def reasons_given(slot: Slot, situation: SituationPhrases) -> float:
    """How often the reason is written down."""
    return 0.35 if situation is NO_RECEIPT and slot.shop is FAIR_TO_NOBODY else 0.75
