"""Assess encounters: read the facts, ask the engine, store what it says, refresh the week on the dashboards."""

from array import array
from collections.abc import Callable, Iterable
from datetime import date, datetime
from operator import attrgetter

from django.db import transaction

from coaching.assessments.background import Background, background_of, background_of_new
from coaching.assessments.bulk import backgrounds_of
from coaching.assessments.facts import facts_of
from coaching.assessments.holding import hold
from coaching.assessments.models import Assessment
from coaching.assessments.storage import finding_to_json
from coaching.assessments.waiting import waiting_in_all, waiting_in_latest
from coaching.engine import assess as engine
from coaching.engine.facts import PromiseFacts
from coaching.guidelines.rules import Rules, rules_in_force
from coaching.rescoring.remembering import remember
from coaching.rollups.services import refresh_weeks
from coaching.scorecards.models import ScorecardVersion
from coaching.versions import turns
from interactions.models import Encounter

_MADE = (
    "score", "scores", "findings", "revision", "engine_version", "guideline_version", "scorecard_version", "assessed_at",
    "came_back", "promises_kept",
)  # fmt: skip


def assess_new(encounter: Encounter, promises: Iterable[PromiseFacts], *, now: datetime) -> None:
    """Score an encounter that was just logged with these promises, and count it.

    Whatever changes an encounter scores it as well, as it is then. Where that was quicker, it stands.
    """
    with transaction.atomic():
        turns.assessing()
        scorecard_version = ScorecardVersion.objects.current()
        background = background_of_new(encounter, promises)
        made = make_assessment(encounter, background, rules_in_force(), scorecard_version, now=now)
        Assessment.objects.bulk_create([made], ignore_conflicts=True)
        refresh_weeks(days_of([encounter]))


def assess_encounter(encounter: Encounter, *, now: datetime) -> Assessment:
    """Score one encounter and bring its person's week up to date. Doing it twice changes nothing but the time."""
    with transaction.atomic():
        turns.assessing()
        assessment = store_assessment(encounter, scorecard_version=ScorecardVersion.objects.current(), now=now)
        refresh_weeks(days_of([encounter]))
    return assessment


def assess_again(encounter: Encounter, *, previous: Encounter | None = None, now: datetime) -> Assessment:
    """Score an encounter that changed, and bring up to date the week it was in before as well as the one it is in now.

    It is read again first: of two changes at once, the later text counts, whichever is heard last.
    """
    with transaction.atomic():
        turns.assessing()
        stored = Encounter.objects.select_for_update(no_key=True).get(pk=encounter.pk)
        assessment = store_assessment(stored, scorecard_version=ScorecardVersion.objects.current(), now=now)
        refresh_weeks(days_of([stored, previous] if previous else [stored]))
    return assessment


def store_assessment(encounter: Encounter, *, scorecard_version: ScorecardVersion, now: datetime) -> Assessment:
    """Score one encounter; the rollups are the caller's."""
    made = make_assessment(encounter, background_of(encounter), rules_in_force(), scorecard_version, now=now)
    remember([made])
    store_assessments([made])
    return made


def make_assessment(
    encounter: Encounter, background: Background, rules: Rules, scorecard_version: ScorecardVersion, *, now: datetime
) -> Assessment:
    """What the engine says about an encounter, not stored; the encounter need not be stored either."""
    scorecard = scorecard_version.scorecard
    facts = facts_of(
        encounter,
        background,
        now=now,
        rules=rules.for_greeting(encounter.team_id, encounter.channel, encounter.occurred_on),
        targets=scorecard.targets(encounter.channel),
    )
    result = engine.assess(facts, scorecard)
    return Assessment(
        encounter=encounter,
        score=result.score.value,
        scores={finding.practice: float(finding.score) for finding in result.findings if finding.score is not None},
        findings=[finding_to_json(finding) for finding in result.findings],
        revision=encounter.revision,
        engine_version=engine.ENGINE_VERSION,
        guideline_version_id=rules.version,
        scorecard_version=scorecard_version,
        assessed_at=now,
        came_back=background.came_back,
        promises_kept=sum(promise.kept_at is not None for promise in background.promises),
    )


def assess_all(
    *,
    now: datetime,
    only_latest: bool = False,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    is_over: Callable[[], bool] = lambda: False,
    batch: int = 200,
) -> int:
    """Score everything that lacks a current assessment; returns how many. It can be stopped and started again.

    Args:
        only_latest: look where something usually waits, in a time that does not grow with what there is.
        on_progress: called after each batch with how many are done, of how many.
        is_over: asked before each batch; what is left then waits for the next time.
        batch: encounters a transaction; on SQLite nobody else can write meanwhile.
    """
    find = waiting_in_latest if only_latest else waiting_in_all
    waiting = array("q", find(now, engine.ENGINE_VERSION))  # eight bytes each: after an upgrade it may be all of them
    for first in range(0, len(waiting), batch):
        if is_over():
            return first
        assess_many(waiting[first : first + batch], now=now)
        on_progress(min(first + batch, len(waiting)), len(waiting))
    return len(waiting)


def assess_many(primary_keys: Iterable[int], *, now: datetime) -> None:
    """Score these encounters in one transaction, with the results of `assess_encounter` for each of them."""
    primary_keys = list(primary_keys)
    with transaction.atomic():
        turns.assessing()
        hold(primary_keys)
        rules, scorecard_version = rules_in_force(), ScorecardVersion.objects.current()
        stored = Encounter.objects.filter(pk__in=primary_keys).prefetch_related("promises")
        encounters = list(stored.order_by("occurred_at", "pk"))
        backgrounds = backgrounds_of(encounters)
        # Person by person, because the engine remembers the last texts it read: their earlier greetings among them.
        encounters.sort(key=attrgetter("person_id"))
        made = [
            make_assessment(encounter, backgrounds[encounter.pk], rules, scorecard_version, now=now)
            for encounter in encounters
        ]
        remember(made)
        store_assessments(made)
        refresh_weeks(days_of(encounters))


def store_assessments(assessments: Iterable[Assessment]) -> None:
    """Add them, or put them in the place of their encounters' earlier ones, in one query."""
    Assessment.objects.bulk_create(assessments, update_conflicts=True, unique_fields=["encounter"], update_fields=_MADE)


def days_of(encounters: Iterable[Encounter]) -> set[tuple[int, int, date]]:
    """The person-days that these encounters belong to."""
    return {(encounter.person_id, encounter.team_id, encounter.occurred_on) for encounter in encounters}
