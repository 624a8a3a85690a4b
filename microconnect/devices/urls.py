"""Addresses of a shared tablet, all under /accounts/."""

from django.urls import path

from microconnect.devices.views.devices import devices, retire
from microconnect.devices.views.pin import pin, remove
from microconnect.devices.views.switch import switch

app_name = "devices"
urlpatterns = [
    path("devices/", devices, name="list"),
    path("devices/<uuid:public_id>/retire/", retire, name="retire"),
    path("pin/", pin, name="pin"),
    path("pin/remove/", remove, name="remove_pin"),
    path("switch/", switch, name="switch"),
]
