"""Changing an encounter."""

from typing import TYPE_CHECKING, Any, cast

from django import forms

from interactions.forms.encounter import EncounterForm
from interactions.forms.in_words import in_words
from interactions.models import Encounter, Situation

if TYPE_CHECKING:
    from django.http import QueryDict

# The folded parts of the page, with what opens them. The time is always there, so it opens nothing.
PHASES = {
    "words": ("empathy", "resolution", "closing", "personal_touches"),
    "who": ("situation", "customer_name", "customer_reference", "repeat_of", "left_better"),
    "gave": ("passed_to", "concession", "concession_reason", "confirmed"),
    "you": ("state_before", "reset_taken", "wait_seconds", "handling_seconds"),
}


class EditForm(EncounterForm):
    """The facts again, and the revision that the person was looking at.

    `take` names the answers for which what is stored is to stay: it stands beside each one that another device changed.
    """

    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["revision"] = self.instance.revision
        self.initial["repeat_of"] = self.instance.repeat_of
        self.elsewhere: list[forms.BoundField] = []
        if self.is_bound and "take" in self.data:
            self._take_what_is_stored()

    def clean_situation(self) -> Situation | None:
        """The one that counts, so that nothing differs from what is stored but what somebody changed."""
        situation: Situation | None = self.cleaned_data["situation"]
        return situation and situation.standing

    @property
    def opened(self) -> dict[str, bool]:
        """Which phases are not folded: those that hold an answer, or one that differs from what is stored."""
        differing = {field.name for field in self.elsewhere}
        opened = {
            phase: any(self[name].value() or name in differing for name in names) for phase, names in PHASES.items()
        }
        return {**opened, "you": opened["you"] or "occurred_at" in differing}

    def show_elsewhere(self, stored: Encounter) -> bool:
        """Say beside each answer that differs what is `stored` now; saving again then replaces that, knowingly.

        Returns whether there is any: where all answers are the same, they are saved already.
        """
        for name, own in self.facts.items():
            theirs = getattr(stored, name)
            if not _is_same(own, theirs):
                field: Any = self.fields[name]
                field.elsewhere = in_words(field, theirs)
                field.widget.attrs["aria-describedby"] = f"{self[name].auto_id}_elsewhere"
                self.elsewhere.append(self[name])
        sent = self._sent()
        sent["revision"] = str(stored.revision)
        self.data = sent
        return bool(self.elsewhere)

    def _take_what_is_stored(self) -> None:
        sent = self._sent()
        for name in set(sent.getlist("take")) & set(self.Meta.fields):
            sent.setlist(name, _as_sent(self[name]))
        self.data = sent

    def _sent(self) -> "QueryDict":
        return cast("QueryDict", self.data).copy()


def _is_same(own: Any, theirs: Any) -> bool:
    """Ticks are the same in whatever order they were stored."""
    return sorted(own) == sorted(theirs) if isinstance(own, list) else own == theirs


def _as_sent(field: forms.BoundField) -> list[str]:
    """What a browser would send if the page were opened now and this answer left alone."""
    stored = field.field.prepare_value(field.initial)
    if isinstance(field.field.widget, forms.CheckboxInput):
        return ["on"] if stored else []
    shown = field.field.widget.format_value(stored)
    return shown if isinstance(shown, list) else [shown or ""]
