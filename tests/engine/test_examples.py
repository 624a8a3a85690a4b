"""Every practice's own examples are its tests: `shows` find what is bracketed, `misses` only look close."""

import pytest

from coaching.engine.examples import expected_score, facts_of, parse, run
from coaching.engine.facts import TEXT_FIELDS
from coaching.engine.finding import SHOWN
from coaching.engine.practice import Example, Practice
from coaching.engine.practices import PRACTICES

SHOWS = [
    pytest.param(practice, example, id=f"{practice.key}: {example.text}")
    for practice in PRACTICES
    for example in practice.shows
]
MISSES = [
    pytest.param(practice, example, id=f"{practice.key}: {example.text}")
    for practice in PRACTICES
    for example in practice.misses
]


@pytest.mark.parametrize(("practice", "example"), SHOWS)
def test_what_a_show_brackets_is_the_evidence(practice: Practice, example: Example) -> None:
    finding = run(practice, example)
    marked = parse(example.text)

    assert finding.score == expected_score(example)
    if example.field in TEXT_FIELDS:
        own = [piece for piece in finding.evidence if piece.field == example.field and piece.is_words]
        assert tuple((piece.start, piece.end) for piece in own) == marked.spans
        assert tuple(piece.text for piece in own) == marked.words
    else:
        assert tuple(piece.text for piece in finding.evidence) == marked.words


@pytest.mark.parametrize(("practice", "example"), MISSES)
def test_what_looks_close_is_not_shown(practice: Practice, example: Example) -> None:
    finding = run(practice, example)

    if example.score is None:
        assert finding.score != SHOWN
    else:
        assert finding.score == example.score


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.key)
def test_a_practice_explains_itself_with_five_shows_and_five_misses(practice: Practice) -> None:
    assert len(practice.shows) >= 5
    assert len(practice.misses) >= 5
    for words in (
        practice.name,
        practice.source,
        practice.what,
        practice.why,
        practice.how_scored,
        practice.try_saying,
        practice.landed,
    ):
        assert words.strip()


def test_brackets_are_taken_out_and_remembered() -> None:
    marked = parse("a [[b]] c [[d]]")

    assert marked.text == "a b c d"
    assert marked.spans == ((2, 3), (6, 7))
    assert marked.pieces() == (("a ", False), ("b", True), (" c ", False), ("d", True))


def test_a_text_without_brackets_is_one_piece() -> None:
    assert parse("plain").pieces() == (("plain", False),)
    assert parse("").pieces() == ()


def test_an_example_of_an_answer_leaves_the_texts_empty() -> None:
    facts = facts_of(Example("told, not said: [[5]]", "feeling_after", {"feeling_after": 5}))

    assert facts.feeling_after == 5
    assert not any(getattr(facts, field) for field in TEXT_FIELDS)
