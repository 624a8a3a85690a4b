"""The log screen: an encounter, in which team, and what was promised."""

import uuid
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interactions.clocks import corrected
from interactions.forms.encounter import FIRST_TIME, EncounterForm
from interactions.forms.fields import OneOfField, WordsField
from interactions.models import Channel, Situation
from interactions.models.encounter import EARLIEST
from interactions.services import PromiseDraft
from interactions.widgets import ChipRadio
from microconnect.people.models import Team, User
from microconnect.periods import week_of

if TYPE_CHECKING:
    from django.http import QueryDict

FURTHEST_PROMISE = FURTHEST_CLOCK = timedelta(days=366)
FURTHEST_OFFSET_MS = 100 * 366 * 24 * 60 * 60 * 1000
END_OF_DAY = time(23, 59)


class PromiseBy(models.TextChoices):
    """By when: the day's end, in the team's time."""

    NONE = "", _("No")
    TODAY = "today", _("Today")
    TOMORROW = "tomorrow", _("Tomorrow")
    THIS_WEEK = "this_week", _("This week")
    PICK = "pick", _("Pick a time")


class LogForm(EncounterForm):
    """What the log screen sends. `public_id` is made with the page, so that sending twice stores once.

    A device may have kept it for hours. What counts is when it was saved there: the teams one was in then, the
    situations that could be chosen then, and the day from which "tomorrow" is told.
    """

    public_id = forms.UUIDField(widget=forms.HiddenInput)
    device_at = forms.DateTimeField(widget=forms.HiddenInput, required=False)
    clock_offset_ms = forms.IntegerField(widget=forms.HiddenInput, required=False)
    team = forms.ModelChoiceField(
        queryset=Team.objects.none(), label=_("Which team?"), to_field_name="slug", empty_label=None
    )
    promise_by = OneOfField(label=_("Did you promise anything?"), choices=PromiseBy, widget=ChipRadio, required=False)
    promise_what = WordsField(label=_("What did you promise?"), max_length=200, required=False)
    promise_due_at = forms.DateTimeField(
        label=_("By when?"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_teams()
        if not self.is_bound:
            self.initial.setdefault("public_id", uuid.uuid4())
            self.initial.setdefault("promise_by", PromiseBy.NONE)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("promise_by") or cleaned.get("promise_what"):
            self._clean_promise(cleaned)
        else:
            cleaned["promise_due_at"] = None  # a time that was picked before "No" promises nothing
        return cleaned

    @property
    def promises(self) -> list[PromiseDraft]:
        due_at = self.cleaned_data.get("promise_due_at")
        return [PromiseDraft(self.cleaned_data["promise_what"], due_at)] if due_at else []

    def renew_public_id(self) -> None:
        """Let what was typed be sent again as an encounter of its own."""
        sent = cast("QueryDict", self.data).copy()
        sent["public_id"] = str(uuid.uuid4())
        self.data = sent

    def _time_of_logging(self) -> datetime:
        return corrected(self._sent_alone("device_at"), self._sent_alone("clock_offset_ms"), self.now)

    def _sent_alone(self, name: str) -> Any:
        """One sent value before the form is clean, since what is offered depends on it; None where it says nothing."""
        if not self.is_bound:
            return None
        try:
            return self.fields[name].clean(self.data.get(self.add_prefix(name)))
        except ValidationError:
            return None

    def _offer_teams(self) -> None:
        self.teams = self._teams()
        field: Any = self.fields["team"]
        field.queryset = Team.objects.filter(pk__in=[team.pk for team in self.teams])
        field.error_messages["invalid_choice"] = _("You are not in that team now. Choose one of yours.")
        if len(self.teams) == 1:
            field.required, field.widget = False, forms.HiddenInput()
            self.initial.setdefault("team", self.teams[0].slug)

    def _teams(self) -> list[Team]:
        """Those of today, and for what a device kept also those of the time it was saved there."""
        if self.logged_at == self.now:
            return self.user.teams_now
        return list({team.pk: team for team in [*self.user.teams_at(self.logged_at), *self.user.teams_now]}.values())

    def clean_device_at(self) -> datetime | None:
        """What the device's clock said; a time that no clock says is left out, since nobody could correct it."""
        device_at: datetime | None = self.cleaned_data["device_at"]
        is_likely = device_at is not None and EARLIEST <= device_at <= self.now + FURTHEST_CLOCK
        return device_at if is_likely else None

    def clean_clock_offset_ms(self) -> int | None:
        offset: int | None = self.cleaned_data["clock_offset_ms"]
        return offset if offset is not None and abs(offset) <= FURTHEST_OFFSET_MS else None

    def clean_team(self) -> Team:
        if not self.teams:
            raise ValidationError(_("You are not in a team, so there is nowhere to log. An administrator can add you."))
        return self.cleaned_data["team"] or self.teams[0]

    def _clean_promise(self, cleaned: dict[str, Any]) -> None:
        chosen = PromiseBy(cleaned.get("promise_by") or PromiseBy.PICK)
        occurred_at = cleaned.get("occurred_at") or self.logged_at
        due_at = cleaned.get("promise_due_at") if chosen == PromiseBy.PICK else _end_of(chosen, self.logged_at)
        cleaned["promise_due_at"] = due_at
        if due_at is None and "promise_due_at" not in self.errors:
            self.add_error("promise_due_at", _("By when did you promise it?"))
        elif due_at is not None and due_at < occurred_at:
            self.add_error("promise_due_at", _("That is before you met. By when did you promise it?"))
        elif due_at is not None and due_at > self.now + FURTHEST_PROMISE:
            self.add_error("promise_due_at", _("That is more than a year away. Is the year right?"))


class EmptyLogForm(LogForm):
    """The log screen with nobody in it: a device keeps it to show without network, and fills in whose it is."""

    def __init__(self, *, now: datetime) -> None:
        super().__init__(user=User(is_active=False), now=now, initial={"public_id": "", "channel": Channel.FACE})

    def _teams(self) -> list[Team]:
        return []

    def _offer_situations(self) -> None:
        field: Any = self.fields["situation"]
        field.empty_label, field.queryset = _("Not said"), Situation.objects.none()

    def _repeat_choices(self) -> list[tuple[str, Any]]:
        return [FIRST_TIME]


def _end_of(chosen: PromiseBy, now: datetime) -> datetime:
    """The end of the day that `chosen` names, in the current time zone."""
    today = timezone.localdate(now)
    days: dict[str, date] = {
        PromiseBy.TODAY: today,
        PromiseBy.TOMORROW: today + timedelta(days=1),
        PromiseBy.THIS_WEEK: week_of(today).last_day,
    }
    return timezone.make_aware(datetime.combine(days[chosen], END_OF_DAY))
