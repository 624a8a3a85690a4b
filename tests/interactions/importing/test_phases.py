"""Which words become which phase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactions.importing.conversation import AGENT, CUSTOMER, Conversation, Turn
from interactions.importing.phases import Phases, phases_of, without_echoes


def _phases(*turns: str, kind: str = "plain") -> Phases:
    """Phases of turns written "c: ..." and "a: ..."."""
    speakers = {"a": "agent", "c": "customer", "x": "action"}
    said = tuple(Turn(speakers[turn[0]], turn[3:]) for turn in turns)
    return phases_of(Conversation("1", kind, said))


def test_a_whole_call():
    assert _phases(
        "a: Good morning, the kettle shop, Ada speaking.",
        "c: hello there",
        "c: My kettle leaks all over the worktop.",
        "a: Oh dear.",
        "a: How long has it been doing that?",
        "c: Since Monday.",
        "a: I'll send you a new lid today.",
        "c: That would be great, thank you.",
        "a: It comes on Thursday.",
        "a: Is there anything else?",
        "c: No thanks.",
        "a: Take care then, bye.",
    ) == Phases(
        greeting=("Good morning, the kettle shop, Ada speaking.",),
        empathy=("Oh dear.", "How long has it been doing that?"),
        resolution=("I'll send you a new lid today.", "It comes on Thursday."),
        closing=("Is there anything else?", "Take care then, bye."),
    )


def test_a_greeting_may_come_after_the_need():
    phases = _phases(
        "c: My parcel is three days late.",
        "a: Hi, thanks for waiting!",
        "a: That's annoying.",
        "a: Let me check where it is.",
    )
    assert phases == Phases(
        greeting=("Hi, thanks for waiting!",), empathy=("That's annoying.",), resolution=("Let me check where it is.",)
    )


def test_an_apology_before_the_need_answers_something_we_cannot_see():
    phases = _phases("a: Sorry for the hassle. Please reply to our mail.", "c: I have replied to it three times now.")
    assert phases == Phases(empathy=("Sorry for the hassle.",), resolution=("Please reply to our mail.",))


def test_one_post_is_read_by_the_sentence_and_kept_as_typed():
    phases = _phases(
        "c: @Kettles it leaks again and nobody answers the phone",
        "a: @4711 Hey Ana! We're sorry to hear this. When did you buy it? Write to us: https://kettles.example/help ^KM",
    )
    assert phases == Phases(
        greeting=("@4711 Hey Ana!",),
        empathy=("We're sorry to hear this.", "When did you buy it?"),
        resolution=("Write to us: https://kettles.example/help ^KM",),
    )


def test_a_link_is_never_a_goodbye():
    phases = _phases("c: where do I complain about this kettle", "a: Thanks, start here: https://kettles.example")
    assert phases.resolution == ("Thanks, start here: https://kettles.example",)


def test_thanks_in_the_middle_are_no_closing():
    phases = _phases(
        "c: I would like to move my delivery please",
        "a: Thank you.", "a: Which day?", "c: Friday", "a: I'll move it to Friday.", "a: Done, it is moved.",
        "a: The van comes at ten, or a bit later if it snows.",
    )  # fmt: skip
    assert not phases.closing
    assert phases.empathy == ("Thank you.", "Which day?")


def test_what_comes_after_the_first_goodbye_belongs_to_it():
    phases = _phases(
        "c: can you move my delivery to Friday",
        *("a: I'll move it now.", "a: That is done for you now.", "a: Thank you", "a: okay", "a: bye"),
    )
    assert phases.closing == ("Thank you", "okay", "bye")


def test_acknowledging_ends_after_six():
    phases = _phases("c: my kettle leaks everywhere again", *("a: right" for _ in range(9)))
    assert len(phases.empathy) == 6
    assert len(phases.resolution) == 3


def test_what_a_system_did_is_nobodys_words():
    phases = _phases(
        "a: Hello!", "c: my kettle leaks everywhere again", "x: Account pulled up.", "a: I'll look into it."
    )
    assert phases == Phases(greeting=("Hello!",), resolution=("I'll look into it.",))


def test_a_conversation_in_which_only_the_agent_speaks():
    assert _phases("a: Hello Ana, your kettle is mended.").greeting == ("Hello Ana, your kettle is mended.",)


def test_pieces_of_a_turn_given_before_whole_are_left_out():
    turns = [
        Turn(AGENT, "okay I'll send a slip then you can pay it at the post office"),
        Turn(AGENT, "okay I'll send a slip"),
        Turn(CUSTOMER, "oh that's brilliant"),
        Turn(AGENT, "then you can pay it"),
        Turn(AGENT, "is that all right"),
        Turn(AGENT, "okay"),
    ]
    assert [turn.text for turn in without_echoes(turns)] == [turns[0].text, turns[2].text, turns[4].text, turns[5].text]


@pytest.mark.parametrize("mark", ["", "hold", "greeting"])
def test_labels_are_never_looked_at(mark):
    """A dialogue act makes it a call; which act it is changes nothing: the rule sees speakers and words only."""
    assert not hasattr(Turn(AGENT, "Hello"), "act")
    assert _phases("a: Hello", "c: my kettle leaks everywhere again", kind=mark or "plain").greeting == ("Hello",)


_TEXT = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["hello", "bye", "sorry", "okay", "I'll look?", "thank you", "see https://a.example", "how can I help you?"]
    ),
)
_TURNS = st.lists(st.tuples(st.sampled_from([AGENT, CUSTOMER]), _TEXT), max_size=12)


@given(_TURNS)
def test_every_word_of_the_agents_lands_in_exactly_one_phase_in_order(turns):
    said = [Turn(speaker, text) for speaker, text in turns]
    phases = phases_of(Conversation("1", "plain", tuple(said)))
    sorted_words = " ".join((*phases.greeting, *phases.empathy, *phases.resolution, *phases.closing)).split()
    assert sorted_words == " ".join(turn.text for turn in without_echoes(said) if turn.speaker == AGENT).split()
