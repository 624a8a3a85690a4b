"""Who has which case when, week by week: numbers only, so that a year of 10 million is drawn in a minute."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from tests.benchmarks.synthetic.chain import MEASURED_WEEKS, PEOPLE_A_TEAM, TIME_ZONES

WEEKS = 52
MEASURED_A_WEEK = 36  # encounters of each person in the measured team
_BUSY = np.array([0.9, 0.85, 0.9, 1.0, 1.15, 1.7, 0.75])  # Monday to Sunday
_OPENS, _OPEN_SECONDS = 9 * 3600, 9 * 3600
_COME_BACK = 0.045
_KEPT, _KEPT_LATE = 0.86, 0.05
_FORGOTTEN_IN = 9 * 86_400  # older promises were all kept in the end

Numbers = np.ndarray


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn: how many encounters, among whom, until when, from cases that promise something within so many hours."""

    encounters: int
    people: int
    seed: int
    now: datetime
    hours: Numbers


@dataclass(frozen=True, slots=True)
class Week:
    """Encounters of one week in the order of their time; moments are seconds since 1970, 0 stands for none."""

    first_id: int
    public_ids: list[str]
    person: Numbers
    case: Numbers
    at: Numbers
    days: list[str]
    hour: Numbers
    repeat_of: Numbers
    came_back: Numbers
    due_at: Numbers
    kept_at: Numbers

    def __len__(self) -> int:
        return len(self.at)


def weeks(shape: Shape) -> Iterator[Week]:
    """`shape.encounters` in 52 weeks, the oldest first; the last week ends yesterday."""
    people = min(PEOPLE_A_TEAM, shape.people)
    measured = min(MEASURED_A_WEEK * people, shape.encounters // MEASURED_WEEKS)
    rest = shape.encounters - measured * MEASURED_WEEKS
    if people == shape.people and rest:
        raise ValueError("The rest of the chain has nobody: more people, or fewer encounters.")
    skills = np.random.default_rng([shape.seed, 0]).normal(0.5, 0.16, shape.people)
    first_id = 1
    for number in range(WEEKS):
        others = rest * (number + 1) // WEEKS - rest * number // WEEKS
        own = measured if number >= WEEKS - MEASURED_WEEKS else 0
        drawn = [
            _drawn(np.random.default_rng([shape.seed, 1, number]), shape, skills, number, own, (0, people)),
            _drawn(
                np.random.default_rng([shape.seed, 2, number]), shape, skills, number, others, (people, shape.people)
            ),
        ]
        week = _in_order(drawn, first_id)
        first_id += len(week)
        yield week


def _drawn(
    rng: np.random.Generator, shape: Shape, skills: Numbers, number: int, count: int, people: tuple[int, int]
) -> dict[str, Numbers]:
    """Encounters of people from..until in one week, unordered."""
    person = rng.integers(*people, count) if count else np.zeros(0, dtype=np.int64)
    days = [shape.now.date() - timedelta(days=1 + 7 * (WEEKS - 1 - number) + back) for back in range(7)]
    busy = np.array([_BUSY[day.weekday()] for day in days])
    day = rng.choice(7, count, p=busy / busy.sum())
    midday = np.where(rng.random(count) < 0.6, rng.triangular(0, 0.45, 1, count), rng.random(count))
    opened = np.array([[_opening(zone, day) for day in days] for zone in TIME_ZONES])
    open_for = (midday * _OPEN_SECONDS).astype(np.int64)
    at = opened[(person // PEOPLE_A_TEAM) % len(TIME_ZONES), day] + open_for
    luck = np.clip(skills[person] + 0.1 * number / WEEKS + rng.normal(0, 0.3, count), 0, 0.999_999)
    case = (luck * len(shape.hours)).astype(np.int64)
    when = {"at": at, "day": np.array([d.toordinal() for d in days])[day], "hour": (_OPENS + open_for) // 3600}
    drawn = {"person": person, "case": case, **when}
    public = np.frombuffer(rng.bytes(16 * count), dtype="S16") if count else np.zeros(0, dtype="S16")
    return {**drawn, "public": public, "returns": rng.random(count) < _COME_BACK, **_promises(rng, shape, case, at)}


def _opening(zone: str, day: date) -> int:
    return int(datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC).timestamp()) + _OPENS


def _promises(rng: np.random.Generator, shape: Shape, case: Numbers, at: Numbers) -> dict[str, Numbers]:
    """Most kept in time, some late, a handful forgotten, some still open."""
    now = int(shape.now.timestamp())
    term = shape.hours[case] * 3600
    due_at = np.where(term > 0, at + term, 0)
    how, share = rng.random(len(at)), rng.random(len(at))
    in_time = at + (term * (0.2 + 0.77 * share)).astype(np.int64)
    late = due_at + 600 + (share * 86_400).astype(np.int64)
    forgotten = (how > _KEPT + _KEPT_LATE) & (due_at > now - _FORGOTTEN_IN)
    kept_at = np.where(how < _KEPT, in_time, late)
    kept_at = np.where(forgotten | (kept_at >= now) | (term == 0), 0, kept_at)
    return {"due_at": due_at, "kept_at": kept_at}


def _in_order(drawn: list[dict[str, Numbers]], first_id: int) -> Week:
    whole = {name: np.concatenate([part[name] for part in drawn]) for name in drawn[0]}
    order = np.argsort(whole["at"], kind="stable")
    whole = {name: column[order] for name, column in whole.items()}
    repeat_of, came_back = _repeats(whole["person"], whole["returns"], first_id)
    digits = whole["public"].tobytes().hex()
    isoformat = {ordinal: date.fromordinal(ordinal).isoformat() for ordinal in np.unique(whole["day"]).tolist()}
    return Week(
        first_id=first_id,
        public_ids=[digits[start : start + 32] for start in range(0, len(digits), 32)],
        person=whole["person"],
        case=whole["case"],
        at=whole["at"],
        days=[isoformat[ordinal] for ordinal in whole["day"].tolist()],
        hour=whole["hour"],
        repeat_of=repeat_of,
        came_back=came_back,
        due_at=whole["due_at"],
        kept_at=whole["kept_at"],
    )


def _repeats(person: Numbers, returns: Numbers, first_id: int) -> tuple[Numbers, Numbers]:
    """(the id of the same person's encounter before, where it is a repeat; whether it was itself come back to)."""
    by_person = np.argsort(person, kind="stable")
    before, after = by_person[:-1], by_person[1:]
    joined = (person[before] == person[after]) & returns[after]
    repeat_of, came_back = np.zeros(len(person), dtype=np.int64), np.zeros(len(person), dtype=np.int64)
    repeat_of[after[joined]] = before[joined] + first_id
    came_back[before[joined]] = 1
    return repeat_of, came_back
