"""Forms around a shared device."""

from microconnect.devices.forms.pin import ChoosePinForm, SwitchForm
from microconnect.devices.forms.register import RegisterForm

__all__ = ["ChoosePinForm", "RegisterForm", "SwitchForm"]
