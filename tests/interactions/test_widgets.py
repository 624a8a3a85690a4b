"""The choice widgets are plain inputs with names, so they work without a script and with a screen reader."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from interactions.widgets import ChipCheckbox, ChipRadio, Faces, Segmented

FEELINGS = [("", "---------"), (1, _("very upset")), (2, _("upset")), (3, _("so-so"))]


class _Form(forms.Form):
    channel = forms.ChoiceField(choices=[("face", "Face to face"), ("ear", "By phone")], widget=Segmented)
    feeling = forms.TypedChoiceField(choices=FEELINGS, coerce=int, required=False, widget=Faces(tone="after"))
    ending = forms.ChoiceField(choices=[("sorted", "Sorted"), ("not_yet", "Not yet")], widget=ChipRadio)
    touches = forms.MultipleChoiceField(
        choices=[("used_name", "Used <their> name"), ("small_extra", "A small extra")], widget=ChipCheckbox
    )


def _checked(field: forms.BoundField) -> list[str]:
    """The values of the inputs that are drawn as chosen."""
    inputs = re.findall(r"<input[^>]*>", str(field))
    return [re.findall(r'value="([^"]*)"', drawn)[0] for drawn in inputs if " checked" in drawn]


def test_segment_of_the_initial_value_is_checked() -> None:
    assert _checked(_Form(initial={"channel": "ear"})["channel"]) == ["ear"]


def test_faces_are_named_by_their_labels_and_the_empty_choice_has_none() -> None:
    html = str(_Form()["feeling"])
    assert html.count('type="radio"') == 3
    assert '<span class="face-word">very upset</span>' in html
    assert "---------" not in html


def test_faces_take_the_tone_they_were_given() -> None:
    assert 'class="faces after"' in str(_Form()["feeling"])


def test_faces_remember_what_was_sent() -> None:
    assert _checked(_Form({"feeling": "2"})["feeling"]) == ["2"]


def test_chips_for_many_are_checkboxes_and_escape_their_labels() -> None:
    html = str(_Form(initial={"touches": ["small_extra"]})["touches"])
    assert html.count('type="checkbox"') == 2
    assert "Used &lt;their&gt; name" in html


def test_every_sent_chip_stays_chosen() -> None:
    form = _Form({"touches": ["small_extra", "used_name"]})
    assert _checked(form["touches"]) == ["used_name", "small_extra"]


def test_chips_for_one_are_radios() -> None:
    assert str(_Form()["ending"]).count('type="radio"') == 2
