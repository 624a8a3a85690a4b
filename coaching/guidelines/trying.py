"""Hold a form's greetings against guidelines: one being logged, several tried, or a tricky case."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from coaching.engine.guidelines import GuidelineVerdict, verdict
from coaching.guidelines.checking import CheckedGreeting, checked, latest_greetings
from coaching.guidelines.forms import CheckForm, TryForm
from coaching.guidelines.models import Expected, TrickyCase
from coaching.guidelines.rules import GreetingRules, Rules, rules_in_force
from microconnect.people.models import User

MOST_TRIED = 50
NO_TEAM = 0  # before the first team is made, only what holds for all teams does


def checked_for(user: User, form: CheckForm) -> CheckedGreeting | None:
    """The greeting of a valid form, in the light of the person's latest ones; None while it is blank."""
    greeting = form.cleaned_data["greeting"]
    if not greeting.strip():
        return None
    channel = form.cleaned_data["channel"]
    return checked(greeting, channel=channel, rules=_holding(form, rules_in_force()), previous=latest_greetings(user))


@dataclass(frozen=True, slots=True)
class Tried:
    """A greeting that was tried, and what to keep it as when it becomes a tricky case."""

    text: str
    greeting: CheckedGreeting
    came_out: Expected


def tried(form: TryForm, rules: Rules) -> list[Tried]:
    """Each line of the form's greeting as a greeting of its own; none when the form is not valid."""
    if not form.is_valid():
        return []
    holding = _holding(form, rules)
    lines = [line.strip() for line in form.cleaned_data["greeting"].splitlines() if line.strip()]
    return [
        Tried(
            line,
            checked(line, channel=form.cleaned_data["channel"], rules=holding),
            _came_out(verdict(line, holding.guidelines)),
        )
        for line in lines[:MOST_TRIED]
    ]


def came_out_as(case: TrickyCase, rules: Rules, today: date) -> Expected:
    """What a tricky case comes out as by these rules."""
    holding = rules.for_greeting(case.team_id or NO_TEAM, case.channel, today)
    return _came_out(verdict(case.greeting, holding.guidelines))


def _came_out(found: GuidelineVerdict) -> Expected:
    if found.out_of_bounds:
        return Expected.OUT_OF_BOUNDS
    return Expected.MISSING if found.missing else Expected.IN_BOUNDS


def _holding(form: CheckForm, rules: Rules) -> GreetingRules:
    team = form.cleaned_data["team"]
    return rules.for_greeting(team.pk if team else NO_TEAM, form.cleaned_data["channel"], timezone.localdate())
