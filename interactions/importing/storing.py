"""Store imported encounters: each once, however often its file comes."""

from collections.abc import Sequence
from datetime import datetime

from interactions.models import Encounter
from microconnect.people.models import Membership, Team, User

TEAM_NAME, TEAM_SLUG = "Imported", "imported"
PERSON_NAME, PERSON_EMAIL = "Imported conversations", "imported-conversations@microconnect.invalid"


def find_team(slug: str) -> Team | None:
    """The team to import into; the one named "imported" may not exist yet."""
    team = Team.objects.filter(slug=slug).first()
    return team or (Team(name=TEAM_NAME, slug=TEAM_SLUG) if slug == TEAM_SLUG else None)


def find_person() -> User:
    """The stand-in for people we don't know, who may never sign in; not stored yet before the first import."""
    known = User.objects.get_queryset().filter(email=PERSON_EMAIL).first()
    if known:
        return known
    person = User(email=PERSON_EMAIL, name=PERSON_NAME, is_active=False)
    person.set_unusable_password()
    return person


def settle(team: Team, person: User, since: datetime) -> None:
    """Store the team and the person where they are new, and put the person into the team."""
    for row in (team, person):
        if row._state.adding:
            row.save()
    Membership.objects.get_or_create(user=person, team=team, until=None, defaults={"since": since})


def already_stored(encounters: Sequence[Encounter]) -> dict[object, int]:
    """public id -> primary key, of those that are in the database."""
    stored = Encounter.objects.filter(public_id__in=[encounter.public_id for encounter in encounters])
    return dict(stored.values_list("public_id", "pk"))
