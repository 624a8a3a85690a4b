"""A list of people as text: what encoding it is in, what its columns are, and its lines. Knows nothing of the database."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from microconnect.csv_cells import unescape
from microconnect.text import normalise

if TYPE_CHECKING:
    import _csv

MOST_BYTES = 2 * 1024 * 1024
MOST_LINES = 5_000
COLUMNS = ("name", "email", "team", "role", "since")
_NEEDED = frozenset({"name", "email", "team", "role"})
_ALSO_CALLED = {"e-mail": "email", "mail": "email"}
_DELIMITERS = ",;\t"
_OLD_EXCEL = "cp1252"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; `number` is the one that an editor shows. `is_whole` is False with cells to spare."""

    number: int
    name: str = ""
    email: str = ""
    team: str = ""
    role: str = ""
    since: str = ""
    is_whole: bool = True


def decoded(data: bytes) -> tuple[str, bool]:
    """The text, and whether it was in Excel's old encoding, in which accents are a guess.

    Raises:
        ValidationError: with a sentence, for what is no text.
    """
    if len(data) > MOST_BYTES:
        raise ValidationError(_("This is more than 2 MB. Send it in parts."), code="too_long")
    if data[:4] == b"PK\x03\x04":
        raise ValidationError(_("This is a workbook. In Excel, save it as “CSV UTF-8” and send that file."))
    text, is_old_excel = _text(data)
    if "\x00" in text:
        raise ValidationError(_("This does not look like a list: there are signs in it that no spreadsheet writes."))
    return normalise(text), is_old_excel


def read(text: str) -> list[Line]:
    """The lines, without empty ones.

    Raises:
        ValidationError: with a sentence, for a list that cannot be read at all.
    """
    if not text.strip():
        raise ValidationError(_("There is nothing in it yet."), code="empty")
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        raise ValidationError(
            _("It cannot be read as a list. Is there a quotation mark without its other half?")
        ) from error
    if not lines:
        raise ValidationError(_("There is a first line with the columns, and nothing below it yet."), code="empty")
    return lines


def _text(data: bytes) -> tuple[str, bool]:
    is_utf_16 = data[:2] in {b"\xff\xfe", b"\xfe\xff"}  # what Excel calls Unicode text
    for encoding in ["utf-16"] if is_utf_16 else ["utf-8-sig", _OLD_EXCEL]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text, encoding == _OLD_EXCEL
    raise ValidationError(_("The letters in this file cannot be read. In Excel, save it as “CSV UTF-8”."))


def _lines(text: str) -> Iterator[Line]:
    columns, reader = _header(text)
    for count, cells in enumerate(_not_empty(reader), start=1):
        if count > MOST_LINES:
            message = _("There are more than %d lines. Send it in parts.") % MOST_LINES
            raise ValidationError(message, code="too_many")
        told = dict(zip(columns, (" ".join(unescape(cell).split()) for cell in cells), strict=False))
        yield Line(reader.line_num, **told, is_whole=not any(cells[len(columns) :]))


def _header(text: str) -> tuple[list[str], "_csv.Reader"]:
    """The columns of the first line that holds anything, and a reader of what follows it."""
    best: list[str] = []
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
        columns = [_column(cell) for cell in next(_not_empty(reader), [])]
        if set(columns) >= _NEEDED:
            _refuse_columns(columns)
            return columns, reader
        best = max(best, columns, key=len)
    missing = ", ".join(column for column in COLUMNS if column in _NEEDED and column not in best)
    raise ValidationError(
        _("The first line has to name the columns: name, email, team, role, since. Missing: %(names)s."),
        params={"names": missing},
        code="columns",
    )


def _refuse_columns(columns: list[str]) -> None:
    unknown = [column for column in columns if column and column not in COLUMNS]
    if unknown:
        message = _("We do not know these columns: %(names)s. Take them out.")
        raise ValidationError(message, params={"names": ", ".join(unknown)[:200]}, code="columns")
    if len(set(columns)) < len(columns):
        raise ValidationError(_("A column is there twice, or one has no name."), code="columns")


def _column(cell: str) -> str:
    name = " ".join(cell.split()).casefold()
    return _ALSO_CALLED.get(name, name)


def _not_empty(reader: "_csv.Reader") -> Iterator[list[str]]:
    return (cells for cells in reader if any(cell.strip() for cell in cells))
