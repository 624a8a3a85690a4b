"""CPU time of all practices of one encounter, in one run with a well-known reader of the same four texts.

`make bench` runs it. Every encounter has four new texts of thirty words, put together from what people say at a
counter; the two take turns, so that a noisy moment hits both alike. vaderSentiment says how kind or unkind a text
is, one number a text: it is the yardstick for what reading a text may cost in plain Python.
"""

import random
import statistics
import time
from collections.abc import Callable

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from coaching.engine.assess import assess
from coaching.engine.facts import TEXT_FIELDS, EncounterFacts
from coaching.engine.practices import PRACTICES

ROUNDS = 60
ENCOUNTERS = 25  # a round
WARMING_UP = 10  # rounds that fill caches
WORDS = 30

_SAID = {
    "greeting": (
        "Good morning {name}, lovely to see you again!|Hello there, come in out of the rain.|Hi {name}!"
        "|Welcome back, how did the {event} go in the end?|What can I do for you today?|I love that {thing}."
        "|Did the {thing} turn up after all?|Sit down a moment while I look.|Good afternoon, thank you for waiting."
        "|My name is {name} and I'm all yours.|You've got your hands full today!|Is it the usual, or something new?"
    ),
    "empathy": (
        "Oh no, I'm so sorry about the {thing}.|{number} hours in that queue, no wonder you're worn out."
        "|That must have been a horrible start to the {event}.|I can see why you're upset, I would be furious too."
        "|What happened when you opened it?|So you've been charged twice, have I got that right?"
        "|How frustrating, and just before your {event}.|Tell me more about the {thing}.|That sounds really stressful."
        "|When did it stop working?|I understand, it's not what you hoped for.|Congratulations on the {event}, by the way!"
    ),
    "resolution": (
        "I'll ring the depot myself and find out where your {thing} is.|I have sent a new {thing} to your home."
        "|Would you rather have it tomorrow at home, or today at the shop?|I've refunded the {number} pounds in full."
        "|Because you leave on Friday, I'll send it by courier tonight.|Let me check that with our manager."
        "|I can put you through to {name}, who knows the whole story.|Unfortunately the system won't let me do that."
        "|I've talked to {name} and we agreed to waive the fee.|Shall I book it for you now?|It will be ready by noon."
    ),
    "closing": (
        "Is there anything else I can do for you?|Enjoy the {event}, and give my best to {name}!|Take care, bye now."
        "|I've emailed you the tracking number, has it come through?|Have a wonderful {event}!|Thank you so much."
        "|Your booking is confirmed, here's your receipt.|If it isn't there by {number}, ring me and I'll sort it out."
        "|Good luck with the {event} tomorrow.|Thanks for your patience today.|See you next week, I hope."
    ),
}
_NAMES = "Maria Tom Aisha Otto Priya Ken Lena Sam Grace Femi Ines Jo".split()
_THINGS = (
    "suitcase sofa parcel guitar boiler bicycle lamp jacket teapot blanket ladder printer violin pram kettle tent carpet"
).split()
_EVENTS = "wedding holiday exam move concert party interview trip festival birthday match reunion picnic".split()


def main() -> None:
    ours, all_practices, theirs = _measured(SentimentIntensityAnalyzer().polarity_scores)
    print(f"{'one encounter assessed':<34}{ours:7.0f} µs")
    print(f"{'its practices alone':<34}{all_practices:7.0f} µs")
    print(f"{'vaderSentiment, same four texts':<34}{theirs:7.0f} µs")
    print(f"{'ratio, practices to vaderSentiment':<34}{all_practices / theirs:7.2f}")


def _measured(polarity_scores: Callable[[str], object]) -> tuple[float, ...]:
    """Median microseconds an encounter: assessed with its score, its practices alone, vaderSentiment."""
    rng = random.Random(1)
    rounds = [_round(rng, polarity_scores) for _ in range(WARMING_UP + ROUNDS)]
    return tuple(statistics.median(column) for column in zip(*rounds[WARMING_UP:], strict=True))


def _round(rng: random.Random, polarity_scores: Callable[[str], object]) -> tuple[float, ...]:
    """One encounter's share of a round of each; only what is timed differs, no text comes twice."""
    scored, judged = _encounters(rng), _encounters(rng)
    texts = [getattr(facts, field) for facts in judged for field in TEXT_FIELDS]
    return (
        _microseconds(lambda: [assess(facts) for facts in scored]),
        _microseconds(lambda: [practice.judge(facts) for facts in judged for practice in PRACTICES]),
        _microseconds(lambda: [polarity_scores(text) for text in texts]),
    )


def _microseconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) / ENCOUNTERS * 1_000_000


def _encounters(rng: random.Random) -> list[EncounterFacts]:
    return [
        EncounterFacts(
            customer_name=rng.choice(_NAMES),
            feeling_before=rng.randint(1, 5),
            feeling_after=rng.randint(1, 5),
            outcome="sorted",
            greeting=_text(rng, "greeting"),
            empathy=_text(rng, "empathy"),
            resolution=_text(rng, "resolution"),
            closing=_text(rng, "closing"),
        )
        for _ in range(ENCOUNTERS)
    ]


def _text(rng: random.Random, field: str) -> str:
    """Thirty words of what is said there, with this customer's things in them."""
    sayings = _SAID[field].split("|")
    said = " ".join(rng.sample(sayings, len(sayings))).format(
        name=rng.choice(_NAMES), thing=rng.choice(_THINGS), event=rng.choice(_EVENTS), number=rng.randint(2, 99)
    )
    return " ".join(said.split()[:WORDS])


if __name__ == "__main__":
    main()
