"""What a list is narrowed by, said in words, each with the address that leaves it out."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coaching.encounters.filters import EncounterFilter


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the address: "By phone", and the list without it."""

    label: str
    url_without: str


def conditions_of(narrowed: EncounterFilter, address: QueryDict) -> list[Condition]:
    """The conditions that hold, in the order of the form. Needs a valid filter."""
    return [
        Condition(_said(name, value, narrowed.form.fields[name]), _without(address, name))
        for name, value in narrowed.sent.items()
    ]


def _said(name: str, value: Any, field: forms.Field) -> str:
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        value = dict(field.choices).get(value, value)  # type: ignore[arg-type]
    sentences = {
        "q": _("“%(value)s”"),
        "below": _("below %(value)s"),
        "since": _("from %(value)s"),
        "until": _("to %(value)s"),
        "promises": _("promises: %(value)s"),
    }
    shown = date_format(value, "j M") if name in {"since", "until"} else value
    return sentences.get(name, "%(value)s") % {"value": shown}


def _without(address: QueryDict, name: str) -> str:
    rest = address.copy()
    for gone in (name, "before", "after"):
        rest.pop(gone, None)
    return f"?{rest.urlencode()}"
