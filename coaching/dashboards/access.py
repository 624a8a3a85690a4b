"""Who reads a team's figures, asked by its page and by everything that the page fetches or offers."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest


def supervised_team(request: SignedInRequest, slug: str) -> Team:
    """404 for those outside the team; its own people are told where their figures are."""
    team = get_object_or_404(Team.objects.visible_to(request.user), slug=slug)
    if not (request.user.is_administrator or request.user.supervises(team.pk)):
        raise PermissionDenied(
            _("This page is for supervisors. Your own weeks, and your team’s in totals, are under “Me”.")
        )
    return team
