"""Asking somebody in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from microconnect.organisation.forms.fields import AddressField, ChipRadio, DayField, NameField, TeamField
from microconnect.organisation.queries import ADMINISTRATOR
from microconnect.organisation.services.people import refuse_taken
from microconnect.people.models import Role


class InviteForm(forms.Form):
    """Who, where to, and as what. An administrator needs no team."""

    name = NameField(help_text=_("As colleagues call them. They see it on their first page."))
    email = AddressField(help_text=_("The invitation goes there, and they sign in with it."))
    role = forms.ChoiceField(
        label=_("As what?"),
        choices=[
            (Role.FRONTLINE.value, _("Frontline")),
            (Role.SUPERVISOR.value, _("Supervisor")),
            (ADMINISTRATOR, _("Administrator")),
        ],
        widget=ChipRadio,
        initial=Role.FRONTLINE,
        error_messages={"required": _("Choose what they do."), "invalid_choice": _("Choose one of the three.")},
    )
    team = TeamField(required=False, help_text=_("An administrator looks after all of them and needs none."))
    day = DayField(label=_("From"), required=False, help_text=_("Empty: from today on."))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        team, role = cleaned.get("team"), cleaned.get("role")
        if role == ADMINISTRATOR and team:
            self.add_error("team", _("An administrator begins without a team. Their page can put them in one."))
        elif role and role != ADMINISTRATOR and not team and "team" not in self.errors:
            self.add_error("team", _("Choose the team they work in."))
        if email := cleaned.get("email"):
            self._refuse_taken(email)
        cleaned["day"] = cleaned.get("day") or timezone.localdate()
        return cleaned

    def _refuse_taken(self, email: str) -> None:
        """Told with whatever else is to be looked at; the verb looks once more."""
        try:
            refuse_taken(email)
        except ValidationError as error:
            self.add_error(None, error)
