"""The form of a scorecard: for each practice whether and how much it counts, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaching.engine.facts import SpeedTargets
from coaching.engine.practices import BY_KEY, PRACTICES
from coaching.engine.scoring import HIGHEST, Scorecard
from coaching.scorecards.checking import problems_in
from coaching.scorecards.models import ScorecardVersion
from interactions.forms.fields import MinutesField, WordsField
from interactions.models import Channel
from interactions.models.encounter import LONGEST_SECONDS

# What the names of fields begin with: "weight_reset", "ear_reset", "wait_ear".
_OF_PRACTICES = ("on", "weight", "critical", "bonus", *Channel.values)
_OF_CHANNELS = ("wait", "handling")


class WholeNumberField(forms.IntegerField):
    """A whole number between two bounds, refused in one sentence whatever is wrong with it."""

    def __init__(self, low: int, high: int, **kwargs: Any) -> None:
        refusal = format_lazy(_("Write a whole number from {low} to {high}."), low=low, high=high)
        errors = dict.fromkeys(("invalid", "min_value", "max_value", "required"), refusal)
        super().__init__(min_value=low, max_value=high, error_messages=errors, **kwargs)
        self.widget.attrs["inputmode"] = "numeric"


class TargetField(MinutesField):
    """Minutes, more than none."""

    default_error_messages = {
        "required": _("Write minutes, such as 2, 1.5 or 1:30."),
        "none": _("Nothing takes no time at all. Write more than 0."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest_seconds=LONGEST_SECONDS, **kwargs)

    def clean(self, value: Any) -> int | None:
        seconds = super().clean(value)
        if seconds == 0:
            raise ValidationError(self.error_messages["none"], code="none")
        return seconds


class ScorecardForm(forms.Form):
    """A scorecard as a form; `scorecard` is what a valid one says."""

    name = WordsField(
        label=_("Its name"), max_length=80, error_messages={"required": _("Give it a name, such as “Winter”.")}
    )
    critical_cap = WholeNumberField(0, HIGHEST, label=_("At most, when a critical one falls under 50"))
    minimum_judged = WholeNumberField(
        1, len(PRACTICES), label=_("Practices that have to answer"), help_text=_("with fewer, there is no score")
    )
    target_low = WholeNumberField(0, HIGHEST, label=_("Teams aim for, at least"))
    target_high = WholeNumberField(0, HIGHEST, label=_("Teams aim for, at most"))
    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for practice in PRACTICES:
            self.fields.update(_fields_of_practice(practice.key))
        for channel in Channel:
            words = {"where": channel.label}
            self.fields[f"wait_{channel}"] = TargetField(label=format_lazy(_("{where}: waiting"), **words))
            self.fields[f"handling_{channel}"] = TargetField(label=format_lazy(_("{where}: until it is done"), **words))

    @classmethod
    def initial_of(cls, version: ScorecardVersion) -> dict[str, Any]:
        """What is in the fields before anybody changes them. One that is off offers the weight it was shipped with."""
        card = version.scorecard
        initial: dict[str, Any] = {
            name: getattr(card, name) for name in ("critical_cap", "minimum_judged", "target_low", "target_high")
        }
        for practice in PRACTICES:
            key = practice.key
            initial |= {
                f"on_{key}": card.weight(key) > 0,
                f"weight_{key}": card.weight(key) or practice.weight,
                f"critical_{key}": key in card.critical,
                f"bonus_{key}": key in card.bonus,
            }
            initial |= {f"{channel}_{key}": card.channels.get(channel, {}).get(key) for channel in Channel}
        for channel in Channel:
            targets = card.targets(channel)
            initial |= {f"wait_{channel}": targets.wait_seconds, f"handling_{channel}": targets.handling_seconds}
        return {**initial, "name": version.name, "edition": version.edition}

    @property
    def scorecard(self) -> Scorecard:
        """Of cleaned fields."""
        values = self.cleaned_data
        ticked = {kind: frozenset(p.key for p in PRACTICES if values[f"{kind}_{p.key}"]) for kind in _TICKED}
        return Scorecard(
            weights=MappingProxyType(
                {p.key: values[f"weight_{p.key}"] or 0 if p.key in ticked["on"] else 0 for p in PRACTICES}
            ),
            bonus=ticked["bonus"],
            critical=ticked["critical"],
            critical_cap=values["critical_cap"],
            minimum_judged=values["minimum_judged"],
            target_low=values["target_low"],
            target_high=values["target_high"],
            speed_targets=MappingProxyType(
                {each.value: SpeedTargets(values[f"wait_{each}"], values[f"handling_{each}"]) for each in Channel}
            ),
            channels=MappingProxyType({each.value: own for each in Channel if (own := self._own_weights(each))}),
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name in self._unknown():
            self.add_error(None, gettext("We don’t know the practice or channel “%(name)s”.") % {"name": name[:40]})
        for practice in PRACTICES:
            name = f"weight_{practice.key}"
            if cleaned.get(f"on_{practice.key}") and name in cleaned and cleaned[name] is None:
                self.add_error(name, self.fields[name].error_messages["required"])
        if not self.errors:
            for problem in problems_in(self.scorecard):
                if problem.blocks:
                    self.add_error(problem.field, problem.text)
        return cleaned

    def _own_weights(self, channel: str) -> MappingProxyType[str, int]:
        own = {practice.key: self.cleaned_data[f"{channel}_{practice.key}"] for practice in PRACTICES}
        return MappingProxyType({key: weight for key, weight in own.items() if weight is not None})

    def _unknown(self) -> Iterator[str]:
        """Sent as if it were a field of a practice or a channel."""
        for name in self.data:
            start, _between, end = name.partition("_")
            is_like_ours = start in {*_OF_PRACTICES, *_OF_CHANNELS} or end in BY_KEY
            if is_like_ours and name not in self.fields:
                yield name


_TICKED = ("on", "bonus", "critical")


def _fields_of_practice(key: str) -> dict[str, forms.Field]:
    """Their labels name the practice: they are read where the field is not in sight."""
    name = _(BY_KEY[key].name)
    labels = {
        f"on_{key}": name,
        f"critical_{key}": format_lazy(_("{practice}, critical"), practice=name),
        f"bonus_{key}": format_lazy(_("{practice}, bonus"), practice=name),
    }
    fields: dict[str, forms.Field] = {
        field: forms.BooleanField(
            required=False, label=label, widget=forms.CheckboxInput({"class": "form-check-input"})
        )
        for field, label in labels.items()
    }
    fields[f"weight_{key}"] = _weight_field(format_lazy(_("{practice}, weight"), practice=name))
    for channel in Channel:
        where = format_lazy(_("{practice}, weight {where}"), practice=name, where=channel.label)
        fields[f"{channel}_{key}"] = _weight_field(where)
    return fields


def _weight_field(label: object) -> WholeNumberField:
    return WholeNumberField(0, HIGHEST, required=False, label=label)
