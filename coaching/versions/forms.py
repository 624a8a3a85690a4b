"""Forms of looking before publishing, and of publishing."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coaching.versions.models import LONGEST_WHY
from interactions.forms.fields import WordsField
from interactions.widgets import ChipRadio

FURTHEST_BACK = timedelta(days=3 * 366)
WEEKS = [(4, _("the last 4 weeks")), (13, _("the last 13 weeks"))]


class LookForm(forms.Form):
    """How far back to look."""

    weeks = forms.TypedChoiceField(label=_("Hold it against"), choices=WEEKS, coerce=int, widget=ChipRadio, initial=4)


class PublishForm(forms.Form):
    """Why, and from which day on encounters are scored again."""

    why = WordsField(
        label=_("Why?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence. People read it with what changed."),
        error_messages={"required": _("Say why in a sentence. People will read it.")},
    )
    counts = forms.ChoiceField(
        label=_("What does it count for?"),
        choices=[
            ("new", _("encounters logged from now on")),
            ("again", _("also those since a day you choose")),
        ],
        widget=ChipRadio,
        initial="new",
    )
    counts_from = forms.DateField(
        label=_("Score again from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Only where you chose a day. What was scored before stays readable beside it."),
    )
    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("counts") != "again":
            return {**cleaned, "counts_from": None}
        day = cleaned.get("counts_from")
        if day is None and "counts_from" not in self.errors:
            self.add_error("counts_from", _("Choose the first day."))
        elif day and day > self._today:
            self.add_error("counts_from", _("That day has not come yet. Choose today or an earlier one."))
        elif day and day < self._today - FURTHEST_BACK:
            self.add_error("counts_from", _("Choose a day within the last three years."))
        return cleaned
