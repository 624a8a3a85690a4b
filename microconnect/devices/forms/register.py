"""Registering the browser one sits at."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from microconnect.devices.models import Device
from microconnect.people.models import Team, User
from microconnect.text import normalise


class RegisterForm(forms.ModelForm):
    """A name and a team for this browser. `replaces` is what it was until now: its name is free again."""

    class Meta:
        model = Device
        fields = ["name", "team"]
        labels = {"name": _("What do you call it?"), "team": _("Whose is it?")}
        help_texts = {"name": _("As it is known in the shop: “Till 2”, “Stock room”.")}
        error_messages = {
            "name": {"required": _("Give it a name that people will recognise.")},
            "team": {
                "required": _("Choose the team that shares it."),
                "invalid_choice": _("Choose one of your teams."),
            },
        }

    def __init__(self, *args: Any, viewer: User, replaces: Device | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._replaces = replaces
        teams = Team.objects.supervised_by(viewer).in_use()
        team = cast("forms.ModelChoiceField[Team]", self.fields["team"])
        team.queryset, team.empty_label = teams, str(_("Choose a team"))
        first_two = teams[:2]
        if len(first_two) == 1:
            team.initial, team.empty_label = first_two[0], None

    def clean_name(self) -> str:
        return normalise(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        others = Device.objects.in_use().filter(team=cleaned.get("team"), name=cleaned.get("name"))
        if self._replaces is not None:
            others = others.exclude(pk=self._replaces.pk)
        if others.exists():
            self.add_error("name", _("The team has one of this name already. Give this one another."))
        return cleaned

    def validate_constraints(self) -> None:
        """`clean` looked: the database's own check would count the device that is about to be replaced."""
