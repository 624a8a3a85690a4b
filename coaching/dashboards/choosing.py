"""The form behind a dashboard's address: what is asked for, or what is wrong with it in words."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from coaching.dashboards.choices import Choice, Comparison, choice_from
from interactions.models import Situation
from microconnect.people.models import Team, User
from microconnect.periods import week_of

MOST_WEEKS = 104  # two years: more would be lines without a difference to see
EARLIEST = date(2000, 1, 1)


class SituationField(forms.ModelChoiceField):
    """One that was folded into another is read and shown as that one: an old address goes on working."""

    found: Situation | None = None  # for an old address

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(value if isinstance(value, Situation) else self.found or value)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError as unknown:
            folded = _folded(value) if unknown.code == "invalid_choice" else None
            if folded is None:
                raise
            self.found = folded.standing
            return self.found


class ChoiceForm(forms.Form):
    """What the chips leave: situation, person, days and comparison. Empty fields are the usual ones.

    A page asks for what it is narrowed by, and hands on the rest. What is wrong is always asked for, beside its words.
    """

    asks: tuple[str, ...] = ("situation", "person", "since", "until", "compare")

    situation = SituationField(
        label=_("Situation"),
        queryset=Situation.objects.filter(merged_into=None),
        to_field_name="slug",
        empty_label=_("All situations"),
        required=False,
        error_messages={"invalid_choice": _("That situation is not on the list. Choose one, or all of them.")},
    )
    person = forms.ModelChoiceField(
        label=_("Person"),
        queryset=User.objects.none(),
        empty_label=_("Everybody"),
        required=False,
        error_messages={
            "invalid_choice": _("Nobody by that number has been in this team. Choose somebody, or everybody.")
        },
    )
    since = forms.DateField(label=_("From the week of"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("To the week of"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    compare = forms.ChoiceField(label=_("Compared with"), choices=Comparison.choices, required=False)

    def __init__(self, data: QueryDict, *, team: Team, today: date) -> None:
        super().__init__(data)
        self.today = today
        self.usual = choice_from(data, today)
        people = User.objects.get_queryset().filter(memberships__team=team).distinct()
        self.fields["person"].queryset = people.order_by("name", "pk")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        for name, day in (("since", since), ("until", until)):
            if day and not EARLIEST <= day <= week_of(self.today).last_day:
                self.add_error(name, _("Choose a day between 2000 and the end of this week."))
        if since and not self.errors:
            self._check_length(since, until or self.today)
        return cleaned

    def choice(self) -> Choice:
        """What is asked for; the usual one where that cannot be shown."""
        if not self.is_valid():
            return self.usual
        asked = self.cleaned_data
        choice = replace(
            self.usual,
            situation=asked["situation"],
            person=asked["person"],
            comparison=Comparison(asked["compare"] or Comparison.BEFORE),
        )
        if not (asked["since"] or asked["until"]):
            return choice
        last = week_of(asked["until"] or self.today)
        first = week_of(asked["since"]) if asked["since"] else None
        weeks = (last.end - first.start).days // 7 if first else choice.weeks
        return replace(choice, weeks=weeks, last=None if self.today in last else last.start)

    def kept(self) -> dict[str, str]:
        """What the chips say, for the form to hand on."""
        return self.usual.query()

    @property
    def asked(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.asks or field.errors]

    @property
    def handed_on(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.asks and not field.errors and field.value()]

    def _check_length(self, since: date, until: date) -> None:
        if since > until:
            raise ValidationError({"until": _("The last day comes before the first. Swap the two.")})
        if (until - since).days > 7 * MOST_WEEKS:
            raise ValidationError({"since": _("Choose two years at most; more does not fit a page.")})


def _folded(slug: Any) -> Situation | None:
    return Situation.objects.exclude(merged_into=None).select_related("merged_into").filter(slug=str(slug)).first()
