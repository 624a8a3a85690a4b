"""Hold a form's greetings against the guidelines of today: one being logged, or several tried."""

from django.utils import timezone

from coaching.guidelines.checking import CheckedGreeting, checked, latest_greetings
from coaching.guidelines.forms import CheckForm, TryForm
from coaching.guidelines.rules import GreetingRules, rules_in_force
from microconnect.people.models import User

MOST_TRIED = 10
NO_TEAM = 0  # before the first team is made, only what holds for all teams does


def checked_for(user: User, form: CheckForm) -> CheckedGreeting | None:
    """The greeting of a valid form, in the light of the person's latest ones; None while it is blank."""
    greeting = form.cleaned_data["greeting"]
    if not greeting.strip():
        return None
    channel = form.cleaned_data["channel"]
    return checked(greeting, channel=channel, rules=_rules(form), previous=latest_greetings(user))


def tried(form: TryForm) -> list[CheckedGreeting]:
    """Each line of the form's greeting as a greeting of its own; none when the form is not valid."""
    if not form.is_valid():
        return []
    rules = _rules(form)
    lines = [line.strip() for line in form.cleaned_data["greeting"].splitlines() if line.strip()]
    return [checked(line, channel=form.cleaned_data["channel"], rules=rules) for line in lines[:MOST_TRIED]]


def _rules(form: CheckForm) -> GreetingRules:
    team = form.cleaned_data["team"]
    in_force = rules_in_force()
    return in_force.for_greeting(team.pk if team else NO_TEAM, form.cleaned_data["channel"], timezone.localdate())
