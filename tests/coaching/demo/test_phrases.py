"""The lines of the demo: enough of them, and every one can be filled."""

from dataclasses import fields, replace
from random import Random

import pytest

from coaching.demo.grammar import Lines, Recent, fill
from coaching.demo.phrases import anywhere, calls, chats, greetings
from coaching.demo.phrases.situations import SITUATIONS
from coaching.demo.plans import plans_for
from coaching.demo.things import THINGS
from coaching.demo.voice import Voice

_KNOWN = {
    "name", "me", "shop", "colleague", "surname", "look_back", "old_item", "old_plan", "weekday", "daytime", "rest_of_day",
    "she", "her", "hers", "number", "size", "other_size", "days", "nth", "wait", "price", "points",
    "counter", "phone", "chat", "brought", "outdoor", "early", "late", "warm", "cold", "wet",
    *THINGS[0].slots(), *(thing.kind for thing in THINGS), "plan", "wish", "who",
}  # fmt: skip


def _all_lines() -> list[Lines]:
    shared = [value for module in (anywhere, calls, chats, greetings) for value in vars(module).values()]
    said = [getattr(situation, field.name) for situation in SITUATIONS for field in fields(situation)]
    return [lines for lines in (*shared, *said) if isinstance(lines, Lines)]


def test_every_slot_of_every_line_is_one_that_cases_have():
    for lines in _all_lines():
        for line, slots in zip(lines._lines, lines._slots, strict=True):
            assert slots <= _KNOWN, line


def test_there_are_many_ways_to_begin():
    openers = {line for module in (calls, chats, greetings) for line in (*module.OWN._lines, *module.FRIENDLY._lines)}
    assert len(openers) >= 60


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.slug)
def test_a_situation_has_something_to_say_in_each_phase(situation):
    for phase in ("feel", "ask", "solve", "plain", "close"):
        assert len(getattr(situation, phase)) >= 4


def test_choices_are_made_from_the_inside_and_sentences_begin_with_a_capital():
    line = "[{name}, [hi|hi]|{name}, hi]. how are [you|you]?"
    assert fill(Random(1), line, {"name": "Ana"}) == "Ana, hi. How are you?"


def test_a_line_with_an_unknown_slot_is_never_drawn():
    lines = Lines("Hello {name}", "Hello")
    assert {lines.draw(Random(seed), {}, Recent()) for seed in range(20)} == {"Hello"}
    assert Lines("{nobody}").draw(Random(1), {}, Recent()) == ""


def test_a_line_comes_back_only_after_most_others():
    lines, recent, rng = Lines(*"abcdefghij"), Recent(), Random(2)
    drawn = [lines.draw(rng, {}, recent) for _ in range(40)]
    assert all(drawn[n] != drawn[n + 1] for n in range(39))


def test_every_thing_has_plans():
    assert all(plans_for(thing.kind) for thing in THINGS)


def test_typing_keeps_the_words():
    plain = Voice(lower=0, bare=0, unstopped=0, slips=0, exclaims=0, emoji=0)
    assert replace(plain, curly=True).typed(Random(1), "It's you.") == "It’s you."
    assert Voice(lower=1, bare=1, unstopped=1, slips=0, exclaims=0, emoji=0).typed(Random(1), "It's you.") == "its you"
    assert Voice(slips=1, textspeak=1).typed(Random(1), "") == ""
    assert (
        Voice(lower=0, unstopped=0, slips=1, textspeak=1, exclaims=1, emoji=0).typed(Random(1), "Ring Ann.")
        == "Ring Ann!"
    )
    assert "teh" in Voice(slips=1, lower=0, emoji=0).typed(Random(1), "Mind the gap")
    assert Voice(emoji=1, unstopped=0, exclaims=0).typed(Random(1), "Bye.").startswith("Bye. ")
