"""What a device needs to hold a greeting against the guidelines by itself, where there is no network."""

from dataclasses import asdict
from datetime import date
from typing import Any

from coaching.engine.guidelines import SIGNS, UNSPACED, compiled
from coaching.engine.text import FOLDS, MARKS
from coaching.guidelines.readable import ReadableRule, rules_for
from coaching.guidelines.rules import rules_in_force
from microconnect.people.models import User

# How words are cut. The script has no tables of its own and reads no patterns (each rule comes `compiled`), so the two
# cannot come to read differently.
READING = {"folds": FOLDS, "marks": MARKS, "unspaced": UNSPACED, "signs": SIGNS}


def rules_for_device(user: User, today: date) -> dict[str, Any]:
    """The rules of the user's teams as JSON, read by `static/js/bounds.js`.

    `teams` are the addresses of the teams one logs in, the first joined first; a rule's own are empty where it
    holds for all. Days are inclusive, and far away where there is none. `where` and `label` are for reading.
    """
    in_force = rules_in_force()
    return {
        "version": in_force.version,
        "teams": [team.slug for team in user.teams_now],
        "rules": [_as_json(rule) for rule in rules_for(user, in_force, today)],
        "reading": READING,
    }


def _as_json(rule: ReadableRule) -> dict[str, Any]:
    values = asdict(rule)
    guideline: dict[str, Any] = values.pop("guideline")
    return guideline | values | {"compiled": compiled(rule.guideline)}
