"""Form fields of our own."""

import re
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from interactions.models import Situation
from microconnect.text import normalise

_MINUTES_AND_SECONDS = re.compile(r"(\d{1,5}):([0-5]\d)")
_MINUTES = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?")
PATTERN = rf"\s*({_MINUTES_AND_SECONDS.pattern}|{_MINUTES.pattern})\s*"  # for browsers too


class MinutesField(forms.CharField):
    """Minutes as people write them ("2", "1.5", "1:30"), read as whole seconds; None when left empty."""

    default_error_messages = {
        "minutes": _("Write minutes, such as 2, 1.5 or 1:30."),
        "too_long": _("That is longer than a day. Is it in minutes?"),
    }

    def __init__(self, *, longest_seconds: int, **kwargs: Any) -> None:
        self.longest_seconds = longest_seconds
        super().__init__(max_length=20, **kwargs)
        self.widget.attrs.setdefault("inputmode", "decimal")
        # What a page without network can say by itself, in the same words.
        self.widget.attrs.setdefault("pattern", PATTERN)
        self.widget.attrs.setdefault("data-wrong", self.error_messages["minutes"])

    def prepare_value(self, value: Any) -> Any:
        """Whole seconds as "m:ss"; what was typed stays as it was typed."""
        return f"{value // 60}:{value % 60:02d}" if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> int | None:
        typed = super().clean(value)
        if not typed:
            return None
        seconds = self._seconds(typed)
        if seconds > self.longest_seconds:
            raise ValidationError(self.error_messages["too_long"], code="too_long")
        return seconds

    def _seconds(self, typed: str) -> int:
        if exact := _MINUTES_AND_SECONDS.fullmatch(typed):
            return int(exact[1]) * 60 + int(exact[2])
        if _MINUTES.fullmatch(typed):
            return round(float(typed.replace(",", ".")) * 60)
        raise ValidationError(self.error_messages["minutes"], code="minutes")


class WhenField(forms.DateTimeField):
    """A time, shown to the minute. Sent back as it was shown, it stays what is `stored`, to the second.

    An hour that a clock change repeats cannot be typed, but what was logged in it can still be edited.
    """

    stored: datetime | None = None

    def to_python(self, value: Any) -> datetime | None:
        is_as_shown = self.stored is not None and value == self.widget.format_value(self.prepare_value(self.stored))
        return self.stored if is_as_shown else super().to_python(value)


class _ListedField(forms.ChoiceField):
    """Some of a list that is the same for everybody: forms share it, where Django would copy every choice for every form."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return forms.Field.__deepcopy__(self, memo)


class OneOfField(_ListedField, forms.TypedChoiceField):
    """One of a list that is the same for everybody."""


class AnyOfField(_ListedField, forms.MultipleChoiceField):
    """Any of a list that is the same for everybody."""


class WordsField(forms.CharField):
    """What somebody typed, in the spelling in which it is stored, so that its length is the stored length.

    NUL is refused beside the field (Django's own validator), since nobody types it.
    """

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        return typed if "\x00" in typed else normalise(typed)


class SituationField(forms.ModelChoiceField):
    """One of the situations that are offered, or one that was folded into such a one since the page was opened.

    What is cleaned is what was sent; which one counts is settled where it is stored. Shown again, it is the one that counts.
    """

    sent: Any = None
    folded: Situation | None = None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """With what a page says of a choice that a draft names and the list no longer has."""
        return {"data-gone": _("As chosen before")}

    def to_python(self, value: Any) -> Situation | None:
        try:
            return super().to_python(value)
        except ValidationError:
            self.sent, self.folded = value, self._folded(value)
            if self.folded is None:
                raise
            return self.folded

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(self.folded.standing if self.folded and value == self.sent else value)

    def _folded(self, value: Any) -> Situation | None:
        """Found by number alone; whatever is none was never offered."""
        if not (isinstance(value, str) and value.isdecimal() and len(value) < 19):
            return None
        offered: Any = self.queryset
        folded = Situation.objects.filter(merged_into__in=offered)
        return folded.select_related("merged_into").filter(pk=value).first()
