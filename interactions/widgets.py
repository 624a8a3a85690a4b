"""Choices as a thumb meets them: segments, faces, chips. `templates/widgets/` draws them without a script."""

from typing import Any, Literal

from django import forms


class Segmented(forms.RadioSelect):
    """A few choices side by side, one of them always visibly chosen."""

    template_name = "widgets/segmented.html"


class ChipRadio(forms.RadioSelect):
    """One of several, as chips that wrap."""

    template_name = "widgets/chips.html"


class ChipCheckbox(forms.CheckboxSelectMultiple):
    """Any of several, as chips that wrap."""

    template_name = "widgets/chips.html"


class Faces(forms.RadioSelect):
    """How somebody felt, 1 to 5, as faces; the choices' labels are the faces' names.

    `tone` is "before" (how they came) or "after" (how they left) and picks the colour of the chosen face.
    """

    template_name = "widgets/faces.html"

    def __init__(self, *args: Any, tone: Literal["before", "after"] = "before", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tone = tone

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["tone"] = self.tone
        return context

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Every choice but the empty one, which has no face."""
        groups = super().optgroups(name, value, attrs)
        return [group for group in groups if all(option["value"] not in {"", None} for option in group[1])]
