"""Changing an encounter."""

from typing import Any

from django import forms

from interactions.forms.encounter import EncounterForm


class EditForm(EncounterForm):
    """The facts again, and the revision that the person was looking at."""

    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["revision"] = self.instance.revision
        self.initial["repeat_of"] = self.instance.repeat_of
