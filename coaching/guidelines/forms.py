"""Forms of the guidelines: writing one, and greetings to hold against them."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from coaching.engine.guidelines import words_of
from coaching.guidelines.models import IN_BOUNDS, LONGEST_PHRASE, MOST_PHRASES, GreetingGuideline, Strength
from interactions.forms.fields import WordsField
from interactions.models import Channel
from interactions.models.encounter import LONGEST_WORDS
from interactions.widgets import ChipCheckbox, ChipRadio, Segmented
from microconnect.people.models import Team

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
        }
        labels = {
            "title": _("What is it about?"),
            "strength": _("In bounds, or out?"),
            "phrases": _("Which words?"),
            "match": _("How should we look for them?"),
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
            "active_until": _("Empty: until you retire it."),
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

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("is_script") and cleaned.get("strength") in IN_BOUNDS:
            self.add_error("is_script", _("A script is out of bounds: choose avoid or never."))
        first, last = cleaned.get("active_from"), cleaned.get("active_until")
        if first and last and last < first:
            self.add_error("active_until", _("The last day comes before the first one."))
        return cleaned


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
            kept.setdefault(words_of(phrase) or phrase, phrase)
    return list(kept.values())
