"""What moved between two periods, and which of it is sure when everything is looked at together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coaching.dashboards.queries.practices import NOTHING
from coaching.engine.practices import PRACTICES
from coaching.statistics import Difference, Sums, difference, surely

FEWEST = 5  # on either side, to speak of a change at all
FEWEST_GREETINGS = 10


class Subject(StrEnum):
    """What a change is of."""

    SCORE = "score"
    CHANNEL = "channel"
    PRACTICE = "practice"
    GREETINGS = "greetings"  # one person's, those that were a script counted as 1


@dataclass(frozen=True, slots=True)
class Movement:
    """`key` names the channel, the practice or the person (as text); it is empty for the score."""

    subject: Subject
    key: str
    before: Sums
    after: Sums
    found: Difference
    is_sure: bool = False

    @property
    def is_up(self) -> bool:
        return self.found.by > 0


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    before: Sums
    after: Sums


def changes(
    score: BeforeAndAfter,
    channels: Mapping[str, BeforeAndAfter],
    before: Mapping[str, Sums],
    recent: Mapping[str, Sums],
    greetings: Mapping[int, BeforeAndAfter],
) -> list[Movement]:
    """Every change there is to speak of. "Sure" is decided over all of them at once (see `surely`)."""
    candidates = [
        _change(Subject.SCORE, "", score),
        *(_change(Subject.CHANNEL, channel, sums) for channel, sums in channels.items()),
        *(_practice_change(practice.key, before, recent) for practice in PRACTICES),
        *(_change(Subject.GREETINGS, str(person), sums, fewest=FEWEST_GREETINGS) for person, sums in greetings.items()),
    ]
    return _judged([change for change in candidates if change])


def _judged(found: Sequence[Movement]) -> list[Movement]:
    verdicts = surely([change.found.p for change in found])
    return [replace(change, is_sure=is_sure) for change, is_sure in zip(found, verdicts, strict=True)]


def _practice_change(practice: str, before: Mapping[str, Sums], recent: Mapping[str, Sums]) -> Movement | None:
    sums = BeforeAndAfter(before.get(practice, NOTHING), recent.get(practice, NOTHING))
    return _change(Subject.PRACTICE, practice, sums)


def _change(subject: Subject, key: str, sums: BeforeAndAfter, *, fewest: int = FEWEST) -> Movement | None:
    if min(sums.before.n, sums.after.n) < fewest:
        return None
    found = difference(sums.before, sums.after)
    return Movement(subject, key, sums.before, sums.after, found) if found else None
