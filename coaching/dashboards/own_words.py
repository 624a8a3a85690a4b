"""A person's own words that showed a practice lately: the heroes of their page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from coaching.assessments.models import Assessment
from coaching.assessments.storage import finding_from_json
from coaching.encounters.marking import Mark, Segment, segments_of
from coaching.engine.finding import SHOWN, Evidence, Finding
from coaching.rollups.tally import HUMAN_PRACTICES
from interactions.models import Encounter
from microconnect.people.models import Team, User

NEWEST = 6  # encounters looked through
SHORTEST = 20  # characters: a name alone says little
LONGEST_AROUND = 260  # characters: more than that, and only the words themselves are shown


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words as they were typed, the practice they showed, and the encounter they stand in.

    `segments` are what was said around them, with the words underlined; the words alone where that is long.
    """

    text: str
    showed: str
    url: str
    segments: Sequence[Segment] = field(default=())


def recent_words(person: User, team: Team | None, named: Callable[[str], str], *, most: int) -> list[OwnWords]:
    """From each of the newest encounters that have some, its longest words, rather of a practice that is not told yet."""
    scope = {"encounter__team": team} if team else {}
    newest = (
        Assessment.objects.filter(encounter__person=person, **scope)
        .order_by("-encounter__occurred_at")
        .values_list("findings", "revision", "encounter__revision", "encounter__public_id", *_TEXTS)[:NEWEST]
    )
    found: list[OwnWords] = []
    told: set[str] = set()
    for findings, read, current, public_id, *texts in newest:
        best = max(
            shown_words(findings), key=lambda item: (item[0].practice not in told, len(item[1].text)), default=None
        )
        if best:
            told.add(best[0].practice)
            said = dict(zip(Encounter.WORDS, texts, strict=True)) if read == current else {}
            url = reverse("encounters:detail", args=[public_id])
            found.append(OwnWords(best[1].text, named(best[0].practice), url, _around(*best, said)))
        if len(found) == most:
            break
    return found


def shown_words(findings: list[dict]) -> Iterator[tuple[Finding, Evidence]]:
    for stored in findings:
        if stored["practice"] in HUMAN_PRACTICES and stored["score"] == SHOWN:
            finding = finding_from_json(stored)
            yield from ((finding, mark) for mark in finding.evidence if _is_worth_reading(mark))


_TEXTS = tuple(f"encounter__{name}" for name in Encounter.WORDS)


def _around(finding: Finding, best: Evidence, said: dict[str, str]) -> list[Segment]:
    """Marks are true of the revision that was read; without that text the words stand alone."""
    around = said.get(best.field, "")
    if not around or len(around) > LONGEST_AROUND:
        return [Segment(best.text, "well")]
    marks = [mark for mark in finding.evidence if mark.field == best.field and mark.is_words]
    return segments_of(around, [Mark(mark.start or 0, mark.end or 0, "well") for mark in marks])


def _is_worth_reading(mark: Evidence) -> bool:
    return mark.is_words and len(mark.text) >= SHORTEST
