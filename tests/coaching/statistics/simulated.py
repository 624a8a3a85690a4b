"""Team pages made up by chance: ten people over two periods, in which nothing changed unless a change is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coaching.statistics import Pair, Sums, added, changed, difference

PEOPLE = 10
CHANNELS = np.array([0.6, 0.25, 0.15])
CHANNEL_LEVELS = np.array([0, -8, 4])
JUDGED = np.linspace(0.05, 0.95, 20)  # how often each practice can be judged at all
SHOWN = np.linspace(0.2, 0.9, 20)  # and how often it is then shown
SPREAD = 16  # of one person's scores, in points
FEWEST, FEWEST_GREETINGS = 5, 10


@dataclass(frozen=True)
class World:
    """`apart`: how far people differ, in points. `mix`: how unevenly who is there changes; one in ten is then away."""

    encounters: int  # a period, of the whole team
    apart: float
    mix: float
    change: float = 0  # of every score, in points


@dataclass(frozen=True)
class Page:
    """Everything looked at together: pairs of people for the team's figures, and each person's greetings."""

    team: Sequence[Sequence[Pair]]  # score, 3 channels, 20 practices
    greetings: Sequence[Pair]

    def ps(self, reading) -> list[float]:
        """The chance of everything that there is enough of; `reading` judges the team's figures from their pairs."""
        found = [
            reading(pairs) for pairs in self.team if min(added(side).n for side in zip(*pairs, strict=True)) >= FEWEST
        ]
        found += [changed([pair]) for pair in self.greetings if min(sums.n for sums in pair) >= FEWEST_GREETINGS]
        return [one.p for one in found if one]


def over_encounters(pairs: Sequence[Pair]):
    """The naive reading: whose encounters they are does not matter."""
    return difference(added(before for before, _after in pairs), added(after for _before, after in pairs))


def page(world: World, chance: np.random.Generator) -> Page:
    people = chance.normal(70, world.apart, PEOPLE)
    shown = np.clip(SHOWN[:, None] + chance.normal(0, world.apart / 80, (20, PEOPLE)), 0.02, 0.98)
    usual = chance.gamma(2, 0.5, PEOPLE)
    counts = [_encounters(usual, world, chance) for _period in range(2)]
    scores = [_scores(people + world.change * nth, counts[nth], chance) for nth in range(2)]
    practices = [_levels(shown, chance.binomial(count, JUDGED[:, None]), chance) for count in counts]
    score = _paired([added(by_channel) for by_channel in zip(*side, strict=True)] for side in scores)
    channels = [_paired(sides) for sides in zip(*scores, strict=True)]
    judged = [_paired(sides) for sides in zip(*practices, strict=True)]
    return Page([score, *channels, *judged], judged[-1])


def _encounters(usual, world: World, chance: np.random.Generator):
    there = usual
    if world.mix:
        there = usual * chance.gamma(world.mix**-2, world.mix**2, PEOPLE) * (chance.random(PEOPLE) > 0.1)
    return chance.poisson(world.encounters / PEOPLE * there)


def _scores(people, counts, chance: np.random.Generator) -> list[list[Sums]]:
    """By channel and person: continuous, clipped to the scale."""
    by_channel = chance.multinomial(counts, CHANNELS)
    return [
        [_continuous(level + offset, n, chance) for level, n in zip(people, ns, strict=True)]
        for offset, ns in zip(CHANNEL_LEVELS, by_channel.T, strict=True)
    ]


def _continuous(level: float, n: int, chance: np.random.Generator) -> Sums:
    scores = np.clip(chance.normal(level, SPREAD, n), 0, 100)
    return Sums(int(n), float(scores.sum()), float((scores * scores).sum()))


def _levels(shown, counts, chance: np.random.Generator) -> list[list[Sums]]:
    """By practice and person: 0, 50 and 100."""
    high = shown**1.3
    middle = np.minimum(2 * (shown - high), 1 - high)
    drawn = chance.multinomial(counts, np.stack([1 - high - middle, middle, high], axis=-1)).tolist()
    return [[_counted(*levels) for levels in by_person] for by_person in drawn]


def _counted(none: int, half: int, full: int) -> Sums:
    return Sums(none + half + full, 50.0 * half + 100.0 * full, 2_500.0 * half + 10_000.0 * full)


def _paired(sides) -> list[Pair]:
    before, after = sides
    return list(zip(before, after, strict=True))
