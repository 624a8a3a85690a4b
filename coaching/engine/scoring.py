"""From findings to one number, in whole-number arithmetic, with every step kept so that a
screen can show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from coaching.engine.facts import SpeedTargets
from coaching.engine.finding import Finding
from coaching.engine.practices import PRACTICES
from coaching.engine.rounding import round_half_up

MOST_BONUS = 10
HIGHEST = 100
CRITICAL_BELOW = 50


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What counts how much.

    Args:
        weights: points of weight by practice key; 0, or leaving it out, switches a practice off.
        bonus: keys that add points and never take any.
        critical: keys that cap the encounter when they score under 50.
        critical_cap: the most an encounter scores then.
        minimum_judged: with fewer judged practices (bonus ones aside) there is no score.
        target_low, target_high: the band a team aims for; drawn, not computed with.
        speed_targets: by channel.
        channels: by channel, the weights that differ there.
    """

    weights: Mapping[str, int]
    bonus: frozenset[str] = frozenset()
    critical: frozenset[str] = frozenset()
    critical_cap: int = 50
    minimum_judged: int = 3
    target_low: int = 70
    target_high: int = 85
    speed_targets: Mapping[str, SpeedTargets] = field(default_factory=lambda: DEFAULT_SPEED_TARGETS)
    channels: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))

    def weight(self, practice: str) -> int:
        return self.weights.get(practice, 0)

    def targets(self, channel: str) -> SpeedTargets:
        return self.speed_targets.get(channel, SpeedTargets())

    def for_channel(self, channel: str) -> "Scorecard":
        """The scorecard as it counts in one channel."""
        own = self.channels.get(channel)
        return self.with_weights(**own) if own else self

    def with_weights(self, **weights: int) -> "Scorecard":
        """The same scorecard with some weights changed."""
        return replace(self, weights=MappingProxyType({**self.weights, **weights}))


class Part(NamedTuple):
    """What one finding did for the score.

    `counts` when it was judged and its weight is not 0; `of` is the weight of all that counted (100 for a
    bonus).
    """

    finding: Finding
    weight: int
    counts: bool
    is_bonus: bool
    of: int

    @property
    def practice(self) -> str:
        return self.finding.practice

    @property
    def score(self) -> float | None:
        return self.finding.score

    @property
    def points(self) -> Fraction:
        """What it gave to the whole, in points of 100 (bonus points for a bonus), exact; 0 when
        it did not count."""
        return Fraction(self.earned) / self.of if self.counts else Fraction(0)

    @property
    def lost(self) -> Fraction:
        """What a full score would have given beyond that."""
        return Fraction(self.weight * HIGHEST - self.earned) / self.of if self.counts else Fraction(0)

    @property
    def earned(self) -> int | Fraction:
        """Weight times score."""
        return self.weight * _exact(self.finding.score or 0)


@dataclass(frozen=True, slots=True)
class Score:
    """The number and its making: `value` is `base` plus `bonus`, rounded half-up, at most 100, capped by a
    critical one.

    `value` is None when fewer practices than the scorecard asks for could be judged; `base` is None when none
    could.
    """

    value: int | None
    base: Fraction | None
    bonus: Fraction
    judged: int
    capped_by: str | None
    parts: tuple[Part, ...]


def score(findings: Iterable[Finding], scorecard: "Scorecard | None" = None) -> Score:
    """Weigh the findings.

    Args:
        findings: at most one of each practice, in any order.
        scorecard: DEFAULT_SCORECARD when left out.
    """
    card = scorecard or DEFAULT_SCORECARD
    weighed = [(each, card.weights.get(each.practice, 0), each.practice in card.bonus) for each in findings]
    total = sum([weight for each, weight, is_bonus in weighed if each.score is not None and not is_bonus])
    parts = tuple([_part(*each, total) for each in weighed])
    earned = [part.earned for part in parts if part.counts and not part.is_bonus]
    base = Fraction(sum(earned), total) if total else None
    extra = sum([part.earned for part in parts if part.counts and part.is_bonus])
    bonus = min(Fraction(MOST_BONUS), Fraction(extra, HIGHEST))
    capped_by = _capping(parts, card)
    return Score(_value(base, bonus, len(earned), capped_by, card), base, bonus, len(earned), capped_by, parts)


def value_of(scores: Mapping[str, float], scorecard: Scorecard) -> int | None:
    """The number alone, in a fraction of the time: `score(...).value` of findings with these scores.

    Args:
        scores: judged practices only, 0 to 100 each.
        scorecard: as it counts in the encounter's channel.
    """
    weights, bonus = scorecard.weights, scorecard.bonus
    total = judged = 0
    earned: int | Fraction = 0
    extra: int | Fraction = 0
    is_low = False
    for practice, value in scores.items():
        weight = weights.get(practice, 0)
        if not weight:
            continue
        if practice in bonus:
            extra += weight * _exact(value)
        else:
            total += weight
            earned += weight * _exact(value)
            judged += 1
        is_low = is_low or (value < CRITICAL_BELOW and practice in scorecard.critical)
    if not total or judged < scorecard.minimum_judged:
        return None
    # earned / total + extra / 100, rounded half-up: in whole numbers, since fractions take most of the time.
    above, below = earned * HIGHEST + min(extra, MOST_BONUS * HIGHEST) * total, total * HIGHEST
    number = min(int((2 * above + below) // (2 * below)), HIGHEST)
    return min(number, scorecard.critical_cap) if is_low else number


def _part(finding: Finding, weight: int, is_bonus: bool, total: int) -> Part:
    counts = finding.score is not None and weight > 0
    return Part(finding, weight, counts, is_bonus, HIGHEST if is_bonus else total)


def _exact(score: float) -> int | Fraction:
    return int(score) if score == int(score) else Fraction(score)


def _capping(parts: tuple[Part, ...], card: Scorecard) -> str | None:
    """The first critical practice under 50, in the order of keys so that the findings' order
    does not matter."""
    low = [
        part.practice
        for part in parts
        if part.counts and part.practice in card.critical and (part.score or 0) < CRITICAL_BELOW
    ]
    return min(low, default=None)


def _value(base: Fraction | None, bonus: Fraction, judged: int, capped_by: str | None, card: Scorecard) -> int | None:
    if base is None or judged < card.minimum_judged:
        return None
    value = min(round_half_up(base + bonus), HIGHEST)
    return min(value, card.critical_cap) if capped_by else value


DEFAULT_SPEED_TARGETS: Mapping[str, SpeedTargets] = MappingProxyType(
    {
        "face": SpeedTargets(wait_seconds=120, handling_seconds=300),
        "ear": SpeedTargets(wait_seconds=60, handling_seconds=420),
        "click": SpeedTargets(wait_seconds=60, handling_seconds=600),
    }
)

DEFAULT_SCORECARD = Scorecard(
    weights=MappingProxyType({practice.key: practice.weight for practice in PRACTICES}),
    bonus=frozenset(practice.key for practice in PRACTICES if practice.is_bonus),
    critical=frozenset(practice.key for practice in PRACTICES if practice.is_critical),
)
