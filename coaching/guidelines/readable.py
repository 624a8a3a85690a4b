"""The guidelines as the people read them who are held to them: those of their teams, from today on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaching.engine.guidelines import Guideline
from coaching.guidelines.models import Strength
from coaching.guidelines.rows import channels_said, days_said
from coaching.guidelines.rules import Rules, ScopedRule
from microconnect.people.models import Team, User

# The strictest of each side first. The side itself is told by where a guideline stands.
_LABELS = {
    Strength.REQUIRED: _("required"),
    Strength.ENCOURAGED: _("encouraged"),
    Strength.NEVER: _("never"),
    Strength.AVOID: _("better not"),
}
_STRICTEST_FIRST = tuple(_LABELS)


@dataclass(frozen=True, slots=True)
class ReadableRule:
    """One guideline of the version in force.

    Args:
        teams: the addresses of those of the reader's teams for which alone it holds; empty: all of them.
        where: the teams, channels and days in words, as far as it does not hold everywhere and always.
    """

    guideline: Guideline
    is_script: bool
    teams: tuple[str, ...]
    channels: tuple[str, ...]
    first_day: date
    last_day: date
    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the bounds, "in" or "out", and what stands there."""

    bounds: str
    title: str
    about: str
    rules: list[ReadableRule]


def rules_for(user: User, in_force: Rules, today: date) -> list[ReadableRule]:
    """What may hold from today on in the teams that the user sees, in the order in which greetings are judged."""
    teams = {team.pk: team for team in Team.objects.visible_to(user)}
    return [
        _readable(rule, teams)
        for rule in in_force.rules
        if rule.last_day >= today and (not rule.teams or rule.teams & teams.keys())
    ]


def sides_of(rules: Iterable[ReadableRule]) -> list[Side]:
    """In bounds first, then out of bounds, the strictest of each first; an empty side is left out."""
    ranked = sorted(rules, key=lambda rule: _STRICTEST_FIRST.index(Strength(rule.guideline.strength)))

    def standing(bounds: str) -> list[ReadableRule]:
        return [rule for rule in ranked if rule.guideline.bounds == bounds]

    sides = [
        Side("in", gettext("In bounds"), gettext("welcome here"), standing("in")),
        Side("out", gettext("Out of bounds"), gettext("not said here"), standing("out")),
    ]
    return [side for side in sides if side.rules]


def label_of(guideline: Guideline) -> str:
    """How much it weighs, as it is said to those who are held to it."""
    return str(_LABELS[Strength(guideline.strength)])


def where_said(rule: ScopedRule, names: Mapping[int, str]) -> str:
    """Where and when it holds, in words; "everywhere" where nothing narrows it. `names` are those of teams, by id."""
    teams = ", ".join(sorted(names[team] for team in rule.teams if team in names))
    return " · ".join(part for part in (teams, *_channels_and_days(rule)) if part) or gettext("everywhere")


def _readable(rule: ScopedRule, teams: dict[int, Team]) -> ReadableRule:
    its_teams = [team for pk, team in teams.items() if pk in rule.teams]
    return ReadableRule(
        guideline=rule.guideline,
        is_script=rule.is_script,
        teams=tuple(team.slug for team in its_teams),
        channels=tuple(sorted(rule.channels)),
        first_day=rule.first_day,
        last_day=rule.last_day,
        label=label_of(rule.guideline),
        where=" · ".join(part for part in (_teams(its_teams, teams), *_channels_and_days(rule)) if part),
    )


def _teams(its_teams: list[Team], teams: Collection[int]) -> str:
    """Their names, where some of the reader's teams are not among them."""
    return ", ".join(team.name for team in its_teams) if len(its_teams) < len(teams) else ""


def _channels_and_days(rule: ScopedRule) -> tuple[str, str]:
    first = None if rule.first_day == date.min else rule.first_day
    last = None if rule.last_day == date.max else rule.last_day
    return channels_said(rule.channels), days_said(first, last)
