"""Registering devices, and PINs on them."""

from microconnect.devices.services.pins import remove_pin, set_pin
from microconnect.devices.services.registering import register_device, retire_device
from microconnect.devices.services.switching import PinLocked, person_with_pin

__all__ = ["PinLocked", "person_with_pin", "register_device", "remove_pin", "retire_device", "set_pin"]
