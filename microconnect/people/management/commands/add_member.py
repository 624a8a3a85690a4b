"""Add somebody to a team from a script; administrators have /people/ for it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils.text import slugify

from microconnect.people.models import Membership, Role, Team, User


class Command(BaseCommand):
    help = "Adds a person to a team, and the team where there is none. They choose their password by “Forgot your password?”."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--team", required=True, help="the team's name")
        parser.add_argument("--role", choices=Role.values, default=Role.FRONTLINE.value)
        parser.add_argument("--time-zone", default="Europe/London", help="of a new team, such as Europe/Madrid")

    def handle(self, *args: Any, email: str, name: str, team: str, role: str, time_zone: str, **options: Any) -> None:
        with transaction.atomic():
            person = _person(email, name)
            membership, is_new = Membership.objects.get_or_create(
                user=person, team=_team(team, time_zone), role=role, until=None
            )
        self.stdout.write(f"{membership}{'' if is_new else ' (was there already)'}")


def _person(email: str, name: str) -> User:
    try:
        validate_email(email)
    except ValidationError as error:
        raise CommandError(f"{email!r} is not an e-mail address.") from error
    return User.objects.filter(email=email.lower()).first() or User.objects.create_user(email, name)


def _team(name: str, time_zone: str) -> Team:
    existing = Team.objects.filter(name=name).first()
    if existing:
        return existing
    team = Team(name=name, slug=slugify(name), time_zone=time_zone)
    try:
        team.full_clean()
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    team.save()
    return team
