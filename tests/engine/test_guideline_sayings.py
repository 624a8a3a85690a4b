"""What meets a line, spelled out: for those who write guidelines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.engine.guidelines import Guideline, can_match, compile_bounds, conflicts, is_met_by, sayings


def rule(match: str, *phrases: str) -> Guideline:
    return Guideline("rule", "out", "never", match, phrases)


@pytest.mark.parametrize(
    ("match", "line", "said"),
    [
        ("phrase", "  You lot! ", ["You lot!"]),
        ("words", "come, dry", ["come, dry"]),
        ("near", "you people", ["you people"]),
        ("phrase", "…", []),
        ("words", "…", []),
        ("near", "…", []),
        ("pattern", "(", []),
        ("pattern", "You (lot|nice people|lot)", ["You lot", "You nice people"]),
        ("pattern", "how can I help you?", ["how can I help you", "how can I help"]),
        ("pattern", "you (all)? ... (lot|people)?", ["you all lot", "you all people", "you all", "you lot", "you people", "you"]),
        ("pattern", "complain* * #", ["complain blah 7"]),
        ("pattern", "您好(先生|小姐)", ["您好先生", "您好小姐"]),
        ("pattern", "don't-you", ["don't you"]),
    ],
)  # fmt: skip
def test_a_line_says(match: str, line: str, said: list[str]) -> None:
    assert sayings(match, line) == said


def test_no_more_is_said_than_asked_for_and_many_ways_are_never_all_spelled_out() -> None:
    assert sayings("pattern", "(a|b) (a|b)", most=3) == ["a a", "a b", "b a"]
    assert len(sayings("pattern", "x " + "(a|b)? " * 40)) == 12
    assert sayings("pattern", "x " + "a? " * 40)[0] == "x" + " a" * 40


@settings(deadline=None)
@given(st.sampled_from(["phrase", "words", "near", "pattern"]), st.text())
def test_sayings_meet_their_own_line(match: str, line: str) -> None:
    said = sayings(match, line)
    assert all(is_met_by(rule(match, line), saying) for saying in said)
    assert can_match(match, line) is bool(said)


def test_the_last_sigma_of_a_word_is_read_as_it_is_written_alone() -> None:
    """Lower case depends on what follows, also behind a full stop; so a saying may not be what was typed."""
    [saying] = sayings("pattern", "ΟΔΟΣ:Α")
    assert is_met_by(rule("pattern", "ΟΔΟΣ:Α"), saying)


@pytest.mark.parametrize("match", ["phrase", "words", "near", "pattern"])
def test_what_no_greeting_is_long_enough_for_can_never_match(match: str) -> None:
    assert can_match(match, "you lot")
    assert can_match(match, "a" * 4_000)
    assert not can_match(match, "a" * 4_001)
    assert not can_match(match, "?!")


def test_the_shortest_way_decides_whether_a_pattern_can_match() -> None:
    long = "a" * 4_000
    assert can_match("pattern", f"you ({long}|all) {long}? ... there")
    assert not can_match("pattern", f"you ({long}|{long}b) there")


def test_conflicts_are_the_others_that_a_saying_meets_with_the_first_such_saying() -> None:
    wanted = rule("pattern", "(hi|hello) (you lot|all)", "hi all")
    lot, near = Guideline("lot", "out", "never", "phrase", ("you lot",)), rule("near", "helo all")
    assert conflicts(wanted, compile_bounds((lot, near))) == {"lot": "hi you lot", "rule": "hello all"}
    assert conflicts(lot, compile_bounds((wanted,))) == {}
    assert conflicts(rule("pattern", "("), compile_bounds((lot,))) == {}
