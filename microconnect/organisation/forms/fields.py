"""Fields that several of the forms have."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from microconnect.organisation.identity import LONGEST_EMAIL, LONGEST_NAME, clean_email, clean_name
from microconnect.people.models import Team

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


class Segmented(forms.RadioSelect):
    """A few choices side by side, one of them always visibly chosen."""

    template_name = "widgets/segmented.html"


class ChipRadio(forms.RadioSelect):
    """One of several, as chips that wrap."""

    template_name = "widgets/chips.html"


class NameField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Name"))
        super().__init__(error_messages={"required": _("Write the name that colleagues call them by.")}, **kwargs)
        self.widget.attrs |= {"maxlength": LONGEST_NAME, "autocomplete": "off"}

    def clean(self, value: Any) -> str:
        return clean_name(super().clean(value))


class AddressField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("E-mail"))
        super().__init__(error_messages={"required": _("Write the address that the invitation goes to.")}, **kwargs)
        self.widget = forms.EmailInput(attrs={"maxlength": LONGEST_EMAIL, "autocomplete": "off"})

    def clean(self, value: Any) -> str:
        return clean_email(super().clean(value))


class DayField(forms.DateField):
    """A day of this century, as the browser's calendar gives it."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "date", "min": FIRST_DAY.isoformat(), "max": LAST_DAY.isoformat()}
        super().__init__(
            widget=forms.DateInput(attrs=attrs, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d"],
            error_messages={"required": _("Choose a day."), "invalid": _("Write the day as 2026-03-01.")},
            **kwargs,
        )

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise ValidationError(_("Choose a day of this century."), code="far")
        return day


class TeamField(forms.ModelChoiceField):
    """One of the teams that people may join."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", _("Choose a team"))
        super().__init__(
            Team.objects.in_use(),
            label=kwargs.pop("label", _("Team")),
            error_messages={"required": _("Choose a team."), "invalid_choice": _("Choose one of the teams.")},
            **kwargs,
        )
