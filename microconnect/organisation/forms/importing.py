"""A list of people, as a file or pasted."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from microconnect.organisation.importing.reading import MOST_BYTES, decoded, read


class ImportForm(forms.Form):
    """A file wins over what was pasted. `text` is what is in it, read and found to be a list of people."""

    file = forms.FileField(
        label=_("A CSV file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv,text/tab-separated-values"}),
    )
    pasted = forms.CharField(
        label=_("Or paste the lines here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "wrap": "off", "class": "lines"}),
    )
    is_inviting = forms.BooleanField(
        label=_("Mail an invitation to everybody who is new"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pasted"].validators = []  # the reader says what is wrong with a NUL

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("file")
        data = _bytes_of(file) if file is not None else (cleaned.get("pasted") or "").encode(errors="replace")
        try:
            cleaned["text"], cleaned["is_old_excel"] = decoded(data)
            read(cleaned["text"])
        except ValidationError as error:
            self.add_error("file" if file is not None else "pasted", error)
        return cleaned


def _bytes_of(file: UploadedFile) -> bytes:
    """The file, or as much of it as shows that it is too long."""
    data: bytes = file.read(MOST_BYTES + 1)
    return data
