"""A diff in the words that people read."""

from dataclasses import replace

import pytest

from coaching.engine.facts import SpeedTargets
from coaching.engine.scoring import DEFAULT_SCORECARD as SHIPPED
from coaching.scorecards.changes import changes_between

BY_PHONE = replace(SHIPPED, channels={"ear": {"reset": 20}})
GREETING = "“Make the greeting your own”"
RESET = "“Reset before the next customer”"


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (SHIPPED, SHIPPED, []),
        (SHIPPED, SHIPPED.with_weights(personal_greeting=20), [f"{GREETING} counts 20 instead of 15."]),
        (SHIPPED, SHIPPED.with_weights(personal_greeting=0), [f"{GREETING} no longer counts."]),
        (SHIPPED.with_weights(reset=0), SHIPPED, [f"{RESET} counts now, with a weight of 5."]),
        (
            SHIPPED,
            replace(SHIPPED, bonus=SHIPPED.bonus | {"reset"}),
            [f"{RESET} is a bonus now: it adds points, and takes none."],
        ),
        (
            replace(SHIPPED, bonus=SHIPPED.bonus | {"reset"}),
            SHIPPED,
            [f"{RESET} is no longer a bonus: it is weighed with the others."],
        ),
        (
            SHIPPED,
            replace(SHIPPED, critical=SHIPPED.critical | {"reset"}),
            [f"{RESET} is critical now: under 50, an encounter gets 50 at most."],
        ),
        (replace(SHIPPED, critical=SHIPPED.critical | {"reset"}), SHIPPED, [f"{RESET} is no longer critical."]),
        (SHIPPED, BY_PHONE, [f"By phone, {RESET} counts 20 instead of 5."]),
        (BY_PHONE, SHIPPED, [f"By phone, {RESET} counts 5 instead of 20."]),
        (BY_PHONE, replace(BY_PHONE, channels={"ear": {"reset": 0}}), [f"By phone, {RESET} no longer counts."]),
        (
            BY_PHONE,
            BY_PHONE.with_weights(reset=10),
            [f"{RESET} counts 10 instead of 5.", f"By phone, {RESET} stays at 20."],
        ),
        (
            SHIPPED,
            replace(SHIPPED.with_weights(reset=0), channels={"ear": {"reset": 5}}),
            [f"{RESET} no longer counts.", f"By phone, {RESET} stays at 5."],
        ),
        (SHIPPED, replace(SHIPPED, channels={"ear": {"reset": 5}}), []),
        (
            SHIPPED,
            replace(SHIPPED, critical_cap=40),
            ["Words that are out of bounds hold the number at 40 instead of 50."],
        ),
        (
            replace(SHIPPED, critical=frozenset({"speed", "in_bounds"})),
            replace(SHIPPED, critical=frozenset({"speed", "in_bounds"}), critical_cap=40),
            ["A critical practice under 50 holds the number at 40 instead of 50."],
        ),
        (
            SHIPPED,
            replace(SHIPPED, minimum_judged=4),
            ["It takes 4 practices that can answer instead of 3 before there is a score."],
        ),
        (SHIPPED, replace(SHIPPED, target_low=60), ["Teams aim for 60 to 85 instead of 70 to 85."]),
        (
            SHIPPED,
            replace(SHIPPED, speed_targets={**SHIPPED.speed_targets, "ear": SpeedTargets(90, 360)}),
            [
                "By phone, a wait of up to 1:30 minutes is as quick as people hope for, instead of 1:00.",
                "By phone, up to 6:00 minutes until it is done are as quick as people hope for, instead of 7:00.",
            ],
        ),
    ],
)
def test_each_change_has_its_words(before, after, lines):
    assert changes_between(before, after) == lines
