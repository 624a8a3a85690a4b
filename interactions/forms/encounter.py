"""The answers about one encounter, as they are logged and as they are edited."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from interactions.forms.fields import AnyOfField, MinutesField, OneOfField, SituationField, WhenField, WordsField
from interactions.models import Confirmed, Encounter, PersonalTouch, Situation
from interactions.models.encounter import EARLIEST, LONGEST_SECONDS, EncounterQuerySet
from interactions.widgets import ChipCheckbox, ChipRadio, Faces, Segmented
from microconnect.people.models import User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CLOCKS_DIFFER = timedelta(minutes=5)
REPEATS_OFFERED = 8
DESCRIBED_BY = ("public_id", "occurred_at", "customer_name", "greeting", "channel")  # what a choice of the list says
FIRST_TIME = ("", _("No, the first time"))

TYPED = (*Encounter.WORDS, "passed_to", "customer_name", "customer_reference", "concession_reason")
WORDS = forms.Textarea(attrs={"rows": 2, "class": "say"})

NEVER_EMPTY = ("channel", "outcome", "concession", "left_better", "state_before")


def _field_of(stored: models.Field, **kwargs: Any) -> Any:
    """The form field of a model's; five of them offer no empty choice, since choosing nothing says that."""
    if not stored.choices:
        return stored.formfield(**kwargs)
    field: Any = stored.formfield(choices_form_class=OneOfField, **kwargs)
    if stored.name in NEVER_EMPTY:
        field.choices = [choice for choice in field.choices if choice[0] != ""]
    return field


class EncounterForm(forms.ModelForm):
    """One encounter's facts. Only the channel and the outcome must be answered."""

    wait_seconds = MinutesField(label=_("They waited (minutes)"), longest_seconds=LONGEST_SECONDS, required=False)
    handling_seconds = MinutesField(label=_("It took (minutes)"), longest_seconds=LONGEST_SECONDS, required=False)
    personal_touches = AnyOfField(
        label=_("What did you do?"), choices=PersonalTouch, widget=ChipCheckbox, required=False
    )
    confirmed = AnyOfField(label=_("What did they leave with?"), choices=Confirmed, widget=ChipCheckbox, required=False)

    class Meta:
        model = Encounter
        fields = [
            "channel",
            "greeting",
            "feeling_before",
            "feeling_after",
            "outcome",
            "passed_to",
            "empathy",
            "resolution",
            "closing",
            "personal_touches",
            "situation",
            "customer_name",
            "customer_reference",
            "repeat_of",
            "concession",
            "concession_reason",
            "confirmed",
            "left_better",
            "state_before",
            "reset_taken",
            "wait_seconds",
            "handling_seconds",
            "occurred_at",
        ]
        formfield_callback = _field_of
        field_classes = {**dict.fromkeys(TYPED, WordsField), "occurred_at": WhenField, "situation": SituationField}
        error_messages = {
            "channel": {"required": _("Where did you meet? One tap is enough.")},
            "outcome": {"required": _("How did it end? One tap is enough.")},
        }
        widgets = {
            "channel": Segmented,
            **dict.fromkeys(Encounter.WORDS, WORDS),
            "feeling_before": Faces(tone="before"),
            "feeling_after": Faces(tone="after"),
            "outcome": ChipRadio,
            "concession": ChipRadio,
            "left_better": ChipRadio,
            "state_before": ChipRadio,
            "reset_taken": forms.CheckboxInput,
            "occurred_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        }

    def __init__(self, *args: Any, user: User, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.now = user, now
        self.logged_at = self._time_of_logging()
        self._offer_time()
        self._offer_situations()
        self._offer_repeats()

    def clean_occurred_at(self) -> datetime | None:
        """None for a new encounter means just now; it stays None here, so that a retry sends the same."""
        occurred_at: datetime | None = self.cleaned_data["occurred_at"] or self._stored("occurred_at")
        if occurred_at is None:
            return None
        if occurred_at > self.now + CLOCKS_DIFFER:
            raise ValidationError(_("That is still to come. Leave it empty for “just now”."))
        if occurred_at < EARLIEST:
            raise ValidationError(_("That is before the year 2000. Is it a slip of the finger?"))
        return occurred_at

    def clean_reset_taken(self) -> bool | None:
        """An empty tick says something only where somebody said how they were."""
        taken = self.cleaned_data["reset_taken"]
        return bool(taken) if self.data.get(self.add_prefix("state_before")) else taken or None

    def _post_clean(self) -> None:
        """Every rule of the model is a rule of a field above; asking its constraints again would be eleven queries."""

    @property
    def facts(self) -> dict[str, Any]:
        """The validated values for the fields of `Encounter`."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def _time_of_logging(self) -> datetime:
        """When the person pressed Save: now, unless a device kept it for a while."""
        return self.now

    def _stored(self, name: str) -> Any:
        return getattr(self.instance, name) if self.instance.pk else None

    def _offer_time(self) -> None:
        field: Any = self.fields["occurred_at"]
        field.required, field.stored = False, self._stored("occurred_at")

    def _offer_situations(self) -> None:
        offered = Situation.objects.offered(self.logged_at if self.is_bound else None)
        if self.instance.situation_id:
            offered = offered | Situation.objects.filter(pk=self.instance.situation_id)
        field: Any = self.fields["situation"]
        field.empty_label = _("Not said")
        field.queryset = offered

    def _offer_repeats(self) -> None:
        """Any encounter one may see can be named; the latest unsettled ones of one's own are offered."""
        field: Any = self.fields["repeat_of"]
        field.queryset = _others(Encounter.objects.visible_to(self.user), self.instance)
        field.to_field_name = "public_id"
        field.error_messages["invalid_choice"] = _("We can't find that encounter among those you can see.")
        field.widget.choices = cache(self._repeat_choices)

    def _repeat_choices(self) -> list[tuple[str, StrOrPromise]]:
        """Looked up once, when the list is drawn rather than when the form is read."""
        return [FIRST_TIME, *self._recent_unsettled()]

    def _recent_unsettled(self) -> list[tuple[str, str]]:
        offered = dict.fromkeys(unsettled(self.user, but=self.instance))
        if chosen := self._chosen_repeat():
            offered[chosen] = None
        return [(str(encounter.public_id), described(encounter)) for encounter in offered]

    def _chosen_repeat(self) -> Encounter | None:
        """What was sent, or what the page was opened with."""
        sent = getattr(self, "cleaned_data", None)
        return sent.get("repeat_of") if sent is not None else self.initial.get("repeat_of")


def unsettled(user: User, but: Encounter | None = None) -> models.QuerySet[Encounter]:
    """The latest of one's own that were not sorted at once, so that somebody may come back about them."""
    own = Encounter.objects.visible_to(user).filter(person=user).exclude(outcome="sorted")
    return _others(own, but).only(*DESCRIBED_BY).newest_first()[:REPEATS_OFFERED]


def _others(encounters: EncounterQuerySet, but: Encounter | None) -> EncounterQuerySet:
    return encounters.exclude(pk=but.pk) if but and but.pk else encounters


def described(encounter: Encounter) -> str:
    """How a past encounter is called in a list: when, and who or what it was about."""
    about = encounter.customer_name or encounter.greeting[:40] or encounter.get_channel_display()
    return f"{encounter.occurred_at:%d %b} · {about}"
