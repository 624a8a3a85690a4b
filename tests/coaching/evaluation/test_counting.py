"""Counts, the figures made of them, their intervals, and agreement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.evaluation.agreement import agreement, alpha
from coaching.evaluation.counting import Counts
from coaching.evaluation.intervals import Interval, macro_f1_interval
from tests.coaching.evaluation.conftest import row

_ANSWERS = st.lists(st.tuples(st.booleans(), st.booleans()))


@given(_ANSWERS)
def test_every_answer_is_counted_once(answers):
    counts = Counts.of(answers)
    assert counts.n == len(answers)
    assert counts.positives == sum(is_so for is_so, _ in answers)
    assert counts.found + counts.wrong == sum(is_found for _, is_found in answers)
    majority = counts.of_majority()
    assert (majority.n, majority.positives) == (counts.n, counts.positives)


@given(_ANSWERS)
def test_shares_lie_between_0_and_1(answers):
    counts = Counts.of(answers)
    for value in (counts.accuracy, counts.precision, counts.recall, counts.f1, counts.macro_f1):
        assert 0 <= value <= 1
    if answers and counts.accuracy == 1 and 0 < counts.positives < counts.n:
        assert counts.macro_f1 == 1


def test_the_figures_of_a_small_table():
    counts = Counts(found=6, wrong=2, missed=4, passed=88)
    assert counts.accuracy == pytest.approx(0.94)
    assert counts.precision == pytest.approx(0.75)
    assert counts.recall == pytest.approx(0.6)
    assert counts.f1 == pytest.approx(12 / 18)
    assert counts.macro_f1 == pytest.approx((12 / 18 + 176 / 182) / 2)
    assert counts.of_majority().macro_f1 == pytest.approx(180 / 190 / 2)


def test_where_most_are_positive_the_majority_says_yes():
    assert Counts(found=1, missed=2, passed=1).of_majority() == Counts(found=3, wrong=1)


def _interval(answers, seed: str) -> Interval:
    found = macro_f1_interval(answers, 500, seed)
    assert found is not None
    return found


def _clustered():
    """Forty conversations of ten rows each; within one, all answers are right or all are wrong."""
    for group in range(40):
        for turn in range(10):
            is_so = turn % 2 == 0
            yield f"g{group}", is_so, is_so if group % 4 else not is_so


def test_the_same_seed_gives_the_same_interval_and_another_one_its_own():
    answers = list(_clustered())
    first = _interval(answers, "a")
    assert first == _interval(answers, "a")
    assert first != _interval(answers, "b")


def test_an_interval_holds_the_figure_it_is_of():
    answers = list(_clustered())
    low, high = _interval(answers, "a")
    assert low < Counts.of((is_so, is_found) for _, is_so, is_found in answers).macro_f1 < high


def test_drawing_whole_conversations_gives_a_wider_interval_than_drawing_rows():
    answers = list(_clustered())
    alone = [(str(number), is_so, is_found) for number, (_, is_so, is_found) in enumerate(answers)]
    low, high = _interval(answers, "a")
    row_low, row_high = _interval(alone, "a")
    assert high - low > 2 * (row_high - row_low)


def test_there_is_no_interval_without_resamples_or_of_one_conversation():
    assert macro_f1_interval(_clustered(), 0, "a") is None
    assert macro_f1_interval([("g", True, True), ("g", False, False)], 100, "a") is None


def _pairs(first: str, second: str):
    return [(one == "1", other == "1") for one, other in zip(first, second, strict=True)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("0100000010", "1110010000", 0.095),  # Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, B
        ("0101", "0101", 1.0),
        ("01", "10", -0.5),
    ],
)
def test_alpha_is_that_of_the_literature(first, second, expected):
    assert alpha(_pairs(first, second)) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("pairs", [[], [(False, False)] * 5, [(True, True)]])
def test_there_is_no_alpha_where_nothing_could_be_disagreed_about(pairs):
    assert alpha(pairs) is None


def test_agreement_counts_only_rows_that_two_people_labelled(read):
    both = {"labellers": {"a": ["greeting"], "b": ["greeting", "apology"]}}
    neither = row(2, "No", labellers={"a": [], "b": []})
    labelled = read(row(1, "Hi", **both), neither, row(3, "Hi")).slices[0]
    assert agreement(labelled) == {"greeting": 1.0, "apology": 0.0, "exploration": None, "reassurance": None}


def test_there_is_no_agreement_in_a_file_that_one_person_labelled(read):
    assert agreement(read(row(1, "Hi")).slices[0]) == {}
