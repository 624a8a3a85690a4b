"""What the list of encounters can be narrowed by. The names are those of the links that dashboards make."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaching.engine.practices import PRACTICES
from interactions.models import Channel, Encounter, Promise, Situation
from microconnect.people.models import Team, User
from microconnect.people.requests import SignedInRequest
from microconnect.text import normalise


def _practices() -> list[tuple[str, str]]:
    return [(practice.key, gettext(practice.name)) for practice in PRACTICES]


def _people(request: SignedInRequest) -> QuerySet[User]:
    return User.objects.visible_to(request.user).order_by("name")


def _teams(request: SignedInRequest) -> QuerySet[Team]:
    return Team.objects.visible_to(request.user)


def _day(label: Any) -> dict[str, Any]:
    return {"label": label, "widget": forms.DateInput(attrs={"type": "date"})}


class EncounterFilter(django_filters.FilterSet):
    """`practice` alone keeps the encounters in which it was judged; with `below`, those where it scored less."""

    q = django_filters.CharFilter(method="with_words", label=_("Words"), max_length=200)
    person = django_filters.ModelChoiceFilter(queryset=_people, label=_("Person"), empty_label=_("Everybody"))
    team = django_filters.ModelChoiceFilter(
        queryset=_teams, label=_("Team"), to_field_name="slug", empty_label=_("All teams")
    )
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
    since = django_filters.DateFilter("occurred_on", "gte", **_day(_("From")))
    until = django_filters.DateFilter("occurred_on", "lte", **_day(_("To")))
    promises = django_filters.ChoiceFilter(
        choices=[("open", _("Open")), ("overdue", _("Overdue"))],
        method="with_promises",
        label=_("Promises"),
        empty_label=_("With or without"),
    )

    class Meta:
        model = Encounter
        fields: list[str] = []

    def with_words(self, encounters: QuerySet[Encounter], name: str, value: str) -> QuerySet[Encounter]:
        words = normalise(value)
        found = Q(customer_name__icontains=words) | Q(customer_reference__icontains=words)
        for field in Encounter.WORDS:
            found |= Q(**{f"{field}__icontains": words})
        return encounters.filter(found)

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
