"""What the list of people can be narrowed by."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from microconnect.organisation.queries import ADMINISTRATOR, NO_TEAM, State
from microconnect.people.models import Role, Team


class FindForm(forms.Form):
    q = forms.CharField(label=_("Name or e-mail"), max_length=200, required=False)
    team = forms.ChoiceField(label=_("Team"), required=False)
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("Any role")), *Role.choices, (ADMINISTRATOR, _("administrator"))],
        required=False,
    )
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All here")), *State.choices], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.in_use().values_list("slug", "name")
        cast("forms.ChoiceField", self.fields["team"]).choices = [
            ("", _("All teams")),
            *teams,
            (NO_TEAM, _("In no team")),
        ]
