"""One of many people or teams, in the form that finds encounters: picked while they are few, typed once they are many.

Five thousand names are no choice, neither on a phone nor for the server that writes them. A name that is typed is found
without a script as well; with one, those that fit are offered on the way (`views.names`).
"""

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from microconnect.text import normalise

FEW = 50
OFFERED = 8
_BETWEEN = " · "


class TypedChoice(forms.TextInput):
    """A field for a name. What the address names by its key is shown by its name."""

    template_name = "widgets/typed_choice.html"

    def __init__(self, field: "OneOfMany", **attrs: str) -> None:
        super().__init__({"autocomplete": "off", "placeholder": field.empty_label, **attrs})
        self.field = field

    def format_value(self, value: Any) -> str | None:
        chosen = self.field.named(str(value)) if value else None
        return self.field.said(chosen) if chosen else value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        names = f"{name}-names"
        offering = {
            "list": names,
            "hx-get": reverse("encounters:names", args=[name]),
            "hx-trigger": "input changed delay:250ms",
            "hx-target": f"#{names}",
            "hx-sync": "this:replace",
        }
        return super().get_context(name, value, {**(attrs or {}), **offering})


class OneOfMany(django_filters.fields.ModelChoiceField):
    """Takes a key, as links have it, or what somebody typed: a name, and `apart` where several are called so."""

    default_error_messages = {
        "nobody": _("Nobody is called that here. Type a name, or its beginning and choose."),
        "several": _("Several are called that. Type a little of the name and choose one."),
    }

    def __init__(self, *args: Any, apart: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.apart = apart

    def type_if_many(self) -> None:
        """Ask for a name where all of them would be too long a list."""
        if self.queryset.order_by()[: FEW + 1].count() > FEW:
            self.widget = TypedChoice(self)

    def to_python(self, value: Any) -> Model | None:
        typed = normalise(str(value or "")).strip()
        return (self.named(typed) or self._called(typed)) if typed else None

    def named(self, key: str) -> Model | None:
        try:
            one: Model | None = self.queryset.filter(**{self.to_field_name or "pk": key}).first()
        except (ValueError, OverflowError):
            return None
        return one

    def said(self, one: Model) -> str:
        """As it is offered, and understood when it comes back."""
        return f"{one}{_BETWEEN}{getattr(one, self.apart)}" if self.apart else str(one)

    def offered(self, typed: str) -> list[str]:
        """The first few of those whose name (or what tells them apart) has this in it."""
        words = normalise(typed).strip()
        fits = Q(name__icontains=words) | (Q(**{f"{self.apart}__icontains": words}) if self.apart else Q())
        return [self.said(one) for one in self.queryset.filter(fits)[:OFFERED]] if words else []

    def _called(self, typed: str) -> Model:
        fits = Q(name__iexact=typed)
        if self.apart:
            name, _between, apart = typed.rpartition(_BETWEEN)
            is_so = Q(**{f"{self.apart}__iexact": apart})
            fits |= is_so & Q(name__iexact=name) if name else is_so
        found: list[Model] = list(self.queryset.filter(fits)[:2])
        if len(found) != 1:
            kind = "several" if found else "nobody"
            raise ValidationError(self.error_messages[kind], code=kind)
        return found[0]


class OneOfManyFilter(django_filters.ModelChoiceFilter):
    field_class = OneOfMany
