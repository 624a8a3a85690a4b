"""Store what came out differently, keep what it was before, and bring the weeks up to date. All inside the caller's batch."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from coaching.assessments.models import Assessment
from coaching.assessments.services import store_assessments
from coaching.assessments.storage import finding_to_json
from coaching.rescoring.models import EarlierScore
from coaching.rescoring.rereading import Outcome, Reread
from coaching.rescoring.rows import Row
from coaching.rollups.services import PersonDay, refresh_weeks


def store(outcome: Outcome, **version: Any) -> None:
    """Pin all rows to the version, with what changed for them; `version` is guideline_version or scorecard_version."""
    _store_weighed(outcome.weighed, version)
    _store_changed(outcome.changed, version)
    _store_whole(outcome.whole)
    refresh_weeks(_days_of(outcome))


def _days_of(outcome: Outcome) -> Iterator[PersonDay]:
    """Those on which something came out differently."""
    yield from (row.person_day for row, score in outcome.weighed if row.score != score)
    yield from (reread.row.person_day for reread in outcome.changed)
    yield from (row.person_day for row, _made in outcome.whole)


def _store_weighed(weighed: Iterable[tuple[Row, int | None]], version: dict[str, Any]) -> None:
    """A query for each number that comes out, whatever the size of the batch."""
    same: list[Row] = []
    by_score: dict[int | None, list[Row]] = defaultdict(list)
    for row, score in weighed:
        if row.score == score:
            same.append(row)
        else:
            by_score[score].append(row)
    _keep_earlier((row, []) for rows in by_score.values() for row in rows)
    _update(same, version)
    for score, rows in by_score.items():
        _update(rows, {**version, "score": score})


def _update(rows: Iterable[Row], values: dict[str, Any]) -> None:
    Assessment.objects.filter(pk__in=[row.assessment for row in rows]).update(**values)


def _store_changed(rereads: Iterable[Reread], version: dict[str, Any]) -> None:
    by_assessment = {reread.row.assessment: reread for reread in rereads}
    assessments = list(Assessment.objects.filter(pk__in=by_assessment))
    replaced = []
    for assessment in assessments:
        reread = by_assessment[assessment.pk]
        new = finding_to_json(reread.finding)
        replaced.append((reread.row, [old for old in assessment.findings if old["practice"] == new["practice"]]))
        assessment.findings = [new if old["practice"] == new["practice"] else old for old in assessment.findings]
        assessment.scores, assessment.score = reread.scores, reread.score
        for name, value in version.items():
            setattr(assessment, name, value)
    _keep_earlier(replaced)
    store_assessments(assessments)


def _store_whole(whole: list[tuple[Row, Assessment]]) -> None:
    """Those that were read again from their words."""
    stored = Assessment.objects.filter(pk__in=[row.assessment for row, _made in whole])
    before = dict(stored.values_list("pk", "findings"))
    _keep_earlier((row, [old for old in before[row.assessment] if old not in made.findings]) for row, made in whole)
    store_assessments(made for _row, made in whole)


def _keep_earlier(replaced: Iterable[tuple[Row, list[dict[str, Any]]]]) -> None:
    now = timezone.now()
    EarlierScore.objects.bulk_create(
        EarlierScore(
            encounter_id=row.encounter,
            score=row.score,
            findings=findings,
            revision=row.revision,
            engine_version=row.engine_version,
            guideline_version_id=row.guideline_version,
            scorecard_version_id=row.scorecard_version,
            assessed_at=row.assessed_at,
            replaced_at=now,
        )
        for row, findings in replaced
    )
