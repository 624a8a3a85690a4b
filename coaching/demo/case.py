"""One customer with one thing on their mind: the facts that all words about it draw on."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from coaching.demo.calendar import Slot
from coaching.demo.chain import COLLEAGUES, Colleague, Shop
from coaching.demo.customers import MEN, SURNAMES, WOMEN
from coaching.demo.phrases.situation import SituationPhrases
from coaching.demo.phrases.situations import SITUATIONS
from coaching.demo.plans import plans_for
from coaching.demo.things import OUTDOOR, THINGS, Thing, things_of
from interactions.models import Channel

_SHARES = [situation.share for situation in SITUATIONS]
_EAR_TO_CLICK = (57, 43)
_SIZES = ("a four", "a five", "a six", "a seven", "an eight", "a nine", "a ten")
_LETTERS = ("a small", "a medium", "a large", "an extra large")
_DAYS = ("two days", "three days", "four days", "five days", "a week", "nine days")
_NTH = ("second", "third", "third", "fourth")
_WAITS = ("ten minutes", "a quarter of an hour", "twenty minutes", "half an hour")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


@dataclass(frozen=True, slots=True)
class Case:
    """A customer's matter. Somebody who comes back about it brings the same case."""

    situation: SituationPhrases
    channel: str
    name: str
    number: str
    words: dict[str, str]
    is_regular: bool


def new_case(rng: Random, slot: Slot) -> Case:
    """A customer as they come in at this moment."""
    situation = rng.choices(SITUATIONS, _SHARES)[0]
    channel = _channel(rng, situation)
    thing = rng.choice(things_of(*situation.kinds))
    is_woman = rng.random() < 0.54
    name = rng.choice(WOMEN if is_woman else MEN)
    is_known = rng.random() < (0.93 if channel == Channel.CLICK else 0.56)
    is_regular = is_known and rng.random() < 0.4
    number = f"{slot.shop.slug[:2].upper()}-{rng.randrange(10_000, 99_999)}"
    words = {
        **thing.slots(),
        **rng.choice(plans_for(thing.kind)).slots(),
        **_odds_and_ends(rng, thing),
        "number": number,
    }
    words |= _gates(thing, situation, channel)
    words["she"], words["her"], words["hers"] = ("she", "her", "her") if is_woman else ("he", "him", "his")
    if is_known:
        words["name"] = name
    if is_regular:
        words |= _remembered(rng)
    return Case(situation, channel, name if is_known else "", number, words, is_regular)


def words_at(rng: Random, case: Case, slot: Slot) -> dict[str, str]:
    """The case's words with those of the moment: who speaks, what time of day it is, which colleague is about."""
    at = slot.at.astimezone(ZoneInfo(slot.shop.time_zone))
    who = {"me": slot.colleague.first_name, "shop": slot.shop.name, "colleague": _colleague(rng, slot)}
    return {**case.words, **who, **_time_of_day(at), **_weather(at)}


def _channel(rng: Random, situation: SituationPhrases) -> str:
    if rng.random() * 100 < situation.at_counter:
        return Channel.FACE.value
    return rng.choices([Channel.EAR.value, Channel.CLICK.value], _EAR_TO_CLICK)[0]


def _gates(thing: Thing, situation: SituationPhrases, channel: str) -> dict[str, str]:
    """Empty words: a line that begins with one is only for such cases ("{foot}Blisters after a mile, ouch")."""
    place = {Channel.FACE: "counter", Channel.EAR: "phone", Channel.CLICK: "chat"}[Channel(channel)]
    gates = [place, thing.kind]
    if thing.kind in OUTDOOR:
        gates.append("outdoor")
    if situation.is_brought:
        gates.append("brought")
    return dict.fromkeys(gates, "")


def _time_of_day(at: datetime) -> dict[str, str]:
    if at.hour < 12:
        return {"daytime": "morning", "rest_of_day": "day"} | ({"early": ""} if at.hour < 10 else {})
    if at.hour < 17:
        return {"daytime": "afternoon", "rest_of_day": "weekend" if at.weekday() >= 4 else "afternoon"}
    return {"daytime": "evening", "rest_of_day": "evening", "late": ""}


def _weather(at: datetime) -> dict[str, str]:
    """The same for everybody on that day, and fit for the season."""
    day = Random(at.toordinal())
    season = {"warm": ""} if 5 <= at.month <= 9 else {"cold": ""}
    return season | ({"wet": ""} if day.random() < 0.35 else {})


def _odds_and_ends(rng: Random, thing: Thing) -> dict[str, str]:
    sizes = _SIZES if thing.kind == "foot" else _LETTERS
    size = rng.randrange(len(sizes) - 1)
    weekday = rng.choice(_WEEKDAYS)
    return {
        "size": sizes[size],
        "other_size": sizes[size + 1],
        "days": rng.choice(_DAYS),
        "nth": rng.choice(_NTH),
        "wait": rng.choice(_WAITS),
        "weekday": weekday,
        "price": f"£{rng.choice((18, 24, 29, 34, 45, 59, 79, 95, 120, 165))}",
        "points": f"{rng.choice((180, 240, 310, 425, 560, 780, 1_150)):,}",
    }


def _remembered(rng: Random) -> dict[str, str]:
    """What one knows of somebody who comes often: what they bought before, and for what."""
    bought = rng.choice(THINGS)
    plan = rng.choice(plans_for(bought.kind if bought.kind in OUTDOOR else "home"))
    return {
        "look_back": plan.look_back,
        "old_item": bought.name,
        "old_plan": plan.what,
        "surname": rng.choice(SURNAMES),
    }


def _colleague(rng: Random, slot: Slot) -> str:
    return rng.choice([mate.first_name for mate in _mates(slot.shop) if mate is not slot.colleague])


def _mates(shop: Shop) -> list[Colleague]:
    return [colleague for colleague in COLLEAGUES if colleague.shop is shop and colleague.stopped is None]
