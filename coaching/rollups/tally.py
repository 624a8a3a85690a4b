"""What is counted about encounters: whole numbers only, so that tallies add up and come apart exactly, in any order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from coaching.engine.practices.better_day import KEY as BETTER_DAY
from coaching.engine.practices.personal_greeting import KEY as GREETING
from coaching.engine.practices.right_first_time import KEY as FIRST_TIME
from coaching.rollups.histograms import bucket_of
from interactions.models import Concession

# A micro-connection: the words themselves showed that a person was met (PRACTICES.md, "Small moments add up").
HUMAN_PRACTICES = ("personal_greeting", "recognition", "presence", "customers_shoes", "generosity", "warm_close")
GIVEN = (Concession.OWN_JUDGEMENT, Concession.APPROVED)
HOURS_A_DAY = 24
_SHOWN, _MISSED = 100, 0

COUNTS = (
    "encounters", "connections", "judged", "total", "squares", "first_time_known", "first_time", "better_known",
    "better", "concession_known", "conceded", "greetings", "scripted", "promises", "promises_kept",
    "promises_in_time", "promises_open",
)  # fmt: skip
LISTS = ("practices", "hours")
HISTOGRAMS = ("waits", "handling", "due")


@dataclass(frozen=True, slots=True)
class Counted:
    """One encounter as far as it is counted. `hour` is that of the team's clock, from 0 to 23."""

    day: date
    hour: int
    score: int | None
    scores: Mapping[str, float]
    wait_seconds: int | None
    handling_seconds: int | None
    concession: str
    promises: Iterable[tuple[datetime, datetime | None]] = ()


@dataclass(slots=True)
class Tally:
    """Encounters added up.

    `counts`: name of COUNTS -> number; scores in points, their squares summed in `squares`.
    `practices`: key -> [judged, total, squares], each score rounded to whole points.
    `hours`: hour of the week ("0" is Monday midnight) -> [encounters, judged, total, squares].
    `waits`, `handling`: bucket of `coaching.rollups.histograms` -> encounters.
    `due`: when an open promise falls due, in seconds since 1970 -> promises.
    """

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    practices: dict[str, list[int]] = field(default_factory=dict)
    hours: dict[str, list[int]] = field(default_factory=dict)
    waits: dict[str, int] = field(default_factory=dict)
    handling: dict[str, int] = field(default_factory=dict)
    due: dict[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.counts["encounters"]

    @property
    def is_possible(self) -> bool:
        """False where more was taken away than was there."""
        return min(self.counts.values()) >= 0

    def add(self, one: Counted) -> None:
        """Count one encounter; without a score where it is not assessed yet or too little was said."""
        self._add_counts(one)
        practices = self.practices
        for practice, score in one.scores.items():
            points = whole_points(score)
            held = practices.get(practice)
            if held is None:
                practices[practice] = [1, points, points * points]
            else:
                held[0] += 1
                held[1] += points
                held[2] += points * points
        hour = str(one.day.weekday() * HOURS_A_DAY + one.hour)
        _put(self.hours, hour, [1, *([0, 0, 0] if one.score is None else [1, one.score, one.score * one.score])])
        for histogram, seconds in ((self.waits, one.wait_seconds), (self.handling, one.handling_seconds)):
            if seconds is not None:
                bucket = bucket_of(seconds)
                histogram[bucket] = histogram.get(bucket, 0) + 1
        self._add_promises(one)

    def merge(self, other: "Tally", sign: int = 1) -> None:
        """Add the other's encounters; with -1, take them away again. What becomes nothing is dropped."""
        for name in COUNTS:
            self.counts[name] += sign * other.counts[name]
        for name in LISTS:
            lists = getattr(self, name)
            for key, numbers in getattr(other, name).items():
                _put(lists, key, numbers if sign == 1 else [-number for number in numbers])
        for name in HISTOGRAMS:
            histogram = getattr(self, name)
            for key, count in getattr(other, name).items():
                histogram[key] = histogram.get(key, 0) + sign * count
                if not histogram[key]:
                    del histogram[key]

    def _add_counts(self, one: Counted) -> None:
        counts, scores = self.counts, one.scores
        counts["encounters"] += 1
        counts["connections"] += any(scores.get(practice) == _SHOWN for practice in HUMAN_PRACTICES)
        if one.score is not None:
            counts["judged"] += 1
            counts["total"] += one.score
            counts["squares"] += one.score * one.score
        first_time, better, greeting = scores.get(FIRST_TIME), scores.get(BETTER_DAY), scores.get(GREETING)
        counts["first_time_known"] += first_time is not None
        counts["first_time"] += first_time == _SHOWN
        counts["better_known"] += better is not None
        counts["better"] += better == _SHOWN
        counts["greetings"] += greeting is not None
        counts["scripted"] += greeting == _MISSED
        counts["concession_known"] += bool(one.concession)
        counts["conceded"] += one.concession in GIVEN

    def _add_promises(self, one: Counted) -> None:
        for due_at, kept_at in one.promises:
            self.counts["promises"] += 1
            self.counts["promises_kept"] += kept_at is not None
            self.counts["promises_in_time"] += kept_at is not None and kept_at <= due_at
            if kept_at is None:
                self.counts["promises_open"] += 1
                due = str(int(due_at.timestamp()))
                self.due[due] = self.due.get(due, 0) + 1


def whole_points(score: float) -> int:
    """A practice's score in whole points; halves upward. A third of a point says nothing, and whole numbers add exactly."""
    return int(score + 0.5)


def _put(lists: dict[str, list[int]], key: str, numbers: list[int]) -> None:
    """Add number by number; a list in which nothing is left is dropped."""
    held = lists.get(key)
    if held is None:
        lists[key] = list(numbers)
        return
    for place, number in enumerate(numbers):
        held[place] += number
    if not any(held):
        del lists[key]
