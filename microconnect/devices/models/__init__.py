"""The tablets that a team shares, and who may switch to themselves on them by a PIN."""

from microconnect.devices.models.device import Device
from microconnect.devices.models.pin import TRIES, DevicePin

__all__ = ["TRIES", "Device", "DevicePin"]
