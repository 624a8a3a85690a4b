"""What comes with a tap on “Kept it”."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime

from interactions.clocks import AHEAD
from interactions.forms.fields import WordsField
from interactions.models import Promise


class KeepForm(forms.Form):
    """A word on how, and when it was kept: a device without a connection may send that hours later.

    `kept_at` is ISO 8601 with a zone. What no right clock would say counts as now; nobody could correct it.
    """

    note = WordsField(max_length=300, required=False)
    kept_at = forms.CharField(required=False)

    def __init__(self, *args: Any, promise: Promise, now: datetime) -> None:
        super().__init__(*args)
        self.promise, self.now = promise, now

    def clean_kept_at(self) -> datetime:
        sent = _parsed(self.cleaned_data["kept_at"])
        is_likely = sent is not None and self.promise.made_at - AHEAD <= sent <= self.now + AHEAD
        return min(sent, self.now) if sent is not None and is_likely else self.now


def _parsed(text: str) -> datetime | None:
    try:
        at = parse_datetime(text)
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None
