"""A second opinion: the rule decides on words nobody has weighed; weighed words may overrule it, and are then the evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.engine.signals.registry import SIGNALS, Said
from coaching.engine.text import Spans, read
from coaching.evaluation.second_opinion import FOLDER, Weights, terms, weigh, weights_of, with_second_opinion
from coaching.evaluation.training import LEARNT_FROM

WEIGHTS = Weights(found=2.0, passed_over=-3.0, terms={"sorted that": 2.0, "that out": 1.5, "maybe": -2.5, "^ is": -1.0})


def weighed(text: str, found: Spans = ()) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in weigh(WEIGHTS, read(text), found))


def test_on_words_it_never_saw_the_rule_decides() -> None:
    assert weighed("Booked for eight", ((0, 6),)) == ("Booked",)
    assert weighed("Lovely weather") == ()


def test_words_against_it_drop_what_the_rule_found() -> None:
    assert weighed("Booked, maybe", ((0, 6),)) == ()


def test_one_word_against_a_trusted_rule_is_not_enough() -> None:
    assert weighed("Is it booked?", ((6, 12),)) == ("booked",)


def test_words_for_it_find_what_the_rule_passed_over_and_are_the_evidence() -> None:
    assert weighed("So I sorted that out for her") == ("sorted that out",)


def test_a_term_counts_once_however_often_it_is_said() -> None:
    assert weighed("sorted that, sorted that, sorted that") == ()


def test_a_term_never_crosses_sentences() -> None:
    assert "sorted that" not in terms(read("I sorted. That out"))


def test_how_a_sentence_starts_and_that_it_asks_are_terms_too() -> None:
    assert {"^ is", "^ is it", "it ?"} <= terms(read("Is it?")).keys()


@given(st.text(max_size=200))
def test_evidence_of_any_text_stands_in_it(text: str) -> None:
    eager = Weights(found=1.0, passed_over=-0.1, terms=dict.fromkeys(terms(read(text)), 0.5))
    for start, end in weigh(eager, read(text), ()):
        assert 0 <= start < end <= len(text)


def test_no_words_nothing_found() -> None:
    assert weigh(Weights(found=1.0, passed_over=-1.0, terms={}), read(""), ()) == ()


def test_every_label_that_weights_are_learnt_for_has_a_file_of_them_and_no_other() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.json")) == sorted(LEARNT_FROM)


@pytest.mark.parametrize("label", sorted(LEARNT_FROM))
def test_weights_trust_the_rule_where_it_found_something_and_not_where_it_did_not(label: str) -> None:
    weights = weights_of(label)

    assert weights is not None
    assert weights.found > 0 > weights.passed_over


@pytest.mark.parametrize("label", sorted(LEARNT_FROM))
def test_a_detector_with_a_second_opinion_still_goes_by_its_rule_on_unknown_words(label: str) -> None:
    detect = with_second_opinion(label, lambda said: ((0, len(said.text)),))

    assert detect(Said("田")) == ((0, 1),)
    assert with_second_opinion(label, lambda said: ())(Said("田")) == ()


def test_a_detector_without_weights_stays_as_it_is() -> None:
    detect = SIGNALS["apology"].detect

    assert with_second_opinion("apology", detect) is detect
