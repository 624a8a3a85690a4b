"""Fill an empty database with the demo: people, guidelines, encounters, promises, and what the engine says about them."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from coaching.assessments.services import assess_all
from coaching.demo.bounds import change_guidelines, write_guidelines
from coaching.demo.encounters import Draft, drafts
from coaching.demo.people import Cast, hire
from coaching.demo.phrases.situations import SITUATIONS
from coaching.demo.promises import PromisePlan
from interactions.clocks import as_lived
from interactions.models import Encounter, Promise, Situation
from microconnect.audit.models import record
from microconnect.people.models import Team

_SINCE = timedelta(weeks=20)  # before the first encounter, so that no chart marks the day
_CHANGED = timedelta(days=3)  # so that everybody is told something new, and a chart marks it
_BATCH = 1_000  # nobody else is here yet who would have to wait for a long transaction

Rows = list[tuple[Draft, Encounter]]


class NotEmpty(Exception):
    """Somebody works here already; the demo is only ever written into an empty database."""


def fill(
    *, encounters: int, seed: int, now: datetime, with_password: bool, on_progress: Callable[[int, int], None]
) -> None:
    """Write the whole demo: what happened in one transaction, then what it means, batch by batch, then a change of bounds.

    Raises:
        NotEmpty: nothing is written then.
    """
    if any(model.objects.exists() for model in (Encounter, Team, Situation)):
        raise NotEmpty
    with _without_garbage_collector():
        with transaction.atomic():
            cast = hire(now=now, with_password=with_password)
            write_guidelines(by=cast.administrator, now=now - _SINCE)
            _store(list(drafts(Random(seed), count=encounters, now=now)), cast)
            for team in cast.teams.values():
                record(by=cast.administrator, action="demo_filled", target=team, seed=seed)
        assess_all(now=now, on_progress=on_progress, batch=_BATCH)
        change_guidelines(by=cast.administrator, now=now - _CHANGED)


@contextmanager
def _without_garbage_collector() -> Iterator[None]:
    """It would walk some hundred thousand rows again and again and find nothing: a seventh of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _store(made: list[Draft], cast: Cast) -> None:
    situations = {situation.slug: Situation(name=situation.name, slug=situation.slug) for situation in SITUATIONS}
    Situation.objects.bulk_create(situations.values())
    rows = [(draft, _encounter(draft, cast, situations[draft.case.situation.slug])) for draft in made]
    Encounter.objects.bulk_create((encounter for _draft, encounter in rows), batch_size=_BATCH)
    _join_repeats(rows)
    Promise.objects.bulk_create(_promise(draft.promise, encounter) for draft, encounter in rows if draft.promise)


def _encounter(draft: Draft, cast: Cast, situation: Situation) -> Encounter:
    team = cast.teams[draft.slot.shop]
    return Encounter(
        person=cast.people[draft.slot.colleague],
        team=team,
        situation=situation if draft.has_situation else None,
        **as_lived(team.time_zone, draft.slot.at),
        **draft.values,
    )


def _join_repeats(rows: Rows) -> None:
    """The earlier encounter has a primary key only now."""
    by_draft = {id(draft): encounter for draft, encounter in rows}
    repeats = []
    for draft, encounter in rows:
        if draft.repeat_of:
            encounter.repeat_of = by_draft[id(draft.repeat_of)]
            repeats.append(encounter)
    Encounter.objects.bulk_update(repeats, ["repeat_of"], batch_size=_BATCH)


def _promise(plan: PromisePlan, encounter: Encounter) -> Promise:
    return Promise(
        public_id=plan.public_id,
        encounter=encounter,
        what=plan.what,
        made_at=encounter.occurred_at,
        due_at=plan.due_at,
        kept_at=plan.kept_at,
        kept_by=encounter.person if plan.kept_at else None,
        kept_note=plan.kept_note,
    )
