"""Answers as people read them: a choice by its label, a time by the clock on the wall."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import dateformat, timezone
from django.utils.translation import gettext as _

from interactions.forms.encounter import described
from interactions.models import Encounter


def in_words(field: forms.Field, value: Any) -> str:
    """`value`, as the encounter's field of that name stores it, in the words of the form's `field`."""
    if value is None or value in ("", []):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Encounter):
        return described(value)
    if isinstance(value, datetime):
        return dateformat.format(timezone.localtime(value), "D j M, H:i")
    if isinstance(field, forms.ModelChoiceField) or not isinstance(field, forms.ChoiceField):
        return str(field.prepare_value(value) if isinstance(value, int) else value)
    return _labels(field, value if isinstance(value, list) else [value])


def _labels(field: forms.ChoiceField, chosen: list[Any]) -> str:
    labels: dict[Any, Any] = dict(field.choices)  # type: ignore[arg-type]
    return ", ".join(str(labels.get(each, each)) for each in chosen)
