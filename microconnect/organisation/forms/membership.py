"""Into a team, out of it, and from one to another; each on a day."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from microconnect.organisation.forms.fields import DayField, Segmented, TeamField
from microconnect.people.models import Role


class _RoleField(forms.ChoiceField):
    def __init__(self) -> None:
        super().__init__(
            label=_("As what?"),
            choices=[(Role.FRONTLINE.value, _("Frontline")), (Role.SUPERVISOR.value, _("Supervisor"))],
            widget=Segmented,
            initial=Role.FRONTLINE,
            error_messages={"required": _("Choose what they do."), "invalid_choice": _("Choose one of the two.")},
        )


class AddMembershipForm(forms.Form):
    team = TeamField()
    role = _RoleField()
    day = DayField(label=_("From"), initial=timezone.localdate)


class MoveForm(forms.Form):
    team = TeamField(label=_("To which team?"))
    role = _RoleField()
    day = DayField(label=_("First day there"), initial=timezone.localdate)


class EndMembershipForm(forms.Form):
    last_day = DayField(label=_("Last day in the team"), initial=timezone.localdate)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].error_messages["required"] = _("Choose their last day.")
