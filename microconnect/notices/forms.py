"""How one wants to be told."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WishForm(forms.Form):
    """Whether notices come by mail too."""

    by_mail = forms.BooleanField(label=_("Send me what changed by mail too"), required=False)
