"""What the list of encounters can be narrowed by. The names are those of the links that dashboards make."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaching.encounters.choosing import OneOfMany, OneOfManyFilter
from coaching.engine.practices import PRACTICES
from interactions.models import Channel, Encounter, Promise, Situation
from interactions.models.encounter import EncounterQuerySet
from microconnect.people.models import Team, User
from microconnect.people.requests import SignedInRequest
from microconnect.text import normalise


def _practices() -> list[tuple[str, str]]:
    return [(practice.key, gettext(practice.name)) for practice in PRACTICES]


def _people(request: SignedInRequest) -> QuerySet[User]:
    return User.objects.visible_to(request.user).order_by("name")


def _teams(request: SignedInRequest) -> QuerySet[Team]:
    return Team.objects.visible_to(request.user)


# Clocks on earth are up to 14 hours ahead of UTC and up to 12 behind.
_AHEAD, _BEHIND, _A_DAY = timedelta(hours=14), timedelta(hours=12), timedelta(days=1)


def _day(label: Any) -> dict[str, Any]:
    return {"label": label, "widget": forms.DateInput(attrs={"type": "date"})}


class EncounterFilter(django_filters.FilterSet):
    """`practice` alone keeps the encounters in which it was judged; with `below`, those where it scored less."""

    q = django_filters.CharFilter(method="with_words", label=_("Words"), max_length=200)
    person = OneOfManyFilter(queryset=_people, apart="email", label=_("Person"), empty_label=_("Everybody"))
    team = OneOfManyFilter(queryset=_teams, label=_("Team"), to_field_name="slug", empty_label=_("All teams"))
    channel = django_filters.ChoiceFilter(choices=Channel.choices, label=_("Channel"), empty_label=_("All channels"))
    situation = django_filters.ModelChoiceFilter(
        queryset=Situation.objects.filter(merged_into=None),
        label=_("Situation"),
        to_field_name="slug",
        empty_label=_("All situations"),
    )
    practice = django_filters.ChoiceFilter(
        choices=_practices, method="with_practice", label=_("Practice"), empty_label=_("Any practice")
    )
    below = django_filters.NumberFilter(
        method="with_practice_below", label=_("Scored below"), min_value=1, max_value=101
    )
    since = django_filters.DateFilter(method="with_since", **_day(_("From")))
    until = django_filters.DateFilter(method="with_until", **_day(_("To")))
    promises = django_filters.ChoiceFilter(
        choices=[("open", _("Open")), ("overdue", _("Overdue"))],
        method="with_promises",
        label=_("Promises"),
        empty_label=_("Either way"),
    )

    class Meta:
        model = Encounter
        fields: list[str] = []

    @property
    def sent(self) -> dict[str, Any]:
        """The conditions that hold, in the order of the form. Needs a valid filter."""
        return {name: value for name, value in self.form.cleaned_data.items() if value not in {None, ""}}

    def address(self, address: QueryDict) -> QueryDict:
        """The same with keys in place of names that were typed: what links say, and what can be kept."""
        keyed = address.copy()
        for name, chosen in self.sent.items():
            if isinstance(field := self.form.fields[name], OneOfMany):
                keyed[name] = str(getattr(chosen, field.to_field_name or "pk"))
        return keyed

    def ask_for_names(self) -> None:
        """Before the form is shown: where there are too many to choose from, a name is typed."""
        for field in self.form.fields.values():
            if isinstance(field, OneOfMany):
                field.type_if_many()

    def narrow(self, encounters: EncounterQuerySet, *, by: Collection[str]) -> EncounterQuerySet:
        """Narrowed by those of the conditions that are named."""
        for name, value in self.sent.items():
            if name in by:
                encounters = self.filters[name].filter(encounters, value)
        return encounters

    def with_words(self, encounters: EncounterQuerySet, name: str, value: str) -> EncounterQuerySet:
        return encounters.with_words(normalise(value))

    # A day is the team's own. The hours around it are what the order of the list is found by; the day then decides.

    def with_since(self, encounters: EncounterQuerySet, name: str, value: date) -> EncounterQuerySet:
        return encounters.filter(occurred_on__gte=value, occurred_at__gte=_midnight(value) - _AHEAD)

    def with_until(self, encounters: EncounterQuerySet, name: str, value: date) -> EncounterQuerySet:
        return encounters.filter(occurred_on__lte=value, occurred_at__lt=_midnight(value) + _A_DAY + _BEHIND)

    def with_practice(self, encounters: QuerySet[Encounter], name: str, value: str) -> QuerySet[Encounter]:
        return encounters.filter(assessment__scores__has_key=value)

    def with_practice_below(self, encounters: QuerySet[Encounter], name: str, value: Any) -> QuerySet[Encounter]:
        practice = self.form.cleaned_data.get("practice")
        field = f"assessment__scores__{practice}__lt" if practice else "assessment__score__lt"
        return encounters.filter(**{field: float(value)})

    def with_promises(self, encounters: QuerySet[Encounter], name: str, value: str) -> QuerySet[Encounter]:
        now = timezone.now()
        wanted = Promise.objects.overdue(now) if value == "overdue" else Promise.objects.open()
        return encounters.filter(pk__in=wanted.values("encounter"))


def _midnight(day: date) -> datetime:
    """Its beginning in UTC. Days so far off that a clock could not show the hours around them are as good as nearer ones."""
    return datetime.combine(min(max(day, date(2, 1, 1)), date(9998, 12, 31)), time(), UTC)
