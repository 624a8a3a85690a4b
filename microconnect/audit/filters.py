"""What the audit page can be narrowed by."""

from datetime import date, timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from microconnect.audit.models import AuditEntry
from microconnect.audit.occurring import occurring
from microconnect.audit.wording import action_name, kind_name
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest
from microconnect.periods import starts_at

_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(9000, 1, 1)  # before and after them, time zones leave the calendar

Choices = list[tuple[str, str]]


def _people(request: SignedInRequest) -> QuerySet[User]:
    return User.objects.visible_to(request.user).order_by("name")


def _kinds() -> Choices:
    return _by_name([(kind, kind_name(kind)) for kind in occurring("target_type")])


def _actions() -> Choices:
    return _by_name([(action, action_name(action)) for action in occurring("action")])


def _by_name(choices: Choices) -> Choices:
    return sorted(choices, key=lambda choice: choice[1])


def _day(label: Any) -> dict[str, Any]:
    return {"label": label, "widget": forms.DateInput(attrs={"type": "date"})}


class AuditFilter(django_filters.FilterSet):
    """Days are those of the viewer's own time zone, both included."""

    person = django_filters.ModelChoiceFilter("actor", queryset=_people, label=_("Who"), empty_label=_("Anybody"))
    kind = django_filters.ChoiceFilter("target_type", choices=_kinds, label=_("About"), empty_label=_("Anything"))
    action = django_filters.ChoiceFilter(choices=_actions, label=_("What was done"), empty_label=_("Everything"))
    since = django_filters.DateFilter(method="from_day", **_day(_("From")))
    until = django_filters.DateFilter(method="to_day", **_day(_("To")))

    class Meta:
        model = AuditEntry
        fields: list[str] = []

    def from_day(self, entries: QuerySet[AuditEntry], name: str, value: date) -> QuerySet[AuditEntry]:
        return entries.filter(at__gte=_starts_at(value))

    def to_day(self, entries: QuerySet[AuditEntry], name: str, value: date) -> QuerySet[AuditEntry]:
        return entries.filter(at__lt=_starts_at(min(value, _LAST_DAY) + timedelta(days=1)))


def _starts_at(day: date) -> Any:
    within = min(max(day, _FIRST_DAY), _LAST_DAY + timedelta(days=1))
    return starts_at(timezone.get_current_timezone_name(), within)
