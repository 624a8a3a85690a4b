"""What the page of scripts is narrowed to: weeks, channel, situation and days. Everybody is on it."""

from django.utils.translation import gettext_lazy as _

from coaching.dashboards.choosing import ChoiceForm

UNUSED = ("person", "compare")  # handed on, for the way back to the team's page


class ScriptsForm(ChoiceForm):
    asks = ("situation", "since", "until")
    title = _("Situation, days")
