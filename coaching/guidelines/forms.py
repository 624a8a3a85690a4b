"""Forms of the guidelines: writing one, and greetings to hold against them."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from coaching.engine.guidelines import Guideline, is_met_by, words_of
from coaching.guidelines.models import (
    IN_BOUNDS,
    LONGEST_PHRASE,
    MOST_EXAMPLES,
    MOST_PHRASES,
    GreetingGuideline,
    Match,
    Strength,
    TrickyCase,
    lines_of,
)
from coaching.guidelines.pattern_errors import pattern_errors
from interactions.forms.fields import WordsField
from interactions.models import Channel
from interactions.models.encounter import LONGEST_WORDS
from interactions.widgets import ChipCheckbox, ChipRadio, Segmented
from microconnect.people.models import Team

_PATTERN_SIGNS = frozenset("()|?*#")
LONGEST_LIST = 20_000  # greetings tried together
SAMPLES = _("Hey Tom, how did the exam go?\nWhat can I get you lot today?")


def validate_has_words(text: str) -> None:
    """Refuse what holds nothing but punctuation."""
    if not words_of(text):
        raise ValidationError(_("Write it in words; punctuation alone says nothing."), code="wordless")


class PhrasesField(WordsField):
    """Phrases, one to a line. Blank lines and repetitions are dropped; what stays has a word in it."""

    default_error_messages = {
        "required": _("Write at least one word or phrase to look for."),
        "wordless": _("“%(phrase)s” has no words to look for. Write a word, or take the line out."),
        "too_long": _("“%(phrase)s…” is too long to be said twice. Keep to %(most)d characters."),
        "too_many": _("That is %(count)d phrases. Make two guidelines of more than %(most)d."),
    }

    def clean(self, value: Any) -> str:
        phrases = _distinct(super().clean(value).splitlines())
        for phrase in phrases:
            self._check(phrase)
        if len(phrases) > MOST_PHRASES:
            raise self._error("too_many", count=len(phrases), most=MOST_PHRASES)
        return "\n".join(phrases)

    def _check(self, phrase: str) -> None:
        if not words_of(phrase):
            raise self._error("wordless", phrase=phrase[:40])
        if len(phrase) > LONGEST_PHRASE:
            raise self._error("too_long", phrase=phrase[:40], most=LONGEST_PHRASE)

    def _error(self, code: str, **params: object) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)


class ExamplesField(WordsField):
    """Greetings, one to a line, at least one."""

    default_error_messages = {
        "required": _("Write at least one, so that everybody sees what is meant."),
        "too_many": _("That is %(count)d greetings. %(most)d say it as well."),
    }

    def clean(self, value: Any) -> str:
        lines = lines_of(super().clean(value))
        if len(lines) > MOST_EXAMPLES:
            params = {"count": len(lines), "most": MOST_EXAMPLES}
            raise ValidationError(self.error_messages["too_many"], code="too_many", params=params)
        return "\n".join(lines)


class GuidelineForm(forms.ModelForm):
    """Write or change one guideline."""

    channels = forms.MultipleChoiceField(
        label=_("Channels"),
        choices=Channel,
        widget=ChipCheckbox,
        required=False,
        help_text=_("None chosen: all channels."),
        error_messages={"invalid_choice": _("We don't know the channel “%(value)s”.")},
    )

    class Meta:
        model = GreetingGuideline
        fields = [
            "title",
            "strength",
            "phrases",
            "match",
            "is_script",
            "matching_examples",
            "other_examples",
            "reason",
            "suggestion",
            "teams",
            "channels",
            "active_from",
            "active_until",
        ]
        field_classes = {
            "title": WordsField,
            "phrases": PhrasesField,
            "reason": WordsField,
            "suggestion": WordsField,
            "matching_examples": ExamplesField,
            "other_examples": ExamplesField,
        }
        labels = {
            "title": _("What is it about?"),
            "strength": _("In bounds, or out?"),
            "phrases": _("Which words?"),
            "match": _("How should we look for them?"),
            "matching_examples": _("Greetings that meet it"),
            "other_examples": _("Greetings that look close, and must not"),
            "reason": _("Why?"),
            "suggestion": _("What could one say instead?"),
            "teams": _("Teams"),
            "active_from": _("From"),
            "active_until": _("Until and including"),
        }
        help_texts = {
            "title": _("As you would say it to a colleague: “Give your own name on the phone”."),
            "reason": _("One sentence. People read it at the moment it matters, so be kind."),
            "suggestion": _("A no is easier to take with a yes beside it."),
            "active_from": _("Empty: from now on."),
            "active_until": _("Empty: until it is taken out."),
        }
        error_messages = {
            "title": {"required": _("Give it a name that people will recognise.")},
            "strength": {"required": _("Choose whether these words are in bounds or out.")},
            "reason": {"required": _("Say why. A rule without a reason is hard to keep.")},
        }
        widgets = {
            "title": forms.TextInput,
            "strength": ChipRadio,
            "phrases": forms.Textarea(attrs={"rows": 3, "class": "say"}),
            "match": ChipRadio,
            "matching_examples": forms.Textarea(attrs={"rows": 2, "class": "say"}),
            "other_examples": forms.Textarea(attrs={"rows": 2, "class": "say"}),
            "reason": forms.Textarea(attrs={"rows": 2}),
            "suggestion": forms.Textarea(attrs={"rows": 2}),
            "teams": ChipCheckbox,
            "active_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "active_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["strength"]).choices = Strength.choices
        for name in ("title", "reason", "suggestion"):
            self.fields[name].validators.append(validate_has_words)
        for name in ("matching_examples", "other_examples"):
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("is_script") and cleaned.get("strength") in IN_BOUNDS:
            self.add_error("is_script", _("A script is out of bounds: choose avoid or never."))
        first, last = cleaned.get("active_from"), cleaned.get("active_until")
        if first and last and last < first:
            self.add_error("active_until", _("The last day comes before the first one."))
        self._hold_against_examples(cleaned)
        return cleaned

    def _hold_against_examples(self, cleaned: dict[str, Any]) -> None:
        """Patterns that cannot be read, and examples that come out otherwise than they say."""
        match, phrases = cleaned.get("match"), lines_of(cleaned.get("phrases", ""))
        if not match or not phrases:
            return
        errors = list(pattern_errors(phrases)) if match == Match.PATTERN else []
        if errors:
            self.add_error("phrases", errors)
            return
        rule = Guideline("", "in", "encouraged", match, tuple(phrases))
        matching, others = (lines_of(cleaned.get(name, "")) for name in ("matching_examples", "other_examples"))
        does_not, does = _("“%(example)s” does not meet it."), _("“%(example)s” meets it after all.")
        self._add_errors("matching_examples", does_not, [said for said in matching if not is_met_by(rule, said)])
        self._add_errors("other_examples", does, [said for said in others if is_met_by(rule, said)])

    def _add_errors(self, field: str, message: Any, examples: Iterable[str]) -> None:
        for example in examples:
            self.add_error(field, message % {"example": example})


class CaseForm(forms.ModelForm):
    """A tricky case of a version."""

    class Meta:
        model = TrickyCase
        fields = ["greeting", "channel", "team", "expected"]
        field_classes = {"greeting": WordsField}
        error_messages = {"greeting": {"required": _("Write the greeting.")}}
        widgets = {"greeting": forms.TextInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # It shares its page with the form to try greetings, whose fields have the same names.
        super().__init__(*args, **{"auto_id": "case_%s", **kwargs})

    def validate_unique(self) -> None:
        """With the version as well, which the form does not ask for."""
        try:
            self.instance.validate_constraints()
        except ValidationError:
            self.add_error("greeting", _("This one is kept already."))


class CheckForm(forms.Form):
    """One greeting about to be logged: its words, its channel and one of the `teams` one may log in.

    An unknown team is not an error: the first of one's own counts then, as on the log screen.
    """

    greeting = WordsField(max_length=LONGEST_WORDS, required=False, strip=False)
    channel = forms.ChoiceField(choices=Channel, required=False)
    team = forms.CharField(required=False)

    def __init__(self, *args: Any, teams: list[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = teams

    def clean_channel(self) -> str:
        return self.cleaned_data["channel"] or Channel.FACE

    def clean_team(self) -> Team | None:
        named = (team for team in self.teams if team.slug == self.cleaned_data["team"])
        return next(named, self.teams[0] if self.teams else None)


class TryForm(CheckForm):
    """Greetings, one to a line, that an administrator tries."""

    greeting = WordsField(
        max_length=LONGEST_LIST,
        required=False,
        widget=forms.Textarea(
            attrs={
                "class": "say",
                "rows": 2,
                "placeholder": _("Type a greeting…"),
                "aria-labelledby": "try-heading",
            }
        ),
    )
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel, required=False, widget=Segmented)
    team = forms.CharField(label=_("Team"), required=False, widget=forms.Select(attrs={"class": "form-select"}))

    def __init__(self, *args: Any, teams: list[Team], **kwargs: Any) -> None:
        super().__init__(*args, teams=teams, **kwargs)
        self.fields["team"].widget.choices = [(team.slug, team.name) for team in teams]

    @classmethod
    def of_address(cls, query: QueryDict, teams: list[Team]) -> "TryForm":
        """What the address asks to try; two greetings to start from where it asks nothing."""
        asks = "greeting" in query
        return cls(query if asks else {"greeting": SAMPLES, "channel": Channel.FACE}, teams=teams)


def _distinct(lines: Iterable[str]) -> list[str]:
    """The lines that say something new, the first spelling of each."""
    kept: dict[object, str] = {}
    for phrase in map(str.strip, lines):
        if phrase:
            is_plain = _PATTERN_SIGNS.isdisjoint(phrase)
            kept.setdefault((words_of(phrase) if is_plain else ()) or phrase, phrase)
    return list(kept.values())
