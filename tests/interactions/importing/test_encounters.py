"""Conversations as encounters."""

from datetime import UTC, datetime

import pytest

from interactions.importing.conversation import AGENT, CUSTOMER, Conversation, Turn
from interactions.importing.encounters import Desk, channel_of, draft_encounter, first_name
from interactions.models.encounter import LONGEST_WORDS
from microconnect.people.models import Team, User

AT = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)
DESK = Desk(User(name="Imported"), Team(name="Imported", slug="imported", time_zone="Europe/Madrid"), AT, AT)


def _conversation(*said: str, kind: str = "plain", name: str = "") -> Conversation:
    need = Turn(CUSTOMER, "My kettle leaks all over the worktop.")
    return Conversation("1", kind, (need, *(Turn(AGENT, text) for text in said)), name)


def test_turns_become_lines_and_the_day_is_the_teams():
    encounter = draft_encounter(_conversation("Oh dear.", "I'll send a lid.", "It comes on Friday."), DESK).encounter
    assert encounter.resolution == "I'll send a lid.\nIt comes on Friday."
    assert encounter.empathy == "Oh dear."
    assert str(encounter.occurred_on) == "2026-11-02"
    assert not encounter.outcome


@pytest.mark.parametrize(
    ("kind", "channel"), [("calls", "ear"), ("posts", "click"), ("chats", "click"), ("plain", "click")]
)
def test_calls_are_ear_to_ear_and_the_rest_was_typed(kind, channel):
    assert channel_of(_conversation("Hello", kind=kind)) == channel


def test_a_chosen_channel_counts_for_all():
    desk = Desk(DESK.person, DESK.team, AT, AT, channel="face")
    assert draft_encounter(_conversation("Hello", kind="calls"), desk).encounter.channel == "face"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("crystal minh", "Crystal"),
        ("JOYCE WU", "Joyce"),
        ("McKenna", "McKenna"),
        ("", ""),
        ("  ", ""),
        ("李 雷", "李"),
        ("a" * 99, "A" + "a" * 59),
    ],
)
def test_only_a_first_name_is_kept(name, first):
    assert first_name(name) == first


def test_too_long_a_text_keeps_whole_turns_and_says_so():
    turns = [f"I'll tell you part {number} " + "x" * 990 for number in range(9)]
    draft = draft_encounter(_conversation(*turns), DESK)
    assert draft.shortened == ("resolution",)
    assert draft.encounter.resolution == "\n".join(turns[:3])
    assert len(draft.encounter.resolution) <= LONGEST_WORDS


def test_one_turn_longer_than_the_field_leaves_it_empty_and_says_so():
    draft = draft_encounter(_conversation("I'll " + "x" * LONGEST_WORDS, "Let me see.", "Let me look."), DESK)
    assert draft.shortened == ("resolution",)
    assert not draft.encounter.resolution
