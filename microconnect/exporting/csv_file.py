"""A table as CSV: streamed in pieces of a thousand lines, whatever its length."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.http import StreamingHttpResponse

from microconnect.csv_cells import BYTE_ORDER_MARK, escape
from microconnect.exporting.table import Column, Row, Table

# A piece a line would be a packet a line: on its way through the server that takes as long as making it.
LINES_AT_ONCE = 1_000


def csv_response(table: Table, filename: str) -> StreamingHttpResponse:
    """Sent as it is made. Whoever hangs up ends the reading of `table.rows` with it."""
    return streamed(csv_pieces(table), filename)


def streamed(pieces: Iterable[str | bytes], filename: str) -> StreamingHttpResponse:
    """Pieces of CSV as the file that a browser saves."""
    return StreamingHttpResponse(
        pieces,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{filename}"'},
    )


def csv_pieces(table: Table) -> Iterator[str]:
    """The header, then the rows; the days and numbers as a spreadsheet of any country reads them (ISO 8601, a point)."""
    texts = [nth for nth, column in enumerate(table.columns) if column.is_anybodys]
    yield heading(table.columns)
    rows = iter(table.rows)
    while piece := [_escaped(row, texts) for row in islice(rows, LINES_AT_ONCE)]:
        yield _lines(piece)


def heading(columns: Sequence[Column]) -> str:
    """The first line, after the mark by which Excel knows UTF-8."""
    return BYTE_ORDER_MARK + _lines([[column.key for column in columns]])


def _escaped(row: Row, texts: list[int]) -> Row:
    cells = list(row)
    for nth in texts:
        text = cells[nth]
        if isinstance(text, str):
            cells[nth] = escape(text)
    return cells


def _lines(rows: list[Row]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue()
