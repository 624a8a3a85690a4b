"""The name of a situation, and which ones to fold into another."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from interactions.forms.fields import WordsField
from interactions.models import Situation
from interactions.widgets import ChipCheckbox


class SituationForm(forms.Form):
    """A name that no other situation has, however it is spaced or capitalised."""

    name = WordsField(
        label=_("What do people come about?"),
        max_length=80,
        help_text=_("In a few words, as colleagues say it: “Return without receipt”."),
        error_messages={"required": _("Give it a name that people will recognise when they log.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, situation: Situation | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.situation = situation
        if situation:
            self.initial["name"] = situation.name
            self.fields["name"].label = _("As people see it when they log")
        self.twin: Situation | None = None

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if not any(sign.isalnum() for sign in name):
            raise ValidationError(_("Write it in words; punctuation alone says nothing."))
        self.twin = self._other_called(name)
        if self.twin:
            raise ValidationError(_what_to_say_of(self.twin))
        return name

    def was_taken(self) -> None:
        """Somebody else gave this name away between our look and our save."""
        self.add_error("name", _("Somebody has just added one of this name. Look at the list again."))

    def _other_called(self, name: str) -> Situation | None:
        """Names are few, so they are compared here: databases differ in what they take for capital letters."""
        everything = Situation.objects.select_related("merged_into")
        return next((each for each in everything if each != self.situation and _alike(each.name, name)), None)


class MergeForm(forms.Form):
    """Which situations to fold into `keep`: any that was not folded before."""

    fold = forms.ModelMultipleChoiceField(
        queryset=Situation.objects.none(),
        to_field_name="slug",
        label=_("Which ones mean the same?"),
        widget=ChipCheckbox,
        error_messages={
            "required": _("Choose at least one that means the same."),
            "invalid_choice": _("One of these is not in the list any more. Look at it again."),
            "invalid_pk_value": _("One of these is not in the list any more. Look at it again."),
        },
    )

    def __init__(self, *args: Any, keep: Situation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others: Any = self.fields["fold"]
        others.queryset = Situation.objects.filter(merged_into=None).exclude(pk=keep.pk)


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _what_to_say_of(twin: Situation) -> Any:
    if twin.merged_into:
        return _("“%(name)s” was folded into “%(into)s”, which people can choose.") % {
            "name": twin.name,
            "into": twin.merged_into.name,
        }
    if not twin.is_offered:
        return _("“%(name)s” was there before and is retired. You can bring it back, with its history.") % {
            "name": twin.name
        }
    return _("“%(name)s” is in the list already.") % {"name": twin.name}
