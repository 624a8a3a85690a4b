"""A little more than was asked: the door held, the map drawn, the one biscuit extra.

A bonus: it adds and never takes. Nothing extra mentioned leaves it out.
"""

from coaching.engine.facts import TEXT_FIELDS, EncounterFacts
from coaching.engine.finding import CLAIMED, SHOWN, Finding
from coaching.engine.findings import judged, not_judged, ticked, words
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.extras import extras
from coaching.engine.text import gettext_noop as _

KEY = "generosity"


def judge(facts: EncounterFacts) -> Finding:
    evidence = tuple(found for field in TEXT_FIELDS for found in words(facts, field, extras(getattr(facts, field))))
    if evidence:
        return judged(KEY, SHOWN, _("You gave a little more than they asked for."), evidence)
    touches = ticked(facts, "personal_touches", "small_extra")
    if touches:
        return judged(
            KEY,
            CLAIMED,
            _("You say you gave something extra. Tell what it was, and it counts whole."),
            touches,
        )
    return not_judged(KEY, _("Nothing extra was mentioned, and nothing extra is owed."))


def _example(text: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "resolution", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Give a little more than asked"),
    phase=Phase.EMPATHY,
    source="Customer Experience Connections and Moments, D. E. Gilbert; Customer loyalty through micro-experiences",
    what=_("One small human act beyond the transaction: hold the door, draw the map, fetch the chair."),
    why=_("Small gifts of attention are what people tell at home."),
    how_scored=_("A small extra in your words gives 100, ticked only gives 50. It only ever adds points."),
    try_saying=_("“It's raining; take our umbrella and bring it back whenever.”"),
    landed=_("You gave a little more"),
    weight=5,
    is_bonus=True,
    shows=(
        _example("Parcel found, and I [[carried it to the car for]] her"),
        _example("[[drew you a map]] to the station"),
        _example("The coffee is [[on the house]] ☕"),
        _example("I [[walked him over]] to gate 12"),
        _example("Here, [[take our umbrella]]"),
        _example("I [[WROTE THE STOPS DOWN FOR YOUR]] MUM"),
    ),
    misses=(
        _example("There's an extra charge for that"),
        _example("Carry on to the next counter"),
        _example("The house on the corner is ours"),
        _example("She said he gave her a lift"),
        _example("We don't do it free of charge"),
        _example("Took the payment and printed the receipt"),
    ),
    judge=judge,
)
