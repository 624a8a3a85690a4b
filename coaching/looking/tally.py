"""What a draft would have changed, counted: in all, by team, channel and person. Plain sums that are stored as JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from coaching.looking.seen import Seen

MOST_LISTED = 2_000  # changed encounters that are kept one by one; all are counted


@dataclass(slots=True)
class Sums:
    """Over some encounters.

    Args:
        encounters: looked at.
        changed: whose verdict changed.
        moved: whose score changed.
        scored: that have a score before and after; `before` and `after` are the sums of those.
    """

    encounters: int = 0
    changed: int = 0
    moved: int = 0
    scored: int = 0
    before: int = 0
    after: int = 0

    def add(self, seen: Seen) -> None:
        self.encounters += 1
        self.changed += seen.verdict_changed
        self.moved += seen.score_moved
        if seen.before is not None and seen.after is not None:
            self.scored += 1
            self.before += seen.before
            self.after += seen.after

    @property
    def mean_before(self) -> float | None:
        return self.before / self.scored if self.scored else None

    @property
    def mean_after(self) -> float | None:
        return self.after / self.scored if self.scored else None

    @property
    def shift(self) -> float:
        """By how many points the mean moves."""
        return (self.after - self.before) / self.scored if self.scored else 0.0


@dataclass(slots=True)
class Tally:
    """Everything a look found. `kinds` counts verdicts old -> new; `listed` are changed encounters, at most 2,000."""

    all: Sums = field(default_factory=Sums)
    teams: dict[int, Sums] = field(default_factory=lambda: defaultdict(Sums))
    channels: dict[str, Sums] = field(default_factory=lambda: defaultdict(Sums))
    people: dict[int, Sums] = field(default_factory=lambda: defaultdict(Sums))
    kinds: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    scores_before: list[int] = field(default_factory=lambda: [0] * 10)
    scores_after: list[int] = field(default_factory=lambda: [0] * 10)
    listed: list[list[Any]] = field(default_factory=list)

    def add(self, seen: Seen) -> None:
        row = seen.row
        for sums in (self.all, self.teams[row.team], self.channels[row.channel], self.people[row.person]):
            sums.add(seen)
        for histogram, score in ((self.scores_before, seen.before), (self.scores_after, seen.after)):
            if score is not None:
                histogram[min(score // 10, 9)] += 1
        if seen.verdict_changed:
            self.kinds[f"{seen.old} {seen.new}"] += 1
        if (seen.verdict_changed or seen.score_moved) and len(self.listed) < MOST_LISTED:
            self.listed.append([row.encounter, seen.old, seen.new, seen.before, seen.after])

    def as_json(self) -> dict[str, Any]:
        return {
            "all": asdict(self.all),
            "teams": {team: asdict(sums) for team, sums in self.teams.items()},
            "channels": {channel: asdict(sums) for channel, sums in self.channels.items()},
            "people": {person: asdict(sums) for person, sums in self.people.items()},
            "kinds": dict(self.kinds),
            "scores_before": self.scores_before,
            "scores_after": self.scores_after,
            "listed": self.listed,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Tally:
        return cls(
            all=Sums(**stored["all"]),
            teams={int(team): Sums(**sums) for team, sums in stored["teams"].items()},
            channels={channel: Sums(**sums) for channel, sums in stored["channels"].items()},
            people={int(person): Sums(**sums) for person, sums in stored["people"].items()},
            kinds=dict(stored["kinds"]),
            scores_before=list(stored["scores_before"]),
            scores_after=list(stored["scores_after"]),
            listed=list(stored["listed"]),
        )
