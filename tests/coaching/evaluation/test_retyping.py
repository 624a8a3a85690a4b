"""The same words typed another way: whoever shouts, or swaps two letters, is read the same."""

from collections.abc import Callable

import pytest

from coaching.evaluation.detecting import Engine
from coaching.evaluation.files import Data
from coaching.evaluation.reports.document import as_document
from coaching.evaluation.results import MEANS, evaluate
from coaching.evaluation.retyping import WAYS, retyped, slips
from tests.coaching.evaluation.conftest import ROWS, row


@pytest.mark.parametrize("way", WAYS)
def test_every_way_changes_words_and_nothing_else(way: str, read: Callable[..., Data]) -> None:
    text = "Sorry, it's altogether wonderful: yesterday's Delivery arrived early. " * 10
    data = read(row(1, text, "apology", spans={"apology": [[0, 5]]}))

    before, after = data.slices[0].rows[0], retyped(data, way).slices[0].rows[0]

    assert (after.gold, after.group, after.id) == (before.gold, before.group, before.id)
    assert after.spans == {}
    assert after.said[0].text != before.said[0].text
    assert retyped(data, way).slices[0].rows[0] == after


def test_short_words_are_typed_without_slips() -> None:
    assert slips()("as it is " * 300) == "as it is " * 300


def test_slips_swap_letters_inside_a_word_and_the_same_ones_each_time() -> None:
    text = "wonderful " * 300

    slipped = slips()(text)

    assert slipped == slips()(text) != text
    assert all(sorted(word) == sorted("wonderful") for word in slipped.split())
    assert all((word[0], word[-1]) == ("w", "l") for word in slipped.split())


def test_the_document_tells_the_means_of_each_way(read: Callable[..., Data]) -> None:
    labels = [label for _, label in MEANS["epitome"]]
    data = read(row(1, "How awful! What happened?", *labels), row(2, "The lid is blue."), name="epitome", labels=labels)
    results = evaluate(data, engine=Engine.RULES)

    told = as_document(
        results, None, {way: evaluate(retyped(data, way), engine=Engine.RULES) for way in WAYS}, resamples=0
    )

    assert "## The same words, typed another way" in told
    assert all(f"| {way} | " in told for way in WAYS)


def test_without_a_mean_nothing_is_said_of_it(read: Callable[..., Data]) -> None:
    results = evaluate(read(*ROWS), engine=Engine.RULES)

    assert "typed another way" not in as_document(results, None, {"somehow": results}, resamples=0)
