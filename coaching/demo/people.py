"""Accounts of the demo: teams, people, and who works where since when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password

from coaching.demo.chain import ADMINISTRATOR, COLLEAGUES, SHOPS, SUPERVISORS, Colleague, Shop
from microconnect.people.demo import DEMO_PASSWORD
from microconnect.people.models import Membership, Role, Team, User

_LONG_AGO = 60.0  # weeks since people work here whose beginning is no story


@dataclass(frozen=True, slots=True)
class Cast:
    """The rows made for the chain."""

    teams: dict[Shop, Team]
    people: dict[Colleague, User]
    administrator: User


def hire(*, now: datetime, with_password: bool) -> Cast:
    """Make everybody. The password is hashed once: it is the same for all, and hashing is slow on purpose."""
    password = make_password(DEMO_PASSWORD if with_password else None)
    teams = {shop: Team(name=shop.name, slug=shop.slug, time_zone=shop.time_zone) for shop in SHOPS}
    Team.objects.bulk_create(teams.values())
    people = {colleague: _person(colleague, password, now) for colleague in COLLEAGUES}
    leads = [_user(lead.email, lead.name, password, now) for lead in SUPERVISORS]
    administrator = _user(ADMINISTRATOR[1], ADMINISTRATOR[0], password, now)
    administrator.is_administrator = True
    User.objects.bulk_create([*people.values(), *leads, administrator])
    Membership.objects.bulk_create(
        [membership for colleague, user in people.items() for membership in _memberships(colleague, user, teams, now)]
    )
    Membership.objects.bulk_create(
        Membership(user=user, team=teams[shop], role=Role.SUPERVISOR, since=_weeks_before(now, _LONG_AGO))
        for lead, user in zip(SUPERVISORS, leads, strict=True)
        for shop in lead.shops
    )
    return Cast(teams, people, administrator)


def _person(colleague: Colleague, password: str, now: datetime) -> User:
    user = _user(colleague.email, colleague.name, password, _weeks_before(now, colleague.began or _LONG_AGO))
    user.is_active = colleague.stopped is None
    return user


def _user(email: str, name: str, password: str, joined_at: datetime) -> User:
    return User(email=email, name=name, password=password, joined_at=joined_at)


def _memberships(colleague: Colleague, user: User, teams: dict[Shop, Team], now: datetime) -> list[Membership]:
    began = _weeks_before(now, colleague.began or _LONG_AGO)
    until = None if colleague.stopped is None else _weeks_before(now, colleague.stopped)
    if colleague.before is None:
        return [Membership(user=user, team=teams[colleague.shop], since=began, until=until)]
    shop, weeks_ago = colleague.before
    moved = _weeks_before(now, weeks_ago)
    return [
        Membership(user=user, team=teams[shop], since=began, until=moved),
        Membership(user=user, team=teams[colleague.shop], since=moved, until=until),
    ]


def _weeks_before(now: datetime, weeks: float) -> datetime:
    return now - timedelta(weeks=weeks)
