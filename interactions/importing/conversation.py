"""One recorded conversation, and how it is read from a line of JSON."""

import json
import uuid
from dataclasses import dataclass
from typing import Any

AGENT, CUSTOMER, ACTION = "agent", "customer", "action"
_SPEAKERS = (AGENT, CUSTOMER, ACTION)
_NAMESPACE = uuid.UUID("6a1c8f1e-52a7-4a52-9a37-0c0f6f8f4b1d")  # fixed for ever: ids made from it must never change
_LONGEST_ID = 200


class BadLine(ValueError):
    """A line that is no conversation; the message says why, for the person who brought the file."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side said, as it was written; an "action" is what a system did."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation: `source_id` is unique in its kind of file.

    Args:
        kind: what such lines carry: "calls" (turns with dialogue acts), "posts" (a brand), "chats" (a flow) or "plain".
        customer_name: as it stands in the file; may be "".
    """

    source_id: str
    kind: str
    turns: tuple[Turn, ...]
    customer_name: str = ""

    @property
    def public_id(self) -> uuid.UUID:
        """The same for the same conversation, in whatever file and however often it comes."""
        return uuid.uuid5(_NAMESPACE, f"{self.kind}/{self.source_id}")


def conversation_from(line: str) -> Conversation:
    """Read one line.

    Raises:
        BadLine: with the reason, in plain words.
    """
    row = _object(line.strip())
    source_id = _text(row.get("id"), "the id")
    if not source_id.strip() or len(source_id) > _LONGEST_ID:
        raise BadLine(f"the id is empty or longer than {_LONGEST_ID} characters")
    turns = row.get("turns")
    if not isinstance(turns, list) or not turns:
        raise BadLine("it has no list of turns")
    said = tuple(_turn(number, turn) for number, turn in enumerate(turns, start=1))
    if not any(turn.speaker == AGENT and turn.text.strip() for turn in said):
        raise BadLine("the agent says nothing in it")
    name = row.get("customer_name")
    return Conversation(source_id, _kind(row, turns), said, "" if name is None else _text(name, "the customer's name"))


def _object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except RecursionError as too_deep:
        raise BadLine("its JSON is nested too deeply") from too_deep
    except json.JSONDecodeError as broken:
        raise BadLine(f"it is not JSON ({broken.msg}, at character {broken.pos + 1})") from broken
    except ValueError as too_long:
        raise BadLine("it holds a number too long to read") from too_long
    if not isinstance(row, dict):
        raise BadLine("it is JSON, but not an object with an id and turns")
    return row


def _turn(number: int, turn: Any) -> Turn:
    if not isinstance(turn, list) or len(turn) not in (2, 3):
        raise BadLine(f"turn {number} is not [speaker, text] or [speaker, text, act]")
    speaker, text = turn[0], turn[1]
    if speaker not in _SPEAKERS:
        raise BadLine(f"turn {number} is by nobody we know; a speaker is agent, customer or action")
    return Turn(speaker, _text(text, f"the text of turn {number}"))


def _text(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise BadLine(f"{what} is missing or not text")
    if "\0" in value:
        raise BadLine(f"{what} holds a NUL character")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise BadLine(f"{what} holds half a character (a lone surrogate)")
    return value


def _kind(row: dict[str, Any], turns: list[Any]) -> str:
    if any(len(turn) == 3 for turn in turns):
        return "calls"
    return "posts" if "brand" in row else "chats" if "flow" in row else "plain"
