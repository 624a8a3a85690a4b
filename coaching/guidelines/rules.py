"""The guidelines as rules that the engine can hold a greeting against, read once a version."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from coaching.engine.guidelines import Guideline
from coaching.guidelines.models import IN_BOUNDS, GreetingGuideline, GuidelineVersion


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

    def overlaps(self, other: "ScopedRule") -> bool:
        """Whether there is a team, a channel and a day for which both hold."""
        return (
            max(self.first_day, other.first_day) <= min(self.last_day, other.last_day)
            and (not self.teams or not other.teams or not self.teams.isdisjoint(other.teams))
            and (not self.channels or not other.channels or not self.channels.isdisjoint(other.channels))
        )

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
    _known: dict[tuple[int, ...], GreetingRules] = field(default_factory=dict, compare=False, repr=False)

    def for_greeting(self, team_id: int, channel: str, day: date) -> GreetingRules:
        """The rules that hold for a greeting in this team and channel on this day.

        The same object for all greetings that the same rules hold for: by its tuple of guidelines the engine knows what it
        has put together already.
        """
        holding = tuple([at for at, rule in enumerate(self.rules) if rule.holds(team_id, channel, day)])
        if holding not in self._known:
            self._known[holding] = self._only(holding)
        return self._known[holding]

    def _only(self, holding: tuple[int, ...]) -> GreetingRules:
        rules = [self.rules[at] for at in holding]
        return GreetingRules(
            guidelines=tuple(rule.guideline for rule in rules),
            scripts=tuple(phrase for rule in rules if rule.is_script for phrase in rule.guideline.phrases),
        )


def rules_in_force() -> Rules:
    """The published rules. What was published never changes, so each version is parsed once a process."""
    published = GuidelineVersion.objects.published().values_list("pk", flat=True).first()
    return Rules(None) if published is None else _rules_of(published)


def rules_of(version: GuidelineVersion) -> Rules:
    """The rules of any version; a draft's as they are at this moment."""
    return rules_in(version.pk, compiled(version)) if version.is_draft else _rules_of(version.pk)


def rules_in(version: int, stored: Iterable[dict[str, Any]]) -> Rules:
    """Rules as they are stored, not remembered: for those of a publication that may yet be taken back."""
    return Rules(version, tuple(_parsed(rule) for rule in stored))


def compiled(draft: GuidelineVersion) -> list[dict[str, Any]]:
    """A draft's guidelines as they are stored with a published version, in the order in which they were written."""
    return [as_rule(guideline) for guideline in draft.guidelines.order_by("pk").prefetch_related("teams")]


def clear_rules() -> None:
    """Forget what was parsed: for tests, whose databases reuse version numbers."""
    _rules_of.cache_clear()


@lru_cache(maxsize=8)
def _rules_of(version: int) -> Rules:
    return rules_in(version, GuidelineVersion.objects.get(pk=version).rules)


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


def as_rule(guideline: GreetingGuideline) -> dict[str, Any]:
    return {
        "id": str(guideline.key),
        "title": guideline.title,
        "strength": guideline.strength,
        "match": guideline.match,
        "phrases": guideline.phrase_list,
        "is_script": guideline.is_script,
        "reason": guideline.reason,
        "suggestion": guideline.suggestion,
        "teams": [team.pk for team in guideline.teams.all()],
        "channels": guideline.channels,
        "active_from": guideline.active_from and guideline.active_from.isoformat(),
        "active_until": guideline.active_until and guideline.active_until.isoformat(),
    }
