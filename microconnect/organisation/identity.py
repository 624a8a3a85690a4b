"""Names and addresses as they are stored, so that two spellings of one person are one."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from microconnect.text import normalise

LONGEST_NAME = 120
LONGEST_EMAIL = 254
# Controls, and the signs that turn the direction of whatever follows them on a page.
_NEVER_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean_name(typed: str) -> str:
    """The name with single spaces.

    Raises:
        ValidationError: with the sentence that says what to look at.
    """
    name = " ".join(normalise(typed).split())
    if not any(letter.isalnum() for letter in name):
        raise ValidationError(_("Write the name that colleagues call them by."), code="required")
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("That is longer than a name. Keep to %d characters.") % LONGEST_NAME, code="too_long")
    if _NEVER_IN_A_NAME.search(name):
        raise ValidationError(_("There is a sign in this name that nobody can see. Type it anew."), code="unseen")
    return name


def clean_email(typed: str) -> str:
    """The address in small, plain letters: what looks like another's (“ſ” for “s”) is that other's.

    Raises:
        ValidationError: with the sentence that says what to look at.
    """
    email = unicodedata.normalize("NFKC", typed).strip().lower()
    if not email:
        raise ValidationError(_("Write the address that the invitation goes to."), code="required")
    if not email.isascii():
        raise ValidationError(_("Use the plain letters a to z in an address; one of these only looks like it."))
    if len(email) > LONGEST_EMAIL:
        raise ValidationError(_("That is longer than an address can be."), code="too_long")
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValidationError(_("This does not look like an e-mail address. Is the @ in its place?")) from error
    return email
