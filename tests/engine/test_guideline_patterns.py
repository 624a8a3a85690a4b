"""Patterns: what each sign means, what cannot be read, and that reading one never runs away."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.engine.guidelines import (
    Guideline,
    PatternError,
    PatternFault,
    check_greeting,
    compile_bounds,
    is_met_by,
    parse_pattern,
    sayings,
    words_of,
)
from coaching.engine.guidelines.pattern import MOST_STATES, arcs_of


def pattern(*patterns: str) -> Guideline:
    return Guideline("pattern", "out", "never", "pattern", patterns)


def fault_of(line: str) -> PatternError | None:
    try:
        parse_pattern(line)
    except PatternError as fault:
        return fault
    return None


def found(line: str, text: str) -> list[str]:
    return [text[start:end] for match in check_greeting(text, [pattern(line)]) for start, end in match.spans]


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("you people", "What do YOU, people, want?", ["YOU, people"]),
        ("(hi|good day) all", "Good day all, hi all", ["Good day all", "hi all"]),
        ("hi|good day", "Good day, hi", ["Good day", "hi"]),
        ("how can I help you?", "how can i help", ["how can i help"]),
        (
            "you (all|very (kind|nice))? people",
            "you people, you very nice people",
            ["you people", "you very nice people"],
        ),
        ("you * people", "you people, you odd people", ["you odd people"]),
        ("you *? people", "you people, you odd people", ["you people", "you odd people"]),
        ("you ... people", "you people; you a b c people", ["you people", "you a b c people"]),
        ("you ... people", "you a b c d people", []),
        ("you… people", "you a b c people", ["you a b c people"]),
        ("you。。。people", "you a b c people", ["you a b c people"]),
        ("you.. people", "you people, you odd people", ["you people"]),
        ("# people", "12 people and twelve people and 4x people", ["12 people"]),
        ("complain* again", "complaining again, complain again, plain again", ["complaining again", "complain again"]),
        ("(complain*|moan*) again", "moaning again", ["moaning again"]),
        ("a check-in?", "a, a check in", ["a", "a"]),
        ("您好? 先生", "先生", ["先生"]),
        ("您（好｜们）？", "您们", ["您"]),
        ("don't ... me", "dont you tell me", ["dont you tell me"]),
        ("(((a)))", "a", ["a"]),
        ("a b" + "?" * 5_000 + " c", "a c", ["a c"]),
        ("wor** x", "worse one x", ["worse one x"]),
        ("you -* x", "you one x", ["you one x"]),
    ],
)
def test_a_pattern_finds(line: str, text: str, expected: list[str]) -> None:
    assert found(line, text) == expected


def test_the_shortest_words_are_shown_that_meet_it() -> None:
    assert found("you (lot|lot of people)", "you lot of people") == ["you lot"]
    assert found("you ... people", "you you people people") == ["you people"]


@pytest.mark.parametrize(
    ("line", "code", "position"),
    [
        ("", PatternFault.NO_WORDS, 0),
        ("! - .", PatternFault.NO_WORDS, 0),
        ("a (b|c", PatternFault.UNCLOSED_GROUP, 2),
        ("a (b", PatternFault.UNCLOSED_GROUP, 2),
        ("a) b", PatternFault.UNOPENED_GROUP, 1),
        (")", PatternFault.UNOPENED_GROUP, 0),
        ("a (b|)", PatternFault.EMPTY_CHOICE, 5),
        ("a (|b)", PatternFault.EMPTY_CHOICE, 3),
        ("a ()", PatternFault.EMPTY_CHOICE, 3),
        ("a |", PatternFault.EMPTY_CHOICE, 3),
        ("((((a))))", PatternFault.TOO_DEEP, 3),
        ("? a", PatternFault.NOTHING_TO_LEAVE_OUT, 0),
        ("a (? b)", PatternFault.NOTHING_TO_LEAVE_OUT, 3),
        ("x b*", PatternFault.SHORT_BEGINNING, 2),
        ("a 您*", PatternFault.SHORT_BEGINNING, 2),
        ("a fu*k", PatternFault.SIGN_TOUCHES_WORD, 4),
        ("a *ing", PatternFault.SIGN_TOUCHES_WORD, 2),
        ("(a|b)* c", PatternFault.SIGN_TOUCHES_WORD, 5),
        ("we are #1", PatternFault.SIGN_TOUCHES_WORD, 7),
        ("item# 2", PatternFault.SIGN_TOUCHES_WORD, 4),
        ("* people", PatternFault.OPENS_WITH_WILDCARD, 0),
        ("... people", PatternFault.OPENS_WITH_WILDCARD, 0),
        ("hi? (all|*) people", PatternFault.OPENS_WITH_WILDCARD, 9),
        ("hi? (you? all?)", PatternFault.MAY_BE_EMPTY, 0),
        ("...", PatternFault.MAY_BE_EMPTY, 0),
        ("a " * MOST_STATES, PatternFault.TOO_MANY_STATES, 2 * MOST_STATES),
        ("a " * MOST_STATES * 2, PatternFault.TOO_MANY_STATES, 2 * MOST_STATES),
        ("a b?" + " ..." * 67, PatternFault.TOO_MANY_STATES, 4 + 4 * 67),
    ],
)
def test_what_cannot_be_read_says_what_and_where(line: str, code: PatternFault, position: int) -> None:
    with pytest.raises(PatternError) as raised:
        parse_pattern(line)
    assert (raised.value.code, raised.value.position) == (code, position)
    assert str(raised.value) == f"{code.value} at {position}"
    assert not is_met_by(pattern(line), f"{line} a b x you all")


# Patterns made of all signs, beside the texts that they are to meet. Only four words, so that they often do.
_words = st.sampled_from(["you", "people", "lot", "12"])
_texts = st.lists(st.sampled_from(["you", "people", "lot", "12", "lots", "7"]), max_size=9)
_Spelled = tuple[str, frozenset[tuple[str, ...]]]  # a pattern, and all word by word regular expressions it stands for
_simple = st.one_of(
    _words.map(lambda word: (word, frozenset({(word,)}))),
    st.just(("lo*", frozenset({("lo.*",)}))),
    st.just(("#", frozenset({(r"\d+",)}))),
    st.just(("*", frozenset({(".*",)}))),
    st.just(("...", frozenset({(".*",) * length for length in range(4)}))),
)


def _chain(parts: list[_Spelled]) -> _Spelled:
    ways = product(*(ways for _, ways in parts))
    return " ".join(written for written, _ in parts), frozenset(sum(way, ()) for way in ways)


def _choice(options: list[_Spelled]) -> _Spelled:
    return f"({'|'.join(written for written, _ in options)})", frozenset().union(*(ways for _, ways in options))


def _maybe(part: _Spelled) -> _Spelled:
    return f"{part[0]}?", part[1] | {()}


_pieces = st.recursive(
    _simple,
    lambda inner: st.one_of(
        st.lists(st.lists(inner, min_size=1, max_size=2).map(_chain), min_size=1, max_size=3).map(_choice),
        inner.map(_maybe),
    ),
    max_leaves=5,
)
_spelled = st.lists(_pieces, min_size=1, max_size=4).map(_chain)


@settings(max_examples=500, deadline=None)
@given(_spelled, _texts)
def test_a_pattern_meets_what_its_spelled_out_ways_meet(spelled: _Spelled, words: list[str]) -> None:
    """Held against every run of words one by one, which takes as long as a pattern is not allowed to."""
    line, ways = spelled
    if fault := fault_of(line):
        assert fault.code in {"too_deep", "opens_with_wildcard", "may_be_empty"}
        return
    runs = {
        (first, after)
        for first in range(len(words))
        for after in range(first + 1, len(words) + 1)
        if any(_is(way, words[first:after]) for way in ways)
    }
    shortest = {
        (first, after)
        for first, after in runs
        if not any((first, after) != (a, b) and first <= a and b <= after for a, b in runs)
    }
    assert found(line, " ".join(words)) == [" ".join(words[first:after]) for first, after in sorted(shortest)]


def _is(way: tuple[str, ...], words: list[str]) -> bool:
    return len(way) == len(words) and all(re.fullmatch(one, word) for one, word in zip(way, words, strict=True))


_signs = st.lists(
    st.sampled_from(
        ["you", "people", "lo", "(", ")", "|", "?", "*", "...", "…", "#", " ", " ", "您", "'", "-", ".", "？"]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=500)
@given(st.one_of(_signs, st.text()))
def test_anything_is_a_pattern_or_a_fault_and_its_sayings_meet_it(line: str) -> None:
    said = sayings("pattern", line)
    if fault := fault_of(line):
        assert 0 <= fault.position <= len(line)
        assert said == []
    else:
        assert len(arcs_of(parse_pattern(line))) <= MOST_STATES
        assert said
        assert all(is_met_by(pattern(line), saying) for saying in said)


@settings(deadline=None)
@given(_signs, _texts, _texts)
def test_words_that_follow_change_nothing_that_was_found(line: str, words: list[str], more: list[str]) -> None:
    before = found(line, " ".join(words))
    assert found(line, " ".join(words + more))[: len(before)] == before


@settings(deadline=None)
@given(_signs, _texts)
def test_what_is_found_begins_and_ends_with_a_word_of_the_text(line: str, words: list[str]) -> None:
    text = ", ".join(words)
    for saying in found(line, text):
        assert words_of(saying)
        assert f" {saying}," in f" {text},"


@settings(deadline=None)
@given(_signs, st.lists(st.sampled_from(["you", "people", "lo", "12", "您"]), max_size=40))
def test_steps_grow_with_words_and_states_and_never_faster(line: str, words: list[str]) -> None:
    states = 0 if fault_of(line) else len(arcs_of(parse_pattern(line)))
    assert compile_bounds((pattern(line),)).steps(" ".join(words)) <= 8 * (len(words) + 1) * states


@pytest.mark.parametrize(
    "line", ["a " + "... " * 60 + "z", "a? " * 90 + "z", f"({'|'.join('a' * 60)}) z", f"({'|'.join(['a b c'] * 20)}) z"]
)
def test_many_ways_to_read_a_pattern_are_read_at_once(line: str) -> None:
    bounds = compile_bounds((pattern(line),))
    steps = bounds.steps("a b c " * 200 + "x z")
    assert 0 < steps < 4 * MOST_STATES**2
    assert bounds.steps("a b c " * 400 + "x z") <= steps * 2
