"""A person's own words that showed a practice lately: the heroes of their page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.assessments.models import Assessment
from coaching.assessments.storage import finding_from_json
from coaching.engine.finding import SHOWN, Evidence, Finding
from coaching.engine.practices import BY_KEY
from coaching.rollups.tally import HUMAN_PRACTICES
from microconnect.people.models import User

NEWEST = 10  # encounters looked through
SHORTEST = 20  # characters: a name alone says little


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words as they were typed, the practice they showed, and the encounter they stand in."""

    text: str
    showed: str
    url: str


def own_words(person: User) -> OwnWords | None:
    """From the newest encounter that has some; the longest of its words."""
    newest = (
        Assessment.objects.filter(encounter__person=person)
        .order_by("-encounter__occurred_at")
        .values_list("findings", "encounter__public_id")[:NEWEST]
    )
    for findings, public_id in newest:
        found = max(shown_words(findings), key=lambda item: len(item[1].text), default=None)
        if found:
            url = reverse("encounters:detail", args=[public_id])
            return OwnWords(found[1].text, _(BY_KEY[found[0].practice].landed), url)
    return None


def shown_words(findings: list[dict]) -> Iterator[tuple[Finding, Evidence]]:
    for stored in findings:
        if stored["practice"] in HUMAN_PRACTICES and stored["score"] == SHOWN:
            finding = finding_from_json(stored)
            yield from ((finding, mark) for mark in finding.evidence if _is_worth_reading(mark))


def _is_worth_reading(mark: Evidence) -> bool:
    return mark.is_words and len(mark.text) >= SHORTEST
