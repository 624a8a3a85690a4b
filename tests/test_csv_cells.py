"""No cell that we write is run as a formula, and reading one gives what was written."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microconnect.csv_cells import escape, lines_of, unescape

# Mostly what matters: signs, spaces, apostrophes; and now and then anything at all.
TEXTS = st.text(st.sampled_from("='+-@ \t\r\n\0a\u00a0\u200b＝＠－1,;\"") | st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "\tno sign",
        "  =1+1",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "﹦1",
        " \u3000＝1",
    ],
)
def test_what_looks_like_a_formula_gets_an_apostrophe(text):
    assert escape(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ada", "a=b", "1-2", "’tis", "'tis", "' tis", "Mill Lane → Quay", "(-1)"])
def test_other_text_stays_as_it_is(text):
    assert escape(text) == text
    assert unescape(text) == text


def test_text_that_looks_escaped_is_escaped_again():
    assert escape("'=1") == "''=1"
    assert unescape("''=1") == "'=1"


@given(TEXTS)
@example("'=1")
@example("''  =1")
@example("' '=1")
@example("'\0")
def test_a_round_trip_is_exact(text):
    assert unescape(escape(text)) == text
    assert escape(text).lstrip()[:1] not in {*"=+-@＝＋－＠"}


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=3), max_size=4))
def test_a_round_trip_through_a_file_is_exact(rows):
    file = io.StringIO("".join(lines_of(rows)), newline="")
    assert [[unescape(cell) for cell in row] for row in csv.reader(file)] == rows


def test_numbers_stay_numbers_and_nothing_stays_empty():
    assert list(lines_of([[-3, 0.5, None, "-3"]])) == ["-3,0.5,,'-3\r\n"]


def test_lines_come_one_by_one():
    lines = lines_of([str(number)] for number in iter(int, 1))  # without end
    assert [next(lines) for _ in range(3)] == ["0\r\n"] * 3
