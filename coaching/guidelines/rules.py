"""The guidelines as rules that the engine can hold a greeting against, read once a version."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from coaching.engine.guidelines import Guideline
from coaching.guidelines.models import IN_BOUNDS, GuidelineVersion


@dataclass(frozen=True, slots=True)
class GreetingRules:
    """What holds for one greeting: its guidelines, and the phrases that count as scripts."""

    guidelines: tuple[Guideline, ...]
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScopedRule:
    """One guideline with the teams, channels and days it holds for (empty: all)."""

    guideline: Guideline
    is_script: bool
    teams: frozenset[int]
    channels: frozenset[str]
    first_day: date
    last_day: date

    def holds(self, team_id: int, channel: str, day: date) -> bool:
        return (
            self.first_day <= day <= self.last_day
            and (not self.teams or team_id in self.teams)
            and (not self.channels or channel in self.channels)
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of one version. `version` is None before the first guideline is written."""

    version: int | None
    rules: tuple[ScopedRule, ...] = ()

    def for_greeting(self, team_id: int, channel: str, day: date) -> GreetingRules:
        """The rules that hold for a greeting in this team and channel on this day."""
        holding = tuple(at for at, rule in enumerate(self.rules) if rule.holds(team_id, channel, day))
        return GreetingRules((), ()) if self.version is None else _holding_rules(self.version, holding)


def rules_in_force() -> Rules:
    """The newest version's rules. Versions never change, so each is parsed once a process."""
    newest = GuidelineVersion.objects.order_by("-pk").values_list("pk", flat=True).first()
    return Rules(None) if newest is None else _rules_of(newest)


def clear_rules() -> None:
    """Forget what was parsed: for tests, whose databases reuse version numbers."""
    _rules_of.cache_clear()
    _holding_rules.cache_clear()


@lru_cache(maxsize=8)
def _rules_of(version: int) -> Rules:
    stored = GuidelineVersion.objects.get(pk=version).rules
    return Rules(version, tuple(_parsed(rule) for rule in stored))


@lru_cache(maxsize=16)
def _holding_rules(version: int, holding: tuple[int, ...]) -> GreetingRules:
    """The same tuple for all greetings that the same rules hold for: by it, the engine knows that it has compiled it."""
    rules = [_rules_of(version).rules[at] for at in holding]
    return GreetingRules(
        guidelines=tuple(rule.guideline for rule in rules),
        scripts=tuple(phrase for rule in rules if rule.is_script for phrase in rule.guideline.phrases),
    )


def _parsed(rule: dict[str, Any]) -> ScopedRule:
    return ScopedRule(
        guideline=Guideline(
            id=str(rule["id"]),
            bounds="in" if rule["strength"] in IN_BOUNDS else "out",
            strength=rule["strength"],
            match=rule["match"],
            phrases=tuple(rule["phrases"]),
            title=rule["title"],
            reason=rule["reason"],
            suggestion=rule["suggestion"],
        ),
        is_script=rule["is_script"],
        teams=frozenset(rule["teams"]),
        channels=frozenset(rule["channels"]),
        first_day=date.fromisoformat(rule["active_from"]) if rule["active_from"] else date.min,
        last_day=date.fromisoformat(rule["active_until"]) if rule["active_until"] else date.max,
    )
