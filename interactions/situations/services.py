"""Add, rename and retire situations, and fold one into another. What is on a device still lands in the right one."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q
from django.utils.text import slugify

from interactions.models import Encounter, Situation
from interactions.signals import situations_merged
from interactions.situations.standing import held_as_it_is
from microconnect.audit.models import record
from microconnect.people.models import User

_LONGEST_SLUG = 70  # leaves room for a number


class ChangedMeanwhile(Exception):
    """One of the situations was retired or folded into another since the page was opened; nothing is done."""


def add_situation(*, by: User, name: str) -> Situation:
    """Offer one more from the next encounter on. Its address is made from the name, and stays."""
    with transaction.atomic():
        situation = Situation.objects.create(name=name, slug=_free_slug(name))
        record(by=by, action="situation_added", target=situation, before={}, after={"name": name})
    return situation


def rename_situation(*, by: User, situation: Situation, name: str) -> None:
    """Call it by another name, in all its history too; its address stays. The same name again changes nothing."""
    with transaction.atomic():
        before = Situation.objects.select_for_update().get(pk=situation.pk).name
        if before == name:
            return
        Situation.objects.filter(pk=situation.pk).update(name=name)
        record(by=by, action="situation_renamed", target=situation, before={"name": before}, after={"name": name})


def retire_situation(*, by: User, situation: Situation, now: datetime) -> bool:
    """Offer it no longer; encounters keep it. False where it was retired already. The last one may go too."""
    with transaction.atomic():
        if not Situation.objects.offered().filter(pk=situation.pk).update(retired_at=now):
            return False
        record(
            by=by, action="situation_retired", target=situation, before={"retired_at": None}, after={"retired_at": now}
        )
    return True


def bring_back_situation(*, by: User, situation: Situation) -> bool:
    """Offer it again; False where it is offered. One that was folded comes back empty: its history stays where it went."""
    with transaction.atomic():
        before = Situation.objects.select_for_update().get(pk=situation.pk)
        if before.is_offered:
            return False
        Situation.objects.filter(pk=situation.pk).update(retired_at=None, merged_into=None)
        was = {"retired_at": before.retired_at, "merged_into": before.merged_into_id}
        record(by=by, action="situation_brought_back", target=situation, before=was, after=dict.fromkeys(was))
    return True


def merge_situations(*, by: User, keep: Situation, fold: Collection[Situation], now: datetime) -> int:
    """Fold situations into `keep` with all their encounters; returns how many of those moved.

    It is one transaction: readers see all of it or nothing, and whoever logs one of the folded situations meanwhile
    waits for it and lands in `keep`. Encounters stay as they are otherwise, their revision and their scores too.

    Raises:
        ChangedMeanwhile: `keep` is no longer offered, or one of the others has gone elsewhere.
    """
    with transaction.atomic():
        held = _held(keep, fold)
        if not held[keep.pk].is_offered or any(held[each.pk].merged_into_id for each in fold):
            raise ChangedMeanwhile
        folded = [held[each.pk] for each in fold if each.pk != keep.pk]
        moving = _counted(folded)
        people = _people(folded)
        Encounter.objects.filter(situation__in=folded).update(situation=keep)
        Situation.objects.filter(pk__in=[each.pk for each in folded], retired_at=None).update(retired_at=now)
        Situation.objects.filter(Q(pk__in=[each.pk for each in folded]) | Q(merged_into__in=folded)).update(
            merged_into=keep
        )
        for each in folded:
            _record_merge(by, each, keep, moving.get(each.pk, 0))
        situations_merged.send(Situation, keep=keep, folded=folded, people=people)
    return sum(moving.values())


def _held(keep: Situation, fold: Collection[Situation]) -> dict[int, Situation]:
    """The rows as they are now, held until the commit; always in the same order, so that two merges cannot block each other.

    The kept one is held so that encounters can still be logged with it; the others so that they cannot.
    """
    held = {}
    for pk in sorted({keep.pk, *(each.pk for each in fold)}):
        if pk == keep.pk:
            held[pk] = held_as_it_is(pk)
        else:
            held[pk] = Situation.objects.select_for_update(no_key=True).get(pk=pk)
    return held


def _counted(situations: Collection[Situation]) -> dict[int, int]:
    counted = Encounter.objects.filter(situation__in=situations).values("situation").annotate(n=Count("pk"))
    return {row["situation"]: row["n"] for row in counted}


def _people(situations: Collection[Situation]) -> set[int]:
    """Who logged them. Nobody else can, as long as they are held."""
    logged = Encounter.objects.filter(situation__in=situations).order_by()
    return set(logged.values_list("person", flat=True).distinct())


def _record_merge(by: User, folded: Situation, keep: Situation, encounters: int) -> None:
    record(
        by=by,
        action="situation_merged",
        target=folded,
        before={"merged_into": None, "retired_at": folded.retired_at},
        after={"merged_into": keep.pk},
        name=folded.name,
        into=keep.name,
        encounters=encounters,
    )


def _free_slug(name: str) -> str:
    """From the name where it has letters for an address; with a number where that one is taken."""
    first = slugify(name)[:_LONGEST_SLUG].strip("-") or "situation"
    taken = set(Situation.objects.filter(slug__startswith=first).values_list("slug", flat=True))
    numbered = (f"{first}-{number}" for number in range(2, len(taken) + 3))
    return first if first not in taken else next(slug for slug in numbered if slug not in taken)
