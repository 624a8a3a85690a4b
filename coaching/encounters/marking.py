"""Cut a text into segments so that its evidence can be underlined where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """One underlined stretch: [start, end) in code points, "well" or "try", and the number of its finding."""

    start: int
    end: int
    tone: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with one underline or none; `numbers` are those of the marks that end with it."""

    text: str
    tone: str = ""
    numbers: tuple[int, ...] = field(default=())


def segments_of(text: str, marks: Iterable[Mark]) -> list[Segment]:
    """`text` cut wherever a mark begins or ends; joined again, the segments are the text. Where marks overlap, "try" shows."""
    marks = _joined(text, [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)])
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    return [_segment(text, start, end, marks) for start, end in pairwise(cuts)]


def _joined(text: str, marks: list[Mark]) -> list[Mark]:
    """Neighbours of the same finding with no more than a space or comma between them, as one: a calmer line to read."""
    joined: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.tone, mark.number or 0, mark.start, mark.end)):
        last = joined[-1] if joined else None
        if (
            last
            and (last.tone, last.number) == (mark.tone, mark.number)
            and not text[last.end : mark.start].strip(" ,")
        ):
            joined[-1] = Mark(last.start, max(last.end, mark.end), mark.tone, mark.number)
        else:
            joined.append(mark)
    return joined


def _segment(text: str, start: int, end: int, marks: list[Mark]) -> Segment:
    tones = {mark.tone for mark in marks if mark.start <= start and end <= mark.end}
    tone = "try" if "try" in tones else "well" if tones else ""
    numbers = {mark.number for mark in marks if mark.end == end and mark.number is not None}
    return Segment(text[start:end], tone, tuple(sorted(numbers)))
