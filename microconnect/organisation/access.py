"""Who may look after people and teams."""

from django.utils.translation import gettext_lazy as _

from microconnect.people import access
from microconnect.people.access import Arguments, View

SENTENCE = _("Administrators look after people and teams. Ask one of them.")


def administrators_only(view: View[Arguments]) -> View[Arguments]:
    return access.administrators_only(SENTENCE)(view)
