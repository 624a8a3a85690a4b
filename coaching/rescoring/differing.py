"""Which guidelines differ between two sets, so that only greetings that meet one of those are judged again."""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import Finding
from coaching.engine.guidelines import compile_bounds
from coaching.engine.likeness import is_script
from coaching.engine.practices import BY_KEY
from coaching.guidelines.rules import GreetingRules

IN_BOUNDS = "in_bounds"


class Differing:
    """Two sets of rules that hold for the same greetings, one before and one after."""

    def __init__(self, before: GreetingRules, after: GreetingRules) -> None:
        self._before = before
        self._after = after
        old, new = set(before.guidelines), set(after.guidelines)
        differing = [each for each in (*before.guidelines, *after.guidelines) if (each in old) != (each in new)]
        self._bounds = compile_bounds(differing) if differing else None
        # Where one is required, greetings without it are concerned as well. Order counts too: the first one met is told.
        kept_before = [each for each in before.guidelines if each in new]
        kept_after = [each for each in after.guidelines if each in old]
        self._concerns_all = any(each.is_required for each in differing) or kept_before != kept_after

    def finding(self, greeting: str) -> Finding | None:
        """What the guidelines say now; None where they say what they said before."""
        if not self._concerns(greeting):
            return None
        now = _judged(greeting, self._after)
        return None if now == _judged(greeting, self._before) else now

    def changes_script(self, greeting: str, name: str) -> bool:
        """Whether it is a script by one of them only: then `personal_greeting` has to be read again, with what was said
        before it."""
        if self._before.scripts == self._after.scripts or not greeting:
            return False
        return is_script(greeting, self._before.scripts, name) != is_script(greeting, self._after.scripts, name)

    def _concerns(self, greeting: str) -> bool:
        if not greeting:
            return False
        return self._concerns_all or (self._bounds is not None and bool(self._bounds.check(greeting)))


def _judged(greeting: str, rules: GreetingRules) -> Finding:
    return BY_KEY[IN_BOUNDS].judge(EncounterFacts(greeting=greeting, guidelines=rules.guidelines))
