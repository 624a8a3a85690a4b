"""What moved between two periods, and which of it is sure when everything is looked at together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coaching.dashboards.queries.people import BeforeAndAfter, PeopleWeeks
from coaching.engine.practices import PRACTICES
from coaching.statistics import Difference, Sums, changed, sure_of

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


def changes(
    before: PeopleWeeks, recent: PeopleWeeks, channels: Sequence[str], told: tuple[PeopleWeeks, PeopleWeeks]
) -> list[Movement]:
    """Every change there is to speak of: the score, each of `channels`, the practices, each person's greetings.

    Greetings are those of `told`, before and recent, since they are spoken of by name (docs/decisions/0022).
    Each person is compared with themselves, and "sure" is decided over all of it at once (docs/decisions/0018).
    """
    candidates = [
        _change(Subject.SCORE, "", BeforeAndAfter(before.scores, recent.scores)),
        *(_change(Subject.CHANNEL, channel, _in_channel(before, recent, channel)) for channel in channels),
        *(_change(Subject.PRACTICE, practice.key, _practice(before, recent, practice.key)) for practice in PRACTICES),
        *(
            _change(Subject.GREETINGS, str(person), sums, fewest=FEWEST_GREETINGS)
            for person, sums in _greetings(*told).items()
        ),
    ]
    return judged([change for change in candidates if change])


def judged(found: Sequence[Movement]) -> list[Movement]:
    """The same, with what is sure of them all together."""
    return [
        replace(change, is_sure=is_sure)
        for change, is_sure in zip(found, sure_of([change.found for change in found]), strict=True)
    ]


def _in_channel(before: PeopleWeeks, recent: PeopleWeeks, channel: str) -> BeforeAndAfter:
    return BeforeAndAfter(before.in_channel(channel).scores, recent.in_channel(channel).scores)


def _practice(before: PeopleWeeks, recent: PeopleWeeks, practice: str) -> BeforeAndAfter:
    return BeforeAndAfter(before.practices.by_person(practice), recent.practices.by_person(practice))


def _greetings(before: PeopleWeeks, recent: PeopleWeeks) -> Mapping[int, BeforeAndAfter]:
    return {
        person: BeforeAndAfter({person: before.activity[person].scripted.sums}, {person: activity.scripted.sums})
        for person, activity in recent.activity.items()
        if person in before.activity
    }


def _change(subject: Subject, key: str, sums: BeforeAndAfter, *, fewest: int = FEWEST) -> Movement | None:
    before, after = sums.then, sums.now
    if min(before.n, after.n) < fewest:
        return None
    found = changed(sums.pairs)
    return Movement(subject, key, before, after, found) if found else None
