"""Run one import: read, store, score, count; batch by batch, so that a file of any size needs little memory."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from django.db import transaction

from coaching.assessments.background import Background, previous_greetings, team_greetings
from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_many, make_assessment
from coaching.guidelines.rules import rules_in_force
from coaching.importing.summary import Summary
from coaching.scorecards.models import ScorecardVersion
from interactions.importing.conversation import Conversation
from interactions.importing.encounters import Desk, Draft, draft_encounter
from interactions.importing.reading import Refusal, read_conversations
from interactions.importing.storing import already_stored, settle
from interactions.models import Encounter
from microconnect.audit.models import record

_BATCH = 200

OnRefusal = Callable[[Refusal], None]


def import_conversations(file: BinaryIO, desk: Desk, *, source: str, on_refusal: OnRefusal) -> Summary:
    """Store and score the conversations that are new; returns what the whole file shows.

    A batch is stored, scored and put on the audit trail (one row for all of it) in one transaction. An import that was
    stopped goes on where it was when it is run again.
    """
    summary = Summary()
    for drafts in _batches(read_conversations(file), desk, summary, on_refusal):
        with transaction.atomic():
            settle(desk.team, desk.person, desk.occurred_at)
            new = _store_new(drafts, summary)
            assess_many([encounter.pk for encounter in new], now=desk.received_at)
            if new:
                record(by=None, action="conversations_imported", target=desk.team, file=source, added=len(new))
        _count_stored(drafts, summary)
    return summary


def rehearse_import(file: BinaryIO, desk: Desk, *, on_refusal: OnRefusal) -> Summary:
    """The same, with nothing stored: scores are made in memory."""
    summary = Summary()
    for drafts in _batches(read_conversations(file), desk, summary, on_refusal):
        known = already_stored([draft.encounter for draft in drafts])
        rules, scorecard_version = rules_in_force(), ScorecardVersion.objects.current()
        for draft in drafts:
            is_known = draft.encounter.public_id in known
            summary.known += is_known
            summary.added += not is_known
            summary.shortened += 0 if is_known else len(draft.shortened)
            background = _background(draft.encounter)
            _count(
                make_assessment(draft.encounter, background, rules, scorecard_version, now=desk.received_at), summary
            )
    return summary


def _batches(
    lines: Iterable[Conversation | Refusal], desk: Desk, summary: Summary, on_refusal: OnRefusal
) -> Iterator[list[Draft]]:
    batch: list[Draft] = []
    for line in lines:
        if isinstance(line, Refusal):
            summary.refused += 1
            on_refusal(line)
            continue
        batch.append(draft_encounter(line, desk))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _store_new(drafts: list[Draft], summary: Summary) -> list[Encounter]:
    known = already_stored([draft.encounter for draft in drafts])
    new = [draft for draft in drafts if draft.encounter.public_id not in known]
    summary.added += len(new)
    summary.known += len(drafts) - len(new)
    summary.shortened += sum(len(draft.shortened) for draft in new)
    return Encounter.objects.bulk_create(draft.encounter for draft in new)


def _count_stored(drafts: list[Draft], summary: Summary) -> None:
    public_ids = [draft.encounter.public_id for draft in drafts]
    for assessment in Assessment.objects.filter(encounter__public_id__in=public_ids):
        _count(assessment, summary)


def _count(assessment: Assessment, summary: Summary) -> None:
    summary.add(assessment.score, assessment.findings)


def _background(encounter: Encounter) -> Background:
    """What a new encounter would be compared with: earlier imports and what the team said, once there is any."""
    is_first = encounter.person._state.adding or not encounter.greeting
    return Background(
        previous_greetings=() if is_first else previous_greetings(encounter),
        team_greetings=() if encounter.team._state.adding else team_greetings(encounter),
    )
