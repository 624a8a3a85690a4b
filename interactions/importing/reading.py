"""A file of conversations, read line by line however long it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from interactions.importing.conversation import BadLine, Conversation, conversation_from

LONGEST_LINE = 2_000_000  # bytes
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that was left out, counted from 1, and why."""

    number: int
    reason: str


def read_conversations(file: BinaryIO) -> Iterator[Conversation | Refusal]:
    """The conversations in order, with a refusal in the place of each line that is none. Blank lines are passed over."""
    seen: set[int] = set()
    for number, line in enumerate(_lines(file), start=1):
        if line is not None and not line.strip():
            continue
        try:
            conversation = _conversation(line)
            if conversation.public_id.int in seen:
                raise BadLine(f"the id {conversation.source_id} was in this file before")
        except BadLine as bad:
            yield Refusal(number, str(bad))
        else:
            seen.add(conversation.public_id.int)
            yield conversation


def _conversation(line: bytes | None) -> Conversation:
    if line is None:
        raise BadLine(f"it is longer than {LONGEST_LINE:,} bytes")
    try:
        text = line.decode()
    except UnicodeDecodeError as broken:
        raise BadLine("it is not UTF-8 text") from broken
    return conversation_from(text)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one that is too long, which is never held whole in memory."""
    is_first = True
    while line := file.readline(LONGEST_LINE + 1):
        if is_first:
            line, is_first = line.removeprefix(_BYTE_ORDER_MARK), False
        if len(line) <= LONGEST_LINE:
            yield line
        else:
            _skip_rest_of_line(file, line)
            yield None


def _skip_rest_of_line(file: BinaryIO, piece: bytes) -> None:
    while piece and not piece.endswith(b"\n"):
        piece = file.readline(LONGEST_LINE)
