"""What signals find in labelled rows, compared with what people labelled and marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.engine.signals.registry import SIGNALS, Said
from coaching.evaluation.counting import Counts
from coaching.evaluation.detecting import Engine, Outcome, detect, is_detected
from coaching.evaluation.errors import worst
from coaching.evaluation.evidence import marked, token_f1
from coaching.evaluation.results import ALL, evaluate, of_part
from coaching.evaluation.rows import TUNED, UNTOUCHED, parse_row
from coaching.evaluation.second_opinion import Weights
from tests.coaching.evaluation.conftest import LABELS, ROWS, row


def _outcome(text: str, gold: list, found: list) -> Outcome:
    """A row that has "greeting" where people marked something, and what an engine found."""
    record = row(1, text, *(["greeting"] if gold else []), spans={"greeting": gold})
    return Outcome(parse_row(record, 1, frozenset(LABELS)), "greeting", (tuple(map(tuple, found)),))


def test_each_row_is_asked_for_each_label_once(read):
    detected = detect(read(*ROWS).slices[0], ("greeting", "apology"), Engine.RULES)
    assert [(each.is_so, each.is_found) for each in detected.outcomes["greeting"]] == [
        (True, True), (False, False), (True, True), (False, False), (False, False), (True, True), (False, False),
    ]  # fmt: skip
    assert detected.texts == len(ROWS)
    assert detected.seconds > 0


def test_labels_that_were_not_looked_for_in_a_row_are_skipped(read):
    labelled = read(row(1, "Hello", "greeting", annotated=["greeting"]), row(2, "Sorry about that", "apology")).slices[
        0
    ]
    detected = detect(labelled, ("greeting", "apology"), Engine.RULES)
    assert [len(outcomes) for outcomes in detected.outcomes.values()] == [2, 1]


def test_an_encounter_has_what_any_of_its_agent_turns_has(read):
    turns = [["customer", "Hello!"], ["agent", "The lid is blue."], ["agent", "So sorry about that."]]
    labelled = read({"id": "e", "group": "e", "turns": turns, "gold": ["apology"]}).slices[0]
    detected = detect(labelled, ("greeting", "apology"), Engine.RULES)
    assert not detected.outcomes["greeting"][0].is_found
    assert detected.outcomes["apology"][0].is_found
    assert detected.texts == 2


def test_a_label_that_nothing_detects_is_listed_and_never_dropped(read):
    results = evaluate(read(*ROWS), engine=Engine.RULES)
    assert results.unmeasured == {"talk": ["reassurance"]}
    assert list(results.figures["talk"]) == ["greeting", "apology", "exploration"]
    assert not is_detected("reassurance")


def test_the_figures_of_a_small_file(read):
    figures = evaluate(read(*ROWS), engine=Engine.RULES, resamples=100).figures["talk"]
    assert figures["greeting"].counts == Counts(found=3, passed=4)
    assert figures["apology"].counts == Counts(found=2, wrong=1, missed=1, passed=3)
    assert figures["apology"].interval is not None
    assert figures["greeting"].interval == pytest.approx((1, 1))
    assert figures["apology"].unproven == 0


def test_the_parts_add_up_to_the_whole(read):
    data = read(*(row(number, "Hello", *(["greeting"] if number % 3 else [])) for number in range(200)))
    whole = evaluate(data, engine=Engine.RULES)
    parts = [of_part(whole, part).figures["talk"]["greeting"].counts for part in (TUNED, UNTOUCHED)]
    assert all(part.n > 50 for part in parts)
    assert sum(part.n for part in parts) == whole.figures["talk"]["greeting"].counts.n == 200
    assert of_part(whole, ALL).figures == whole.figures


def test_a_part_without_rows_has_no_figures(read):
    assert evaluate(read(row(1, "Hello", part=TUNED)), engine=Engine.RULES, part=UNTOUCHED).figures == {}


def test_words_that_decided_are_compared_word_by_word():
    found_too_little = _outcome("Good morning dear Maria", gold=[[0, 17]], found=[[0, 12]])
    assert token_f1([found_too_little]) == pytest.approx(2 * 2 / (2 * 2 + 1))
    assert token_f1([_outcome("Good morning", gold=[[0, 12]], found=[])]) == 0
    assert token_f1([_outcome("Good morning", gold=[], found=[[0, 4]])]) is None


_SPANS = st.lists(st.tuples(st.integers(0, 29), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair))), min_size=1)


@given(st.text(st.sampled_from("ab "), min_size=40, max_size=40).filter(str.strip), _SPANS, _SPANS)
def test_word_agreement_is_the_same_both_ways(text, one, other):
    def score(gold, found):
        return token_f1([_outcome(text, gold=[list(span) for span in gold], found=found)])

    assert (score(one, other) or 0) == (score(other, one) or 0)


def test_evidence_outside_the_text_proves_nothing():
    assert _outcome("Hello", gold=[], found=[[0, 5]]).is_proven
    for found in ([[0, 6]], [[3, 3]], [[-1, 2]], []):
        assert not _outcome("Hello", gold=[], found=found).is_proven


def test_evidence_is_marked_and_terminals_are_left_in_peace():
    assert marked("Hello\n\x1b[31mMaria, hi", ((0, 5), (2, 4), (18, 20))) == "[[Hello]] [31mMaria, [[hi]]"


def test_the_worst_errors_are_those_with_most_evidence():
    short = _outcome("Hello there", gold=[], found=[[0, 5]])
    long = _outcome("Good morning", gold=[], found=[[0, 12]])
    missed = _outcome("Ahoy", gold=[[0, 4]], found=[])
    right = _outcome("Hi", gold=[[0, 2]], found=[[0, 2]])
    errors = worst([short, missed, long, right], 1)
    assert [(error.is_missed, error.text) for error in errors] == [(False, "[[Good morning]]"), (True, "[[Ahoy]]")]
    assert len(worst([short, missed, long, right], 5)) == 3


def test_an_error_in_an_encounter_shows_the_turns_that_misled_or_all_of_them(read):
    turns = [["agent", "The lid is blue."], ["agent", "Hello!"], ["agent", "Bye."]]
    rows = [
        {"id": "a", "group": "a", "turns": turns, "gold": []},
        {"id": "b", "group": "b", "turns": turns[::2], "gold": ["greeting"]},
        {"id": "c", "group": "c", "turns": [], "gold": ["greeting"]},
    ]
    errors = evaluate(read(*rows), engine=Engine.RULES, errors=5).errors["talk"]["greeting"]
    assert [error.text for error in errors] == ["[[Hello]]!", "", "The lid is blue. / Bye."]


@pytest.mark.parametrize("signal", SIGNALS.values(), ids=SIGNALS)
def test_every_signal_takes_words_with_what_is_around_them(signal):
    assert signal.detect(Said("")) == ()
    spans = signal.detect(Said("Hi Maria, sorry! I'll ring you by four."))
    assert all(0 <= start < end <= 40 for start, end in spans)


def test_combined_adds_the_second_opinion_and_rules_leave_it_out(read, monkeypatch):
    never = Weights(found=0.1, passed_over=-0.1, terms={"good": -9.0})
    monkeypatch.setattr("coaching.evaluation.second_opinion.weights_of", {"greeting": never}.get)
    labelled = read(ROWS[0]).slices[0]
    assert detect(labelled, ("greeting",), Engine.RULES).outcomes["greeting"][0].is_found
    assert not detect(labelled, ("greeting",), Engine.COMBINED).outcomes["greeting"][0].is_found
