"""A greeting held against guidelines: what matches, where, and what is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.engine.guidelines import Guideline, check_greeting, verdict, words_of


def guideline(*phrases: str, bounds: str = "out", strength: str = "never", match: str = "phrase") -> Guideline:
    return Guideline("/".join(phrases), bounds, strength, match, phrases)


def found(text: str, rule: Guideline) -> list[str]:
    return [text[start:end] for match in check_greeting(text, [rule]) for start, end in match.spans]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("What can I get YOU LOT?", "you lot", ["YOU LOT"]),
        ("it’s  Ada, here!", "It's Ada here", ["it’s  Ada, here"]),
        ("its ada here", "It's Ada here", ["its ada here"]),
        ("you, lot and you lot", "you lot", ["you, lot", "you lot"]),
        ("you lottery", "you lot", []),
        ("lot you", "you lot", []),
        ("check-in here", "check in", ["check-in"]),
        ("先生您好！", "您好", ["您好"]),
        ("สวัสดีครับ", "สวัสดี", ["สวัสดี"]),
        ("okครับ", "ok", ["ok"]),
        ("okครับ", "ครับ", ["ครับ"]),
        ("1৳ each", "1", ["1"]),
        ("नमस्ते जी", "नमस्ते", ["नमस्ते"]),
        ("ta 😘 love", "😘", ["😘"]),
        ("anything", "...!", []),
    ],
)
def test_a_phrase_matches_its_words_in_order_whatever_the_typing(text: str, phrase: str, expected: list[str]) -> None:
    assert found(text, guideline(phrase)) == expected


def test_words_match_anywhere_but_only_all_together() -> None:
    rule = guideline("come dry", match="words")

    assert found("Did you stay DRY and come in", rule) == ["DRY", "come"]
    assert found("Did you come in", rule) == []


def test_any_alternative_will_do() -> None:
    assert found("hi you people", guideline("you lot", "you people")) == ["you people"]


def test_a_phrase_of_punctuation_has_no_words() -> None:
    assert words_of("?! …") == ()


def test_the_verdict_names_what_is_out_what_is_met_and_what_is_missing() -> None:
    avoid, never = guideline("my love", strength="avoid"), guideline("you lot")
    own_name = guideline("Ada here", bounds="in", strength="required")
    weather = guideline("rain", bounds="in", strength="encouraged", match="words")
    found = verdict("You lot, my love, the rain!", [avoid, never, own_name, weather])

    assert [match.guideline for match in found.out_of_bounds] == [never, avoid]
    assert [match.guideline for match in found.met] == [weather]
    assert found.missing == (own_name,)
    assert not found.is_in_bounds


def test_a_required_element_that_is_there_leaves_nothing_missing() -> None:
    found = verdict("Ada here", [guideline("Ada here", bounds="in", strength="required")])

    assert found.is_in_bounds
    assert found.missing == ()


@given(st.text(), st.lists(st.text(max_size=5), min_size=1, max_size=3))
def test_any_text_and_any_phrase_give_spans_inside_the_text(text: str, phrases: list[str]) -> None:
    for match in ("phrase", "words", "near", "pattern"):
        rule = guideline(*phrases, match=match)
        for hit in check_greeting(text, [rule]):
            assert all(0 <= start < end <= len(text) for start, end in hit.spans)


@given(st.lists(st.sampled_from(["ada", "Here", "you", "lot", "!", "…"]), max_size=8).map(" ".join))
def test_a_greeting_meets_a_guideline_of_its_own_words(text: str) -> None:
    assert bool(check_greeting(text, [guideline(text)])) is bool(words_of(text))
