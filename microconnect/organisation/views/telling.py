"""What became of an invitation, said on the next page."""

from django.contrib import messages
from django.utils.translation import gettext as _

from microconnect.organisation.models import Invitation
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest


def tell_of_invitation(request: SignedInRequest, person: User) -> None:
    invitation = Invitation.objects.visible_to(request.user).get(user=person)
    words = {"name": person.first_name, "email": person.email}
    if invitation.has_failed:
        messages.warning(
            request,
            _("%(name)s is added, but the mail did not get through to %(email)s. Send it again in a while.") % words,
        )
    else:
        messages.success(request, _("The invitation is on its way to %(email)s.") % words)
