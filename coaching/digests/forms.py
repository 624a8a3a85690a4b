"""Which weekly mails one wants."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from microconnect.notices.models import MailKind


class WeeklyForm(forms.Form):
    """A switch for each kind; that of the teams only for those who have teams to look after."""

    own = forms.BooleanField(
        label=_("Send me my own week"),
        required=False,
        widget=forms.CheckboxInput({"aria-describedby": "own-says"}),
    )
    teams = forms.BooleanField(
        label=_("Send me my teams’ week"),
        required=False,
        widget=forms.CheckboxInput({"aria-describedby": "teams-says"}),
    )

    def __init__(self, *args: Any, has_teams: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_teams:
            del self.fields["teams"]

    @property
    def wishes(self) -> dict[MailKind, bool]:
        """What was chosen of what was there to choose."""
        return {MailKind(name): wanted for name, wanted in self.cleaned_data.items()}
