"""A list as text: its encoding, its columns, its lines; and what is said about one that cannot be read."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from microconnect.organisation.importing.reading import Line, decoded, read

HEADER = "name,email,team,role,since"
ADA = "Ada Okafor,ada@shop.example,Harbour Street,frontline,2026-03-01"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_are_read(separator):
    text = f"{HEADER}\n{ADA}\n".replace(",", separator)
    assert read(text) == [
        Line(2, "Ada Okafor", "ada@shop.example", "Harbour Street", "frontline", "2026-03-01"),
    ]


def test_columns_may_stand_in_any_order_and_be_written_large():
    (line,) = read("Role;TEAM;E-mail; Name \nfrontline;Harbour Street;ada@shop.example;Ada Okafor")
    assert (line.name, line.email, line.role, line.since) == ("Ada Okafor", "ada@shop.example", "frontline", "")


def test_empty_lines_are_passed_over_and_lines_keep_their_numbers():
    assert [line.number for line in read(f"\n{HEADER}\n\n{ADA}\n,,,,\n{ADA}\n")] == [4, 6]


def test_a_cell_may_hold_what_separates_cells():
    (line,) = read(f'{HEADER}\n"Okafor, Ada",ada@shop.example,"Harbour\nStreet",frontline,')
    assert (line.name, line.team) == ("Okafor, Ada", "Harbour Street")


def test_a_formula_stays_the_text_that_it_is():
    (line,) = read(f'{HEADER}\n"\'=HYPERLINK(""x"")",ada@shop.example,Harbour Street,frontline,')
    assert line.name == '=HYPERLINK("x")'


@pytest.mark.parametrize(
    ("data", "is_old_excel"),
    [
        ("Zoë".encode(), False),
        ("Zoë".encode("utf-8-sig"), False),
        ("Zoë".encode("utf-16"), False),
        ("Zoë".encode("cp1252"), True),
        ("Zoe\u0308".encode(), False),
    ],
)
def test_encodings_of_spreadsheets_are_read(data, is_old_excel):
    assert decoded(data) == ("Zoë", is_old_excel)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"x" * (2 * 1024 * 1024 + 1), "more than 2 MB"),
        (b"PK\x03\x04 and more", "This is a workbook"),
        (b"name\x00,email", "no spreadsheet writes"),
        (b"\x81\x8d", "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_what_is_no_text_is_told(data, words):
    with pytest.raises(ValidationError, match=words):
        decoded(data)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nothing in it"),
        (" \n ", "nothing in it"),
        (HEADER, "nothing below it"),
        (ADA, "Missing: name, email, team, role"),
        ("name,email,team\nAda,ada@shop.example,Harbour Street", "Missing: role"),
        (f"{HEADER},shoe size\n{ADA},38", "do not know these columns: shoe size"),
        (f"{HEADER},name\n{ADA},Ada", "is there twice"),
        (f'{HEADER}\n"Ada,ada@shop.example\n', "quotation mark"),
        (f"{HEADER}\n" + f"{ADA}\n" * 5_001, "more than 5000 lines"),
        (f"{HEADER}\n{'x' * 140_000},a,b,c,d", "cannot be read as a list"),
    ],
)
def test_what_is_no_list_is_told(text, words):
    with pytest.raises(ValidationError, match=words):
        read(text)


def test_cells_to_spare_are_noticed():
    assert not read(f"{HEADER}\n{ADA},and more")[0].is_whole
    assert read(f"{HEADER}\n{ADA},,")[0].is_whole


@given(st.binary(max_size=400))
def test_no_file_breaks_the_reader(data):
    with suppress(ValidationError):
        text, _is_old_excel = decoded(data)
        read(text)


@given(st.text(st.sampled_from("name,email;team\trole since\"\n\r='@ü"), max_size=200))
def test_no_text_below_a_header_breaks_the_reader(text):
    with suppress(ValidationError):
        read(f"{HEADER}\n{text}")
