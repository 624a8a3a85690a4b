"""A table as CSV and as a workbook: read back, each cell is what it was."""

import csv
import io
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microconnect.csv_cells import unescape
from microconnect.exporting.csv_file import LINES_AT_ONCE, csv_pieces, csv_response
from microconnect.exporting.table import Column, Kind, Row, Table
from microconnect.exporting.xlsx_file import LONGEST_TEXT, write_workbook, xlsx_response

NASTY = st.text(st.sampled_from("='+-@ \t\r\n\0a\"\u00a0\u200b＝＠－,;😀") | st.characters(codec="utf-8"))
# What XML can hold and keep: an old Mac's line end comes back as a newline from any reader.
IN_XML = st.text(
    st.sampled_from("='+-@ \t\na\"\u00a0\u200b＝＠－,;😀_x0041_")
    | st.characters(codec="utf-8", exclude_categories=["C"])
)
TEXTS = (Column("one"), Column("other", Kind.WORDS))
OF_EACH_KIND = (
    Column("who"),
    Column("said", Kind.WORDS),
    Column("channel", Kind.CODE),
    Column("n", Kind.WHOLE),
    Column("mean", Kind.DECIMAL),
    Column("share", Kind.SHARE),
    Column("day", Kind.DAY),
    Column("time", Kind.TIME),
    Column("at_utc", Kind.MOMENT),
)
ADAS = ("Ada", "=1+1", "face", 12, 71.5, 0.25, date(2026, 11, 18), time(9, 30), datetime(2026, 11, 18, 9, 30, 5))  # noqa: DTZ001 - a cell holds no time zone
NOTHING = (None,) * len(OF_EACH_KIND)


def table(columns: tuple[Column, ...], rows: list[Row], title: str = "People") -> Table:
    return Table("people", title, columns, rows)


def csv_rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def sheet_of(made: Table):
    file = io.BytesIO()
    write_workbook(made, file)
    return openpyxl.load_workbook(file).active


def test_csv_holds_what_was_in_it():
    header, adas, nobodys = csv_rows("".join(csv_pieces(table(OF_EACH_KIND, [ADAS, NOTHING]))))
    assert header == [column.key for column in OF_EACH_KIND]
    assert adas == "Ada,'=1+1,face,12,71.5,0.25,2026-11-18,09:30:00,2026-11-18 09:30:05".split(",")
    assert nobodys == [""] * len(OF_EACH_KIND)


@given(st.lists(st.tuples(NASTY, NASTY), max_size=4))
@example([("x" * 100_000, "=" * 50_000)])
def test_texts_come_back_from_csv_exactly(rows):
    _header, *found = csv_rows("".join(csv_pieces(table(TEXTS, rows))))
    assert [tuple(map(unescape, row)) for row in found] == rows


def test_nothing_is_a_header_only():
    assert "".join(csv_pieces(table(TEXTS, []))) == "\ufeffone,other\r\n"
    assert [[cell.value for cell in row] for row in sheet_of(table(TEXTS, []))] == [["one", "other"]]


def test_csv_is_sent_while_it_is_read():
    read = []

    def rows():
        for nth in range(5 * LINES_AT_ONCE):
            read.append(nth)
            yield str(nth), ""

    response = csv_response(Table("t", "T", TEXTS, rows()), "people.csv")
    pieces = iter(response)
    next(pieces)
    next(pieces)
    assert len(read) == LINES_AT_ONCE
    assert response["Content-Disposition"] == 'attachment; filename="people.csv"'


def test_whoever_hangs_up_ends_the_reading(db):
    ended = []

    def rows():
        try:
            while True:
                yield ("a", "b")
        finally:
            ended.append(True)

    response = csv_response(Table("t", "T", TEXTS, rows()), "people.csv")
    pieces = iter(response)
    next(pieces)
    next(pieces)
    del pieces
    response.close()
    assert ended


def test_a_workbook_holds_what_was_in_it():
    sheet = sheet_of(table(OF_EACH_KIND, [ADAS, NOTHING]))
    header, adas, *_nobodys = [[cell.value for cell in row] for row in sheet]
    assert header == [column.key for column in OF_EACH_KIND]
    assert adas == [*ADAS[:6], datetime.combine(ADAS[6], time()), *ADAS[7:]]
    assert sheet["G2"].is_date
    assert sheet["F2"].number_format == "0.0%"
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["D"].width


@given(st.lists(st.tuples(IN_XML, IN_XML), max_size=4))
def test_no_text_in_a_workbook_is_a_formula_a_link_or_a_number(rows):
    rows = [("=1+1", "{=A1}"), ("https://shop.example", "007"), ("<b>x</b>", "&amp;"), *rows]
    sheet = sheet_of(table(TEXTS, rows))
    for nth, texts in enumerate(rows, start=2):
        for cell, text in zip(sheet[nth], texts, strict=True) if nth <= sheet.max_row else ():
            assert (cell.value or "") == text
            assert cell.data_type in {"s", "inlineStr", "n" if not text else "s"}
            assert cell.hyperlink is None


def test_markup_in_a_text_stays_text():
    cell = sheet_of(table(TEXTS, [("<r><t>a</t></r>", "</c><c>")]))["A2"]
    assert cell.value.strip() == "<r><t>a</t></r>"


def test_signs_that_xml_does_not_know_do_not_break_a_workbook():
    cell = sheet_of(table(TEXTS, [("a\0b\x1bc", "")]))["A2"].value
    assert cell.startswith("a")


def test_a_text_that_no_cell_holds_is_cut_rather_than_lost():
    assert sheet_of(table(TEXTS, [("x" * 40_000, "y")]))["A2"].value == "x" * LONGEST_TEXT


@pytest.mark.parametrize("title", ["Who: [all] of them / today?", "'quoted'", "x" * 50, "", ":"])
def test_any_title_names_a_sheet(title):
    assert sheet_of(table(TEXTS, [], title)).title


def test_a_workbook_is_gone_when_it_is_sent(db):
    response = xlsx_response(table(OF_EACH_KIND, [ADAS]), "people.xlsx")
    file = response.file_to_stream
    assert file is not None
    assert openpyxl.load_workbook(io.BytesIO(b"".join(response))).active["A2"].value == "Ada"
    response.close()
    assert file.closed
