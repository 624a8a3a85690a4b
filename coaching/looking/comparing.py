"""What scoring again by a draft would bring, and nothing of it stored."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from coaching.looking.seen import Seen, verdict_of
from coaching.rescoring.differing import IN_BOUNDS
from coaching.rescoring.rereading import Outcome
from coaching.rescoring.rows import Row


class Reader(Protocol):
    def read(self, rows: Iterable[Row]) -> Outcome: ...


def compare(reader: Reader, rows: Iterable[Row]) -> Iterator[Seen]:
    """Each row as it is stored and as it would be."""
    outcome = reader.read(rows)
    for row, score in outcome.weighed:
        yield _seen(row, row.scores, score)
    for reread in outcome.changed:
        yield _seen(reread.row, reread.scores, reread.score)
    for row, made in outcome.whole:
        yield _seen(row, made.scores, made.score)


def _seen(row: Row, scores: Mapping[str, float], score: int | None) -> Seen:
    return Seen(row, verdict_of(row.scores.get(IN_BOUNDS)), verdict_of(scores.get(IN_BOUNDS)), row.score, score)
