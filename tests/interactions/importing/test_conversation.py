"""Lines of a file: what is a conversation, and what is said of the rest."""

import json
from io import BytesIO

import pytest

from interactions.importing.conversation import BadLine, Conversation, conversation_from
from interactions.importing.reading import LONGEST_LINE, Refusal, read_conversations

TURNS = [["customer", "My kettle leaks."], ["agent", "Oh dear, let me look."]]


def _line(**changes) -> str:
    return json.dumps({"id": "k-1", "turns": TURNS, **changes})


def _read(*lines: bytes | str) -> list[Conversation | Refusal]:
    return list(
        read_conversations(BytesIO(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)))
    )


def test_a_conversation_has_its_turns_in_order():
    conversation = conversation_from(_line(customer_name="ana lopez"))
    assert [(turn.speaker, turn.text) for turn in conversation.turns] == [tuple(turn) for turn in TURNS]
    assert conversation.customer_name == "ana lopez"


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"turns": [["customer", "My kettle leaks.", "inform"], ["agent", "Oh dear.", "exclaim"]]}, "calls"),
        ({"brand": "KettleHelp"}, "posts"),
        ({"flow": "leak"}, "chats"),
        ({}, "plain"),
    ],
)
def test_what_a_line_carries_tells_its_kind(changes, kind):
    assert conversation_from(_line(**changes)).kind == kind


def test_the_same_conversation_has_the_same_id_for_ever_and_kinds_do_not_mix():
    assert str(conversation_from(_line()).public_id) == "a046eea4-93c7-54c1-8d32-64bd0802f59c"
    assert conversation_from(_line()).public_id != conversation_from(_line(brand="KettleHelp")).public_id


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[1]", "not an object"),
        ("null", "not an object"),
        ("1" * 5_000, "number too long"),
        (_line(id=7), "the id is missing or not text"),
        (_line(id=" "), "the id is empty"),
        (_line(id="x" * 201), "longer than 200"),
        ('{"turns": []}', "the id is missing"),
        ('{"id": "a"}', "no list of turns"),
        (_line(turns=[]), "no list of turns"),
        (_line(turns="hello"), "no list of turns"),
        (_line(turns=["hello"]), "turn 1 is not"),
        (_line(turns=[["agent"]]), "turn 1 is not"),
        (_line(turns=[*TURNS, ["agent", "a", "b", "c"]]), "turn 3 is not"),
        (_line(turns=[["parrot", "hello"]]), "by nobody we know"),
        (_line(turns=[[["agent"], "hello"]]), "by nobody we know"),
        (_line(turns=[["agent", None]]), "the text of turn 1 is missing or not text"),
        (_line(turns=[["agent", "a\0b"]]), "NUL"),
        (_line(turns=[["agent", "\ud800"]]), "lone surrogate"),
        (_line(turns=[["customer", "Hello?"]]), "the agent says nothing"),
        (_line(turns=[["customer", "Hello?"], ["agent", "  "]]), "the agent says nothing"),
        (_line(customer_name=["Ana"]), "the customer's name is missing or not text"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason(line, reason):
    with pytest.raises(BadLine, match=reason):
        conversation_from(line)


def test_bad_lines_are_numbered_and_the_rest_is_read():
    read = _read(_line(), "", "{", _line(id="k-2"), b"\xff\xfe", _line())
    assert [isinstance(line, Conversation) for line in read] == [True, False, True, False, False]
    assert [line.number for line in read if isinstance(line, Refusal)] == [3, 5, 6]
    assert [line.reason.split(" (")[0] for line in read if isinstance(line, Refusal)] == [
        "it is not JSON", "it is not UTF-8 text", "the id k-1 was in this file before"
    ]  # fmt: skip


def test_a_line_of_ten_megabytes_is_refused_without_reading_it_whole():
    class Watched(BytesIO):
        longest = 0

        def readline(self, size=-1):
            line = super().readline(size)
            self.longest = max(self.longest, len(line))
            return line

    file = Watched(_line().encode() + b"\n" + b"x" * 10_000_000 + b"\n" + _line(id="k-2").encode())
    read = list(read_conversations(file))
    assert [getattr(line, "number", None) for line in read] == [None, 2, None]
    assert "longer than" in str(read[1])
    assert file.longest <= LONGEST_LINE + 1


def test_a_byte_order_mark_is_no_mistake():
    assert isinstance(_read(b"\xef\xbb\xbf" + _line().encode())[0], Conversation)
