"""Which weekly mails one wants."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from microconnect.notices.models import MailKind


class WeeklyForm(forms.Form):
    """A switch for each kind; that of the teams only for those who have teams to look after."""

    own = forms.BooleanField(
        label=_("My own week"),
        help_text=_("What you logged, what landed, one thing to try, and what you promised."),
        required=False,
    )
    teams = forms.BooleanField(
        label=_("My teams’ week"),
        help_text=_("What changed and how sure that is, promises that wait, and one thing to talk about."),
        required=False,
    )

    def __init__(self, *args: Any, has_teams: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_teams:
            del self.fields["teams"]

    @property
    def wishes(self) -> dict[MailKind, bool]:
        """What was chosen of what was there to choose."""
        return {MailKind(name): wanted for name, wanted in self.cleaned_data.items()}
