"""A handful of scores that happen to be all alike, of a practice that most people show: no certainty, wherever it is met."""

from datetime import date, timedelta

import numpy as np
import pytest

from coaching.dashboards.advice import SURE_P
from coaching.dashboards.organisation.moved import moves
from coaching.dashboards.person.changing import SCORE, own_changes
from coaching.dashboards.sections.when import surely_different
from coaching.engine.practices import PRACTICES
from coaching.statistics import Sums, added, against, against_group, between_groups, changed, sums_of, surely
from microconnect.periods import Period

LOOKS = len(PRACTICES)
TIMES = 400
OFTEN = [0.6, 0.8, 0.9, 0.95]  # how often the practice is shown, by everybody


@pytest.fixture
def chance():
    return np.random.default_rng(6)


def _shown(n: int, often: float, chance) -> Sums:
    count = int(chance.binomial(n, often))
    return Sums(n, 100 * count, 10_000 * count)


@pytest.mark.parametrize("often", OFTEN)
@pytest.mark.parametrize(("own", "others"), [(10, 100), (15, 300), (30, 600)])
def test_nobody_is_praised_or_corrected_for_being_like_the_others(often, own, others, chance):
    compared = [against([(_shown(own, often, chance), _shown(others, often, chance))]) for _time in range(TIMES)]
    assert sum(found.is_surer_than(SURE_P) for found in compared if found) <= TIMES * SURE_P * 2


@pytest.mark.parametrize("often", OFTEN)
@pytest.mark.parametrize(("people", "each"), [(2, 3), (3, 4), (5, 5), (5, 20)])
def test_a_small_team_like_all_others_does_not_surely_differ(often, people, each, chance):
    compared = [
        against_group([_shown(each, often, chance) for _person in range(people)], _shown(2_000, often, chance))
        for _time in range(TIMES)
    ]
    sure = [surely([found.p, *[1.0] * (LOOKS - 1)])[0] for found in compared if found]
    assert sum(sure) <= TIMES * 0.05 / LOOKS * 2


@pytest.mark.parametrize("often", OFTEN)
@pytest.mark.parametrize(("before", "recent"), [(5, 60), (60, 5), (8, 40), (5, 20)])
def test_somebody_new_who_goes_on_as_they_began_has_not_changed(often, before, recent, chance):
    practice = PRACTICES[0].key
    nothing = Sums(), Sums()
    sure = [
        own_changes(nothing, {practice: _shown(before, often, chance)}, {practice: _shown(recent, often, chance)})
        for _time in range(TIMES)
    ]
    assert sum(changes[practice].is_sure for changes in sure) <= TIMES * 0.05
    assert not any(changes[SCORE].is_sure for changes in sure)


PAGES = 100
SHOWN, JUDGED = np.linspace(0.5, 0.97, LOOKS), np.linspace(0.05, 0.95, LOOKS)
FEWEST = 5


def _practices(people: int, each: int, shown, chance) -> list[list[Sums]]:
    """practice -> each person's, of about `each` encounters of theirs."""
    counts = chance.binomial(chance.poisson(each, people), JUDGED[:, None])
    return [
        [_shown(n, often, chance) for n, often in zip(*row, strict=True)] for row in zip(counts, shown, strict=True)
    ]


def _is_alarmed(reading, before, after, pair_up) -> bool:
    """Whether a page on which nothing changed is sure of something."""
    compared = zip(before, after, strict=True)
    enough = [(b, a) for b, a in compared if min(added(b).n, added(a).n) >= FEWEST]
    found = [reading(pair_up(b, a)) for b, a in enough]
    return any(surely([one.p for one in found if one]))


def _levels(people: int, chance):
    """How often each of the people shows each practice."""
    return np.clip(chance.permutation(SHOWN)[:, None] + chance.normal(0, 0.05, (LOOKS, people)), 0.02, 0.995)


@pytest.mark.parametrize("reading", [between_groups, changed])
@pytest.mark.parametrize(("people", "before", "after"), [(3, 15, 60), (5, 8, 60), (5, 60, 8), (10, 5, 60)])
def test_a_team_that_logged_little_once_has_not_surely_changed(reading, people, before, after, chance):
    alarms = 0
    for _page in range(PAGES):
        levels = _levels(people, chance)
        then, now = (_practices(people, each, levels, chance) for each in (before, after))
        alarms += _is_alarmed(reading, then, now, lambda b, a: list(zip(b, a, strict=True)))
    assert alarms < PAGES * 0.05


@pytest.mark.parametrize("reading", [between_groups, changed])
@pytest.mark.parametrize(("people", "before", "after"), [(3, 10, 60), (5, 8, 60), (3, 60, 60)])
def test_a_team_of_other_people_who_are_like_the_earlier_ones_has_not_surely_changed(
    reading, people, before, after, chance
):
    alarms = 0
    for _page in range(PAGES):
        levels = np.hsplit(_levels(2 * people, chance), 2)
        then, now = (
            _practices(people, each, level, chance) for each, level in zip((before, after), levels, strict=True)
        )
        alarms += _is_alarmed(reading, then, now, lambda b, a: [(x, Sums()) for x in b] + [(Sums(), x) for x in a])
    assert alarms < PAGES * 0.05


@pytest.mark.parametrize(("before", "recent"), [(20, 2), (2, 20), (10, 10)])
def test_an_organisation_that_logs_little_has_not_surely_changed(before, recent, chance):
    monday = date(2026, 8, 3)
    mondays = [monday + timedelta(weeks=nth) for nth in range(13)]
    periods = Period(monday, mondays[9]), Period(mondays[9], mondays[-1] + timedelta(weeks=1))
    alarms = 0
    for _page in range(PAGES):
        weeks = {
            monday: chance.binomial(chance.poisson(before if monday in periods[0] else recent), JUDGED)
            for monday in mondays
        }
        figures = {
            str(nth): {monday: _shown(counts[nth], often, chance) for monday, counts in weeks.items() if counts[nth]}
            for nth, often in enumerate(SHOWN)
        }
        alarms += any(change.is_sure for change in moves(figures, *periods).values())
    assert alarms <= PAGES * 0.05


@pytest.mark.parametrize(("middle", "spread"), [(70, 16), (90, 16), (95, 12)])
def test_a_weekday_on_which_few_were_logged_is_not_surely_unlike_the_others(middle, spread, chance):
    """Scores are cut off at 100, so that five high ones are much alike."""
    alarms = 0
    for _page in range(2 * PAGES):
        counts = {"Saturday": 5, "Sunday": 5, "Monday": 5, "Tuesday": 40, "Wednesday": 40, "Thursday": 40, "Friday": 40}
        days = {
            day: sums_of(np.clip(np.round(chance.normal(middle, spread, n)), 0, 100).tolist())
            for day, n in counts.items()
        }
        alarms += any(surely_different(days).values())
    assert alarms <= 2 * PAGES * 0.05


def test_what_is_far_from_the_others_is_found_all_the_same():
    found = against([(Sums(30, 1_500, 150_000), Sums(300, 27_000, 2_700_000))])
    assert found is not None
    assert found.is_surer_than(SURE_P)


def test_a_team_far_from_all_others_is_found_all_the_same():
    people = [Sums(20, 100 * count, 10_000 * count) for count in (8, 9, 10, 11, 12)]
    found = against_group(people, Sums(2_000, 180_000, 18_000_000))
    assert found is not None
    assert found.p < 0.001
