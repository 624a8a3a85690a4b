"""Which of many teams are called sure: hardly ever one where only people differ, and the one that truly does."""

from dataclasses import replace
from random import Random
from unittest.mock import ANY

from coaching.dashboards.organisation.counts import NOTHING, Counts, Lately, TeamCounts, lately_of
from coaching.dashboards.organisation.evidence import Kind, Look, Looks, first_looks, sure_looks
from coaching.statistics import sums_of

TEAMS, PEOPLE, EACH = 80, 8, 50


def _person(rng: Random, middle: float, share: float) -> tuple[int, ...]:
    """Twice as many encounters, before and now, of somebody whose scores lie around `middle`."""
    sums: list[int] = []
    for _time in range(2):
        scores = [round(min(100, max(0, rng.gauss(middle, 15)))) for _encounter in range(EACH)]
        met = sum(rng.random() < share for _encounter in range(EACH))
        sums += [EACH, sum(scores), sum(score * score for score in scores), EACH, met]
    return (EACH, *sums)


def _sure(rng: Random, *, apart: float = 0.0) -> list[Look]:
    """A page of teams whose people differ; the first team's first-time share is `apart` from that of the others."""
    teams: dict[int, list[tuple[int, ...]]] = {
        team: [
            _person(rng, rng.gauss(70, 8), min(0.98, max(0.4, rng.gauss(0.8, 0.06))) + (apart if team == 0 else 0))
            for _person_ in range(PEOPLE)
        ]
        for team in range(TEAMS)
    }
    together = {team: tuple(map(sum, zip(*people, strict=True))) for team, people in teams.items()}
    everybody = tuple(map(sum, zip(*together.values(), strict=True)))
    counts = Counts(
        {team: TeamCounts({"face": numbers}, lately_of(numbers)) for team, numbers in together.items()},
        {"face": everybody},
    )
    people: dict[int, list[Lately]] = {team: [lately_of(each) for each in held] for team, held in teams.items()}
    return sure_looks(first_looks(counts), people)


def test_where_only_people_differ_hardly_a_page_calls_a_team_sure():
    rng = Random(18)
    wrong = sum(bool(_sure(rng)) for _page in range(20))
    assert wrong <= 2


def test_a_team_that_truly_differs_is_found_among_many():
    rng = Random(18)
    found = [look for look in _sure(rng, apart=-0.3) if look.team == 0]
    assert [look.kind for look in found] == [Kind.FIRST_TIME_DIFFERS]
    assert not found[0].is_up


def test_no_teams_at_all_have_nothing_sure():
    assert sure_looks(first_looks(Counts({}, {})), {}) == []


def test_a_sure_difference_that_does_not_show_is_not_told():
    """70.5 and 71.4 both read 71."""
    before, now = sums_of([60, 81] * 5_000), sums_of([62, 81, 61, 81, 62, 81, 62, 81] * 1_250)
    look = Look(1, Kind.SCORE_MOVED, before.mean, now, 9.0, before)
    further = replace(look, usual=before.mean - 1)
    people = {1: [NOTHING._replace(now=now, before=before)] * 4}
    assert sure_looks(Looks([look, further], 2), people) == [replace(further, p=ANY)]
