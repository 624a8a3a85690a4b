"""A PIN: choosing one, and showing that one has it."""

from itertools import pairwise
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from microconnect.devices.models import Device, DevicePin

SHORTEST, LONGEST = 4, 8
_STEPS_OF_A_RUN = {0, 1, 9}  # from a digit to the next, modulo 10: the same, one up, one down


def validate_not_obvious(digits: str) -> None:
    """Refuse what is guessed first: 0000, 1234, 4321, 7890."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    if len(steps) == 1 and steps <= _STEPS_OF_A_RUN:
        raise ValidationError(_("That one is guessed first. Mix the digits a little more."), code="obvious")


class PinField(forms.CharField):
    """Digits, hidden as they are typed. It calls itself a one-time code so that no browser offers to keep it."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
            "pattern": f"[0-9]{{{SHORTEST},{LONGEST}}}",
            "minlength": SHORTEST,
            "class": "pin",
        }
        super().__init__(
            max_length=LONGEST,
            widget=forms.PasswordInput(attrs=attrs),
            validators=[RegexValidator(rf"\A[0-9]{{{SHORTEST},{LONGEST}}}\Z", _("Four to eight digits, please."))],
            **kwargs,
        )
        self.error_messages["max_length"] = _("Four to eight digits, please.")


class ChoosePinForm(forms.Form):
    """A new PIN, typed twice."""

    pin = PinField(
        label=_("PIN"),
        help_text=_("Four to eight digits. Not the ones of your bank card."),
        error_messages={"required": _("Type four to eight digits.")},
    )
    again = PinField(label=_("The same once more"), error_messages={"required": _("Type them once more.")})

    def clean_pin(self) -> str:
        pin: str = self.cleaned_data["pin"]
        validate_not_obvious(pin)
        return pin

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        pin, again = cleaned.get("pin"), cleaned.get("again")
        if pin and again and pin != again:
            self.add_error("again", _("These two are not the same. Try once more."))
        return cleaned


class SwitchForm(forms.Form):
    """Who one is, of those with a PIN on `device`, and the PIN. Without a device there is nobody to choose."""

    person = forms.ModelChoiceField(DevicePin.objects.none())
    pin = PinField()

    def __init__(self, *args: Any, device: Device | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if device is not None:
            choices = DevicePin.objects.filter(device=device).select_related("user", "device")
            cast("forms.ModelChoiceField[DevicePin]", self.fields["person"]).queryset = choices
