"""Whatever people type or leave out: no exception, and evidence that is true of the text."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.engine.assess import assess
from coaching.engine.facts import (
    TEXT_FIELDS,
    EncounterFacts,
    PastGreeting,
    PromiseFacts,
    SituationHistory,
    SpeedTargets,
)
from coaching.engine.guidelines import Guideline
from coaching.engine.practices import PRACTICES

SAYINGS = [
    *(example.text.replace("[[", "").replace("]]", "") for practice in PRACTICES for example in practice.shows),
    *"’ ? ! . , ... Maria maria not he said … \n 🙂 田中 5 three so and I'll your the don't N'T İ".split(" "),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(SAYINGS), max_size=8).map(" ".join))
moments = st.integers(1_750_000_000, 1_800_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
seconds = st.one_of(st.none(), st.integers(-10, 10**9))
feelings = st.one_of(st.none(), st.integers(1, 5))
guidelines = st.builds(
    Guideline,
    id=st.text(max_size=3),
    bounds=st.sampled_from(["in", "out"]),
    strength=st.sampled_from(["encouraged", "required", "avoid", "never"]),
    match=st.sampled_from(["phrase", "words", "near", "pattern"]),
    phrases=st.lists(texts, min_size=1, max_size=3).map(tuple),
)
encounters = st.builds(
    EncounterFacts,
    now=st.one_of(st.none(), moments),
    is_first_contact=st.booleans(),
    came_back=st.booleans(),
    greeting=texts,
    empathy=texts,
    resolution=texts,
    closing=texts,
    personal_touches=st.frozensets(st.sampled_from(["used_name", "named_feeling", "small_extra", "told_ahead", "?"])),
    customer_name=texts,
    customer_reference=st.text(max_size=3),
    feeling_before=feelings,
    feeling_after=feelings,
    left_better=st.sampled_from(["", "yes", "unsure", "no"]),
    state_before=st.sampled_from(["", "calm", "rushed", "frustrated"]),
    reset_taken=st.one_of(st.none(), st.booleans()),
    wait_seconds=seconds,
    handling_seconds=seconds,
    outcome=st.sampled_from(["", "sorted", "second_try", "passed_on", "not_yet"]),
    passed_to=st.text(max_size=5),
    concession=st.sampled_from(["", "none", "own_judgement", "approved", "declined"]),
    concession_reason=st.text(max_size=5),
    confirmed=st.frozensets(st.sampled_from(["number", "email", "asked_anything_else"])),
    promises=st.lists(st.builds(PromiseFacts, moments, st.one_of(st.none(), moments)), max_size=3).map(tuple),
    previous_greetings=st.lists(st.builds(PastGreeting, st.just("ref"), texts), max_size=10).map(tuple),
    guidelines=st.lists(guidelines, max_size=3).map(tuple),
    scripts=st.lists(texts, max_size=2).map(tuple),
    situation_history=st.one_of(
        st.none(),
        st.integers(0, 30).flatmap(lambda n: st.builds(SituationHistory, st.just(n), st.integers(0, n))),
    ),
    targets=st.builds(SpeedTargets, st.integers(1, 600), st.integers(1, 600)),
)


@settings(max_examples=200, deadline=None)
@given(encounters)
def test_any_encounter_is_assessed_and_its_evidence_is_true(facts: EncounterFacts) -> None:
    assessment = assess(facts)

    assert assessment.score.value is None or 0 <= assessment.score.value <= 100
    for finding in assessment.findings:
        assert finding.reason
        assert finding.score is None or 0 <= finding.score <= 100
        finding.reason % dict(finding.details)
        for piece in finding.evidence:
            if piece.is_words:
                assert piece.field in TEXT_FIELDS
                assert piece.text == getattr(facts, piece.field)[piece.start : piece.end]
                assert piece.text


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF)), texts)
def test_any_unicode_in_any_field_raises_nothing(text: str, name: str) -> None:
    for field in TEXT_FIELDS:
        facts: dict[str, Any] = {field: text, "customer_name": name}
        assess(EncounterFacts(**facts))
    assess(EncounterFacts(customer_name=text, greeting=text + name))
