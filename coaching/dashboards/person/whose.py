"""Whose page there is in a team."""

from django.db.models import Exists, OuterRef, Q

from coaching.rollups.models import PersonWeek
from microconnect.people.models import Membership, Team
from microconnect.people.models.user import User, UserQuerySet


def people_of(team: Team) -> UserQuerySet:
    """Everybody who is or was in the team, or logged there: what happened there stays when somebody leaves."""
    was_in_it = Membership.objects.filter(user=OuterRef("pk"), team=team)
    logged_there = PersonWeek.objects.filter(person=OuterRef("pk"), team=team)
    return User.objects.get_queryset().filter(Q(Exists(was_in_it)) | Q(Exists(logged_there)))
