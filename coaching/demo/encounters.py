"""The encounters of the demo, not yet stored: thirteen weeks of three shops."""

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from coaching.demo.calendar import Slot, slots
from coaching.demo.case import Case, new_case
from coaching.demo.phrases.anywhere import PASSED_TO
from coaching.demo.promises import PromisePlan, plan_promise
from coaching.demo.stories import chance_of_giving, mood_of, reasons_given
from coaching.demo.words import GOOD, POOR, Pen, Words
from interactions.models import Channel, Concession, LeftBetter, Outcome, StateBefore

_BARE = 0.13  # logged with two taps and not a word: too little to say anything
_NAMES_SITUATION = 0.86
_COME_BACK = 0.045
_BACK_AFTER = (timedelta(days=1), timedelta(days=9))
_USUAL_SECONDS = {Channel.FACE: (70, 230), Channel.EAR: (45, 340), Channel.CLICK: (42, 430)}  # wait, handling


@dataclass(slots=True)
class Draft:
    """One encounter: values of its fields, with the promise made and the earlier one it comes back to."""

    slot: Slot
    case: Case
    values: dict[str, object]
    promise: PromisePlan | None = None
    repeat_of: "Draft | None" = None
    is_come_back_to: bool = False
    has_situation: bool = True


def drafts(rng: Random, *, count: int, now: datetime) -> Iterator[Draft]:
    """`count` encounters, oldest first; the same seed and `now` give the same ones."""
    pen = Pen(rng)
    may_return: list[Draft] = []
    for slot in slots(rng, count=count, now=now):
        earlier = _who_comes_back(rng, may_return, slot)
        draft = _draft(rng, pen, slot, earlier, now)
        if draft.values["outcome"] != Outcome.SORTED or rng.random() < 0.15:
            may_return.append(draft)
        yield draft


def _who_comes_back(rng: Random, may_return: list[Draft], slot: Slot) -> Draft | None:
    """Somebody who was in the same shop some days ago and comes again about it."""
    if rng.random() > _COME_BACK:
        return None
    soonest, latest = _BACK_AFTER
    fitting = [
        draft
        for draft in may_return[-400:]
        if draft.slot.shop is slot.shop and soonest < slot.at - draft.slot.at < latest and not draft.is_come_back_to
    ]
    if not fitting:
        return None
    earlier = rng.choice(fitting)
    earlier.is_come_back_to = True
    return earlier


def _draft(rng: Random, pen: Pen, slot: Slot, earlier: Draft | None, now: datetime) -> Draft:
    case = earlier.case if earlier else new_case(rng, slot)
    values = {**_identity(rng, slot, now), "channel": case.channel}
    draft = Draft(slot, case, values, repeat_of=earlier, has_situation=rng.random() < _NAMES_SITUATION)
    if rng.random() < _BARE and earlier is None:
        values |= {"outcome": Outcome.SORTED if rng.random() < 0.9 else Outcome.NOT_YET}
        return draft
    pen.turn_to(slot, case)
    values |= _concession(rng, pen, slot, case)
    declined = values.get("concession") == Concession.DECLINED
    words = pen.write(slot, case, mood_of(slot, case.channel), declined=declined)
    values |= {name: getattr(words, name) for name in ("greeting", "empathy", "resolution", "closing", "confirmed")}
    values |= {"personal_touches": words.touches, "customer_name": case.name if rng.random() < 0.7 else ""}
    values |= _ending(rng, words, earlier) | _feelings(rng, case, words) | _timing(rng, case) | _state(rng)
    draft.promise = plan_promise(rng, slot, case, values["outcome"], now)
    return draft


def _identity(rng: Random, slot: Slot, now: datetime) -> dict[str, object]:
    public_id = uuid.UUID(int=rng.getrandbits(128), version=4)
    written_at = min(slot.at + timedelta(seconds=rng.randrange(25, 280)), now)
    return {
        "public_id": public_id,
        "device_at": written_at,
        "received_at": min(written_at + timedelta(seconds=rng.randrange(1, 4)), now),
        "submission": hashlib.sha256(b"demo" + public_id.bytes).hexdigest(),
    }


def _ending(rng: Random, words: Words, earlier: Draft | None) -> dict[str, object]:
    if earlier:
        return {"outcome": rng.choices([Outcome.SECOND_TRY, Outcome.SORTED, Outcome.NOT_YET], [75, 15, 10])[0]}
    odds = {GOOD: [93, 4, 1, 2], POOR: [34, 4, 34, 28]}.get(words.how["resolution"], [76, 6, 8, 10])
    outcome = rng.choices([Outcome.SORTED, Outcome.SECOND_TRY, Outcome.PASSED_ON, Outcome.NOT_YET], odds)[0]
    is_named = outcome == Outcome.PASSED_ON and words.how["resolution"] != POOR
    return {"outcome": outcome, "passed_to": rng.choice(PASSED_TO) if is_named else ""}


def _feelings(rng: Random, case: Case, words: Words) -> dict[str, object]:
    before = rng.choices(range(1, 6), case.situation.moods)[0]
    shown = sum(level == GOOD for level in words.how.values()) - sum(level == POOR for level in words.how.values())
    after = min(5, max(1, before + (shown + 2) // 2 + rng.choice((-1, 0, 0, 1))))
    better = LeftBetter.YES if after > before or after >= 4 else rng.choice([LeftBetter.UNSURE, LeftBetter.NO])
    return {
        **({"feeling_before": before, "feeling_after": after} if rng.random() < 0.5 else {}),
        **({"left_better": better if rng.random() < 0.85 else LeftBetter.UNSURE} if rng.random() < 0.6 else {}),
    }


def _timing(rng: Random, case: Case) -> dict[str, object]:
    if rng.random() > 0.55:
        return {}
    wait, handling = _USUAL_SECONDS[Channel(case.channel)]
    return {
        "wait_seconds": int(wait * rng.lognormvariate(0, 0.7)),
        "handling_seconds": int(handling * rng.lognormvariate(0, 0.5)),
    }


def _state(rng: Random) -> dict[str, object]:
    if rng.random() > 0.45:
        return {}
    state = rng.choices(list(StateBefore), [66, 25, 9])[0]
    return {"state_before": state} | ({"reset_taken": rng.random() < 0.55} if state != StateBefore.CALM else {})


def _concession(rng: Random, pen: Pen, slot: Slot, case: Case) -> dict[str, object]:
    """Whether they gave something extra; only where such a thing is ever asked for."""
    situation = case.situation
    if situation.give is None or rng.random() > 0.7:
        return {}
    if situation.refuse is None or (situation.slug != "return-without-receipt" and rng.random() < 0.6):
        return {"concession": Concession.NONE}
    has_reason = rng.random() < reasons_given(slot, situation)
    if rng.random() < chance_of_giving(slot, situation):
        own = rng.random() < 0.75
        given = Concession.OWN_JUDGEMENT if own else Concession.APPROVED
        return {"concession": given, "concession_reason": pen.line(situation.give) if has_reason else ""}
    return {"concession": Concession.DECLINED, "concession_reason": pen.line(situation.refuse) if has_reason else ""}
