"""Who may act here, and what is held still meanwhile. PostgreSQL locks rows; SQLite lets one writer in at a time."""

from django.core.exceptions import PermissionDenied

from microconnect.organisation.access import SENTENCE
from microconnect.people.models import Team, User


def require_administrator(by: User) -> None:
    """Raises PermissionDenied for anybody else."""
    if not (by.is_active and by.is_administrator):
        raise PermissionDenied(SENTENCE)


def lock_person(person: User) -> User:
    """The person as stored now, held still until the transaction ends. Encounters may still be added."""
    return User.objects.get_queryset().select_for_update(no_key=True).get(pk=person.pk)


def lock_teams(*teams: Team) -> dict[int, Team]:
    """The teams as stored now, by key, held still: nobody joins, leaves or retires one meanwhile.

    Always in the order of their keys, so that no two wait for each other.
    """
    keys = sorted({team.pk for team in teams})
    return {team.pk: team for team in Team.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")}
