"""Who works in the made-up chain: teams, their people and supervisors, one administrator."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.contrib.auth.hashers import make_password

from coaching.demo.customers import MEN, SURNAMES, WOMEN
from coaching.demo.phrases.situations import SITUATIONS
from interactions.models import Situation
from microconnect.people.models import Membership, Role, Team, User

PEOPLE_A_TEAM = 10
MEASURED_WEEKS = 26
TEAMS_A_SUPERVISOR = 10
TIME_ZONES = ("Europe/London", "Europe/Dublin", "Europe/Madrid")
MORE_SITUATIONS = (("Lost property", "lost-property"), ("Opening an account", "opening-an-account"))
SUPERVISOR, ADMINISTRATOR = "supervisor@bench.example", "administrator@bench.example"


@dataclass(frozen=True, slots=True)
class Chain:
    """The rows that encounters point to. Person n works in team n // 10; the measured team is the first."""

    people: list[User]
    teams: list[Team]
    situations: list[Situation]
    administrator: User

    @property
    def measured_people(self) -> int:
        return min(PEOPLE_A_TEAM, len(self.people))


def hire(*, people: int, seed: int, now: datetime) -> Chain:
    """Make everybody; nobody has a password."""
    rng, nobody = Random(seed), make_password(None)
    teams = [
        Team(name=f"Bench {number}", slug=f"bench-{number}", time_zone=TIME_ZONES[(number - 1) % len(TIME_ZONES)])
        for number in range(1, (people - 1) // PEOPLE_A_TEAM + 2)
    ]
    users = [User(email=f"bench-{number}@bench.example", name=_name(rng)) for number in range(1, people + 1)]
    supervisors = [User(email=_supervisor_of(first), name=_name(rng)) for first in range(0, len(teams), 10)]
    own = User(email=SUPERVISOR, name="Supervisor of the measured team")
    administrator = User(email=ADMINISTRATOR, name="Administrator", is_administrator=True)
    for user in (everybody := [*users, *supervisors, own, administrator]):
        user.password, user.joined_at = nobody, now - timedelta(weeks=60)
    Team.objects.bulk_create(teams)
    User.objects.bulk_create(everybody, batch_size=1_000)
    Membership.objects.bulk_create(_memberships(teams, users, supervisors, own, now), batch_size=1_000)
    names = [*((situation.name, situation.slug) for situation in SITUATIONS), *MORE_SITUATIONS]
    situations = Situation.objects.bulk_create(Situation(name=name, slug=slug) for name, slug in names)
    return Chain(users, teams, situations, administrator)


def _memberships(
    teams: list[Team], users: list[User], supervisors: list[User], own: User, now: datetime
) -> list[Membership]:
    began = [now - timedelta(weeks=MEASURED_WEEKS, days=1), *([now - timedelta(weeks=60)] * (len(teams) - 1))]
    worked = [(user, n // PEOPLE_A_TEAM, Role.FRONTLINE) for n, user in enumerate(users)]
    led = [(supervisors[n // TEAMS_A_SUPERVISOR], n, Role.SUPERVISOR) for n in range(1, len(teams))]
    return [
        Membership(user=user, team=teams[n], role=role, since=began[n])
        for user, n, role in (*worked, *led, (own, 0, Role.SUPERVISOR))
    ]


def _supervisor_of(first: int) -> str:
    return f"supervisor-{first // TEAMS_A_SUPERVISOR + 1}@bench.example"


def _name(rng: Random) -> str:
    return f"{rng.choice(WOMEN + MEN)} {rng.choice(SURNAMES)}"
