"""A person's PIN on one device."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from microconnect.devices.models.device import Device
from microconnect.people.models import Membership

TRIES = 5


class DevicePinQuerySet(models.QuerySet["DevicePin"]):
    def usable(self, now: datetime) -> DevicePinQuerySet:
        """Those that `Device.may_be_switched_to` lets through: what the sign-in page shows."""
        here = Membership.objects.current(now).filter(user=OuterRef("user"), team=OuterRef("device__team"))
        return self.filter(Exists(here), user__is_active=True, user__is_administrator=False, device__retired_at=None)

    def take_a_try(self) -> bool:
        """Use up one try of the one PIN that this is; False where none is left.

        One statement, so that of guesses made together no more get through than there are tries.
        """
        return bool(self.filter(tries_left__gte=1).update(tries_left=F("tries_left") - 1))

    def give_all_tries(self) -> None:
        self.update(tries_left=TRIES, locked_at=None)


class DevicePin(models.Model):
    """What somebody types to switch to themselves on one device; after too many wrong tries it is locked."""

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="pins")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="device_pins")
    pin_hash = models.CharField(max_length=128, editable=False)
    tries_left = models.PositiveSmallIntegerField(default=TRIES, editable=False)
    locked_at = models.DateTimeField(null=True, blank=True, editable=False)
    set_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = DevicePinQuerySet.as_manager()

    class Meta:
        ordering = ["user__name", "pk"]
        verbose_name = _("PIN")
        verbose_name_plural = _("PINs")
        constraints = [
            models.UniqueConstraint(fields=["device", "user"], name="one_pin_per_person_and_device"),
            models.CheckConstraint(condition=Q(tries_left__range=(0, TRIES)), name="pin_tries_are_few"),
            models.CheckConstraint(
                condition=Q(locked_at=None) | Q(tries_left=0), name="pin_locked_when_no_try_is_left"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.device}"

    @property
    def is_locked(self) -> bool:
        return self.tries_left == 0

    def is_right(self, digits: str) -> bool:
        """Slow on purpose. Take a try first."""
        return check_password(_peppered(digits), self.pin_hash)


def hash_of_pin(digits: str) -> str:
    """What is kept of a PIN: hashed as passwords are, after the server's own key went in."""
    return make_password(_peppered(digits))


def _peppered(digits: str) -> str:
    """Ten thousand PINs are soon tried by whoever holds the hashes; without SECRET_KEY there is nothing to try."""
    return salted_hmac("microconnect.devices.pin", digits, algorithm="sha256").hexdigest()
