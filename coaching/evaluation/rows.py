"""One labelled row: an object of a JSON Lines file, checked field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from coaching.engine.signals.registry import Said
from coaching.engine.text import Span, Spans
from coaching.evaluation.faults import Fault

TUNED, UNTOUCHED = "tuned", "untouched"
AGENT, CUSTOMER = "agent", "customer"
_PARTS = 3  # one group in three was never looked at while the rules were tuned
_TRIMMED = 20  # characters that a text may have lost at its end after its evidence was marked


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled text, or a whole encounter with the texts of its agent turns.

    `gold` are the labels that hold, `annotated` those that were looked for; `spans` is the evidence people marked.
    `labellers` are the labels that each of two people gave. `is_cut` says that evidence ran past the end of the
    text and was cut there.
    """

    line: int
    id: str
    group: str
    said: tuple[Said, ...]
    gold: frozenset[str]
    annotated: frozenset[str]
    spans: Mapping[str, Spans]
    labellers: tuple[frozenset[str], ...]
    part: str
    is_cut: bool


def parse_row(record: object, line: int, labels: frozenset[str]) -> Row:
    """Check one object of a file that has these labels. Raises Fault."""
    if not isinstance(record, dict):
        raise Fault("this is not an object like {...}.")
    group = _word(record, "group")
    said = _said(record)
    spans, is_cut = _spans(record, labels, said)
    return Row(
        line=line,
        id=_word(record, "id"),
        group=group,
        said=said,
        gold=_labels(record, "gold", labels),
        annotated=_labels(record, "annotated", labels) if "annotated" in record else labels,
        spans=spans,
        labellers=_labellers(record, labels),
        part=_part(record, group),
        is_cut=is_cut,
    )


def part_of(group: str) -> str:
    """Which part a group belongs to: the same one whatever file it stands in."""
    return TUNED if int(sha256(group.encode()).hexdigest(), 16) % _PARTS else UNTOUCHED


def _part(record: dict[str, Any], group: str) -> str:
    part = record.get("part") or part_of(group)
    if part not in (TUNED, UNTOUCHED):
        raise Fault(f"“part” is {TUNED} or {UNTOUCHED}.")
    return str(part)


def _word(record: dict[str, Any], field: str) -> str:
    value = record.get(field)
    if not isinstance(value, str) or not value.strip():
        raise Fault(f"“{field}” is missing, or no text.")
    return value


def _optional(record: dict[str, Any], field: str) -> str:
    value = record.get(field) or ""
    if not isinstance(value, str):
        raise Fault(f"“{field}” is no text.")
    return value


def _said(record: dict[str, Any]) -> tuple[Said, ...]:
    name = _optional(record, "customer_name")
    if "turns" in record:
        return _agent_turns(record["turns"], name)
    return (Said(_word(record, "text"), _optional(record, "context"), name),)


def _agent_turns(turns: object, name: str) -> tuple[Said, ...]:
    if not isinstance(turns, list) or not all(map(_is_turn, turns)):
        raise Fault("“turns” is a list of [speaker, text] pairs.")
    said, context = [], ""
    for speaker, text, *_ in turns:
        if speaker == AGENT:
            said.append(Said(text, context, name))
        elif speaker == CUSTOMER:
            context = text
    return tuple(said)


def _is_turn(turn: object) -> bool:
    return isinstance(turn, list) and len(turn) > 1 and isinstance(turn[0], str) and isinstance(turn[1], str)


def _labels(record: dict[str, Any], field: str, labels: frozenset[str]) -> frozenset[str]:
    value = record.get(field)
    if not isinstance(value, list) or not all(isinstance(label, str) for label in value):
        raise Fault(f"“{field}” is missing, or no list of labels.")
    return _known(value, field, labels)


def _known(value: list[str], field: str, labels: frozenset[str]) -> frozenset[str]:
    unknown = sorted(set(value) - labels)
    if unknown:
        raise Fault(f"“{field}” has {', '.join(unknown)}, which SCHEMA.json does not list for this file.")
    return frozenset(value)


def _labellers(record: dict[str, Any], labels: frozenset[str]) -> tuple[frozenset[str], ...]:
    value = record.get("labellers")
    if value is None:
        return ()
    if not isinstance(value, dict) or len(value) != 2:
        raise Fault("“labellers” names two people, each with a list of labels.")
    return tuple(_labels(value, person, labels) for person in sorted(value))


def _spans(record: dict[str, Any], labels: frozenset[str], said: tuple[Said, ...]) -> tuple[dict[str, Spans], bool]:
    value = record.get("spans") or {}
    if not isinstance(value, dict):
        raise Fault("“spans” is no object of label and offsets.")
    _known(list(value), "spans", labels)
    length = len(said[0].text) if "turns" not in record else 0
    pairs = {label: _pairs(offsets, label) for label, offsets in value.items()}
    cut = {label: tuple(_inside(span, label, length) for span in spans) for label, spans in pairs.items()}
    return cut, cut != pairs


def _pairs(offsets: object, label: str) -> Spans:
    if not isinstance(offsets, list) or not all(map(_is_pair, offsets)):
        raise Fault(f"the offsets of “{label}” are no list of [start, end] pairs.")
    return tuple((start, end) for start, end in offsets)


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(type(place) is int for place in pair)


def _inside(span: Span, label: str, length: int) -> Span:
    start, end = span
    if not 0 <= start < min(end, length) or end > length + _TRIMMED:
        raise Fault(f"the offsets [{start}, {end}] of “{label}” are outside its text of {length} characters.")
    return start, min(end, length)
