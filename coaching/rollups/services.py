"""Bring a person's day in the rollups up to date: always recomputed whole from its encounters, so it can be repeated."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from coaching.rollups.models import ActivityDay, PracticeDay
from interactions.models import Encounter
from microconnect.people.models import User

PersonDay = tuple[int, int, date]  # person, team, day

# A micro-connection: the words themselves showed that a person was met (PRACTICES.md, "Small moments add up").
HUMAN_PRACTICES = ("personal_greeting", "recognition", "presence", "customers_shoes", "generosity", "warm_close")


def refresh_days(person_days: Iterable[PersonDay], practices: Collection[str] | None = None) -> None:
    """Recompute these person-days, a few queries for each person. Call it inside a transaction.

    Args:
        practices: those that may have changed, where that is known: the others' rows are left alone, and they are most.
    """
    days: dict[tuple[int, int], list[date]] = defaultdict(list)
    for person_id, team_id, day in sorted(person_days):
        days[person_id, team_id].append(day)
    for (person_id, team_id), theirs in days.items():
        _refresh(person_id, team_id, theirs, practices)


def hold_people(people: Collection[int]) -> None:
    """Let one transaction at a time recompute these people's days, taken in the order of their keys.

    Whoever refreshes some of them more than once holds all of them first. SQLite's writers queue by themselves.
    """
    if not connection.features.has_select_for_update:
        return
    held = User.objects.get_queryset().select_for_update(no_key=True).filter(pk__in=people)
    list(held.order_by("pk").values_list("pk", flat=True))


@dataclass(slots=True)
class _Sums:
    """Count, sum and sum of squares: enough for a mean and its interval."""

    judged: int = 0
    total: float = 0
    squares: float = 0

    def add(self, score: float) -> None:
        self.judged += 1
        self.total += score
        self.squares += score * score


@dataclass(slots=True)
class _ChannelDay:
    encounters: int = 0
    connections: int = 0
    scores: _Sums = field(default_factory=_Sums)
    practices: dict[str, _Sums] = field(default_factory=lambda: defaultdict(_Sums))

    def add(self, score: int | None, scores: dict[str, float]) -> None:
        self.encounters += 1
        self.connections += any(scores.get(practice) == 100 for practice in HUMAN_PRACTICES)
        if score is not None:
            self.scores.add(score)
        for practice, value in scores.items():
            self.practices[practice].add(value)


def _refresh(person_id: int, team_id: int, days: list[date], practices: Collection[str] | None) -> None:
    hold_people([person_id])
    sums = _sums_of(person_id, team_id, days)
    rows = [({"person_id": person_id, "team_id": team_id, "day": d, "channel": c}, s) for (d, c), s in sums.items()]
    theirs = {"person": person_id, "team": team_id, "day__in": days}
    ActivityDay.objects.filter(**theirs).delete()
    ActivityDay.objects.bulk_create(_activity(key, sums) for key, sums in rows)
    if practices is None:
        PracticeDay.objects.filter(**theirs).delete()
        PracticeDay.objects.bulk_create(practice for key, sums in rows for practice in _practices(key, sums))
    elif practices:
        PracticeDay.objects.filter(**theirs, practice__in=practices).delete()
        made = (practice for key, sums in rows for practice in _practices(key, sums))
        PracticeDay.objects.bulk_create(practice for practice in made if practice.practice in practices)


def _sums_of(person_id: int, team_id: int, days: list[date]) -> dict[tuple[date, str], _ChannelDay]:
    """(day, channel) -> sums over its encounters; those not assessed yet count as encounters without a score."""
    sums: dict[tuple[date, str], _ChannelDay] = defaultdict(_ChannelDay)
    encounters = Encounter.objects.filter(person=person_id, team=team_id, occurred_on__in=days)
    columns = ("occurred_on", "channel", "assessment__score", "assessment__scores")
    for day, channel, score, scores in encounters.order_by("pk").values_list(*columns):
        sums[day, channel].add(score, scores or {})
    return sums


def _activity(key: dict[str, Any], sums: _ChannelDay) -> ActivityDay:
    return ActivityDay(
        **key,
        encounters=sums.encounters,
        connections=sums.connections,
        judged=sums.scores.judged,
        total=sums.scores.total,
        squares=sums.scores.squares,
    )


def _practices(key: dict[str, Any], sums: _ChannelDay) -> Iterator[PracticeDay]:
    for practice, s in sums.practices.items():
        yield PracticeDay(**key, practice=practice, judged=s.judged, total=s.total, squares=s.squares)
