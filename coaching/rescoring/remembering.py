"""Keep earlier scores explained where an encounter is assessed anew without another text: a promise was kept, say."""

from collections.abc import Iterable

from coaching.assessments.models import Assessment
from coaching.rescoring.models import EarlierScore


def remember(made: Iterable[Assessment]) -> None:
    """Before these take the place of what is stored: let the newest earlier score keep what will no longer be there.

    An earlier score holds only the findings that came out otherwise afterwards; the others are read from the assessment.
    """
    by_encounter = {assessment.encounter_id: assessment for assessment in made}
    newest = {one.encounter_id: one for one in EarlierScore.objects.filter(encounter__in=by_encounter).order_by("pk")}
    if not newest:
        return
    stored = Assessment.objects.filter(encounter__in=newest).values_list("encounter", "revision", "findings")
    for encounter, revision, findings in stored:
        earlier, after = newest[encounter], by_encounter[encounter].findings
        kept = {finding["practice"] for finding in earlier.findings}
        replaced = [each for each in findings if each["practice"] not in kept and each not in after]
        if earlier.revision == revision and replaced:
            earlier.findings = [*earlier.findings, *replaced]
            earlier.save(update_fields=["findings"])
