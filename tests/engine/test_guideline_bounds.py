"""Many guidelines at once: the same as one by one, and never slower than the greeting is long."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.engine.guidelines import (
    Bounds,
    Guideline,
    GuidelineMatch,
    check_greeting,
    compile_bounds,
    compiled,
    is_met_by,
    verdict,
)
from coaching.engine.guidelines.greeting import Greeting, Vocabulary

WORDS = ["you", "people", "poeple", "peoples", "lot", "it's", "valuable", "custmers", "customers", "12", "您", "!"]
texts = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)
lines = st.one_of(
    texts,
    st.sampled_from(
        ["you (lot|people)", "you ... people", "custom* 12?", "# lot", "you * people|您", "(", "…", "lo* it's"]
    ),
)
guidelines = st.builds(
    lambda number, strength, match, phrases: Guideline(
        str(number), "in" if strength in {"required", "encouraged"} else "out", strength, match, tuple(phrases)
    ),
    st.integers(0, 99),
    st.sampled_from(["required", "encouraged", "avoid", "never"]),
    st.sampled_from(["phrase", "words", "near", "pattern"]),
    st.lists(lines, min_size=1, max_size=3),
)
many = st.lists(guidelines, max_size=6, unique_by=lambda rule: rule.id)


def alike(match: str, *phrases: str) -> tuple[Guideline, ...]:
    return tuple(Guideline(str(nth), "out", "never", match, (phrase,)) for nth, phrase in enumerate(phrases))


@settings(deadline=None)
@given(texts, many)
def test_together_they_find_what_each_finds_alone(text: str, rules: list[Guideline]) -> None:
    alone = [match for rule in rules for match in check_greeting(text, [rule])]
    assert check_greeting(text, rules) == alone


@settings(deadline=None)
@given(texts, many, st.randoms())
def test_the_order_of_guidelines_changes_nothing_but_the_order(
    text: str, rules: list[Guideline], rng: random.Random
) -> None:
    shuffled = rng.sample(rules, len(rules))
    one, other = verdict(text, rules), verdict(text, shuffled)

    assert set(one.out_of_bounds) == set(other.out_of_bounds)
    assert set(one.met) == set(other.met)
    assert set(one.missing) == set(other.missing)


@settings(deadline=None)
@given(st.one_of(texts, st.text()), many)
def test_spans_are_in_order_and_cover_words(text: str, rules: list[Guideline]) -> None:
    for match in check_greeting(text, rules):
        assert match.spans == tuple(sorted(set(match.spans)))
        assert all(0 <= start < end <= len(text) for start, end in match.spans)
        assert all(text[start:end].strip() == text[start:end] for start, end in match.spans)


@settings(deadline=None)
@given(texts, texts, many)
def test_words_that_follow_take_no_guideline_away(text: str, more: str, rules: list[Guideline]) -> None:
    before, after = check_greeting(text, rules), check_greeting(f"{text} {more}", rules)
    assert {match.guideline.id for match in before} <= {match.guideline.id for match in after}


def test_a_tuple_of_guidelines_is_compiled_once() -> None:
    rules = alike("phrase", "you lot")
    equal = alike("phrase", "you lot")

    assert compile_bounds(rules) is compile_bounds(rules)
    assert compile_bounds(rules) is not compile_bounds(equal)
    assert compile_bounds(list(rules)).guidelines == rules


def test_without_guidelines_everything_is_in_bounds() -> None:
    assert verdict("anything", ()).is_in_bounds
    assert compile_bounds(()).steps("anything at all") == 0


def test_lines_that_say_nothing_are_met_by_nothing() -> None:
    for match in ("phrase", "words", "near", "pattern"):
        [rule] = alike(match, "…!")
        assert not is_met_by(rule, "…!")
        assert compiled(rule) == []


def test_a_match_says_which_and_where() -> None:
    [rule] = alike("near", "you people")
    assert compile_bounds([rule]).check("Hi you poeple!") == [GuidelineMatch(rule, ((3, 13),))]


@pytest.mark.parametrize("match", ["phrase", "words", "near", "pattern"])
@pytest.mark.parametrize("unit", ["a ", "you lot ", "people poeple ", "您", "apologising "])
def test_steps_do_not_grow_faster_than_the_greeting(match: str, unit: str) -> None:
    """One word again and again, in the greeting and in fifty guidelines."""
    bounds = Bounds(alike(match, *[f"{unit * (20 + nth)}" + "x" * (nth % 2) for nth in range(50)]))
    short, long = bounds.steps(unit * 500), bounds.steps(unit * 2_000)

    assert 0 < long <= short * 4


def test_new_words_cost_the_same_each() -> None:
    """Long ones, which are looked up by what is left of them; no guideline is near enough to be walked."""
    bounds = Bounds(alike("near", *[f"apologising{nth:c} now" for nth in range(97, 117)]))
    words = [f"apolo{first:c}{second:c}" + "q" * 12 for first in range(97, 122) for second in range(97, 122)]
    short, long = bounds.steps(" ".join(words[:100])), bounds.steps(" ".join(words[:400]))

    assert 0 < short * 3.5 < long <= short * 4.5


def test_ten_thousand_guidelines_cost_no_more_steps_than_those_whose_words_are_said() -> None:
    rng = random.Random(1)
    names = ["".join(rng.choices("bcdfghjklm", k=9)) for _ in range(10_000)]
    few, all_of_them = (Bounds(alike("phrase", *[f"you {name} lot" for name in some])) for some in (names[:10], names))
    text = f"Hi you {names[0]} lot, what about you and the {names[1]} there"

    assert len(all_of_them.check(text)) == 1
    assert all_of_them.steps(text) == few.steps(text) < 50


def test_nothing_is_looked_at_that_misses_a_word() -> None:
    bounds = Bounds(alike("phrase", *[f"you {nth} lot" for nth in range(100)], "you lot"))
    assert bounds.steps("you lot") < 10


def test_a_word_meets_every_label_that_it_can() -> None:
    vocabulary = Vocabulary(["=12", "#", "^12", "~people", "=people", "^pe", "^peo", "^pex", "*"])
    assert sorted(Greeting("people", vocabulary).met) == ["=people", "^pe", "^peo", "~people"]
    assert sorted(Greeting("12", vocabulary).met) == ["#", "=12", "^12"]
    assert sorted(Greeting("poeple 12a", vocabulary).met) == ["^12", "~people"]


def test_what_a_device_is_sent_is_lists_and_texts() -> None:
    assert compiled(*alike("phrase", "You lot")) == [[[[1, "=you"]], [[2, "=lot"]], []]]
    assert compiled(*alike("near", "you people")) == [[[[1, "=you"]], [[2, "*"], [2, ""]], [[3, "~people"]], []]]
    assert compiled(*alike("words", "Dry, come dry")) == [["dry", "come"]]
    assert compiled(*alike("pattern", "a (b*|#)")) == []
    assert compiled(*alike("pattern", "a (be*|#)")) == [[[[1, "=a"]], [[2, "^be"], [3, "#"]], [[4, ""]], [[4, ""]], []]]
