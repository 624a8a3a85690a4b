"""A table as a workbook of Excel's: written to the disk row by row, then sent."""

import tempfile
from collections.abc import Callable
from typing import IO, Any

import xlsxwriter
from django.http import FileResponse
from xlsxwriter.worksheet import Worksheet

from microconnect.exporting.table import Kind, Table

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_TEXT = 32_766  # characters: what a cell holds, less the space that `_in_cell` may add
LONGEST_TITLE = 31
_NOT_IN_TITLES = dict.fromkeys(map(ord, "[]:*?/\\'"), " ")

_FORMATS = {
    Kind.WHOLE: "0",
    Kind.DECIMAL: "0.0",
    Kind.SHARE: "0.0%",
    Kind.DAY: "yyyy-mm-dd",
    Kind.TIME: "hh:mm",
    Kind.MOMENT: "yyyy-mm-dd hh:mm:ss",
}
_WIDTHS = {Kind.TEXT: 20, Kind.WORDS: 48, Kind.DAY: 12, Kind.TIME: 8, Kind.MOMENT: 20}
_NARROWEST = 9

Write = Callable[[int, int, Any], Any]


def xlsx_response(table: Table, filename: str) -> FileResponse:
    """A file of its own on the disk, gone when it is sent: a workbook is zipped and cannot be sent while it grows."""
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 - the response closes it
    try:
        write_workbook(table, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=filename, content_type=CONTENT_TYPE)


def write_workbook(table: Table, file: IO[bytes]) -> None:
    """No text becomes a formula, a link or a number: each cell is written as what its column says."""
    options = {
        "constant_memory": True,  # a row is on the disk before the next one is asked for
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as workbook:
        sheet = workbook.add_worksheet(_sheet_name(table.title))
        heading = workbook.add_format({"bold": True, "bottom": 1})
        sheet.freeze_panes(1, 0)
        for nth, column in enumerate(table.columns):
            sheet.set_column(nth, nth, max(_WIDTHS.get(column.kind, _NARROWEST), min(len(column.key) + 2, 24)))
            sheet.write_string(0, nth, column.key, heading)
        formats = {kind: workbook.add_format({"num_format": code}) for kind, code in _FORMATS.items()}
        writers = [_writer(sheet, column.kind, formats.get(column.kind)) for column in table.columns]
        for nth_row, row in enumerate(table.rows, start=1):
            for nth, cell in enumerate(row):
                if cell is not None and cell != "":
                    writers[nth](nth_row, nth, cell)


def _writer(sheet: Worksheet, kind: Kind, number_format: Any) -> Write:
    if kind in {Kind.TEXT, Kind.WORDS, Kind.CODE}:
        return lambda row, column, cell: sheet.write_string(row, column, _in_cell(str(cell)))
    if kind in {Kind.DAY, Kind.TIME, Kind.MOMENT}:
        return lambda row, column, cell: sheet.write_datetime(row, column, cell, number_format)
    return lambda row, column, cell: sheet.write_number(row, column, cell, number_format)


def _in_cell(text: str) -> str:
    """XlsxWriter takes a text within <r> for markup of its own and passes it on as it is; a space behind it ends that."""
    text = text[:LONGEST_TEXT]
    return f"{text} " if text.endswith("</r>") else text


def _sheet_name(title: str) -> str:
    """As Excel accepts it: short, and without the signs that its formulas use."""
    return title.translate(_NOT_IN_TITLES).strip()[:LONGEST_TITLE].strip() or "1"
