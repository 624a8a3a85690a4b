"""The catalogue: every practice in the order a person lives them. A new practice is a file here
and a line below."""

from types import MappingProxyType

from coaching.engine.practice import Practice
from coaching.engine.practices import (
    better_day,
    confirmation,
    consistent,
    customers_shoes,
    generosity,
    in_bounds,
    ownership,
    personal_greeting,
    personalised,
    presence,
    proactive,
    promise_kept,
    real,
    recognition,
    recovery,
    reset,
    right_first_time,
    speed,
    understanding,
    warm_close,
)

PRACTICES: tuple[Practice, ...] = (
    reset.PRACTICE,
    personal_greeting.PRACTICE,
    in_bounds.PRACTICE,
    recognition.PRACTICE,
    presence.PRACTICE,
    customers_shoes.PRACTICE,
    understanding.PRACTICE,
    generosity.PRACTICE,
    speed.PRACTICE,
    ownership.PRACTICE,
    real.PRACTICE,
    personalised.PRACTICE,
    consistent.PRACTICE,
    right_first_time.PRACTICE,
    recovery.PRACTICE,
    confirmation.PRACTICE,
    promise_kept.PRACTICE,
    proactive.PRACTICE,
    warm_close.PRACTICE,
    better_day.PRACTICE,
)

BY_KEY = MappingProxyType({practice.key: practice for practice in PRACTICES})
