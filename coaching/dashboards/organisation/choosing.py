"""What the organisation's page is narrowed to: weeks and channel by their chips, one situation by its address."""

from dataclasses import replace
from datetime import date

from django.http import QueryDict

from coaching.dashboards.choices import Choice, choice_from
from interactions.models import Situation


def organisation_choice(query: QueryDict, today: date) -> tuple[Choice, list[Situation]]:
    """The choice, and the situations there are; one that is unknown is left out."""
    situations = list(Situation.objects.filter(merged_into=None).order_by("name"))
    asked = query.get("situation", "")
    situation = next((each for each in situations if each.slug == asked), None)
    return replace(choice_from(query, today), situation=situation), situations
