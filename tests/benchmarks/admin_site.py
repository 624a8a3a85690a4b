"""Django's own admin saving the same encounter: the yardstick for what saving one may cost."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from interactions.models import Encounter

PATH = "bench/admin/"
FORM = {
    "outcome": "sorted",
    "occurred_at_0": "2026-09-01",
    "occurred_at_1": "12:00:00",
    "personal_touches": "[]",
    "confirmed": "[]",
    "reset_taken": "unknown",
}


class _Everybody(admin.AdminSite):
    """An admin for whoever is signed in."""

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_authenticated)


class _EncounterAdmin(admin.ModelAdmin):
    exclude = ("submission", "device_at", "repeat_of")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def save_model(self, request: HttpRequest, obj: Encounter, form: Any, change: bool) -> None:
        obj.occurred_on, obj.occurred_hour = obj.occurred_at.date(), obj.occurred_at.hour
        super().save_model(request, obj, form, change)


site = _Everybody("bench-admin")
site.register(Encounter, _EncounterAdmin)
