"""What the parts of a team's page are called, there and on pages of their own."""

from django.utils.translation import gettext as _


def titles() -> dict[str, str]:
    """In the order of the page: the name in the address -> the title."""
    return {
        "matrix": _("People and practices"),
        "when": _("When it happens"),
        "situations": _("What they came about"),
    }
