"""Text in cells of a CSV file that no spreadsheet runs as a formula, and that comes back as it was.

A spreadsheet takes a cell for a formula when it begins with one of = + - @ or with a control character, some of them
also after spaces or where the sign is a full-width one (OWASP, "CSV Injection"). An apostrophe in front makes it text. What
already has one and would look escaped gets another, so that taking one away is exact.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows UTF-8; read such files as "utf-8-sig"

# Python's \s one by one, as PostgreSQL takes the same pattern and means other spaces by \s; and what has no width.
_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = rf"{_SPACES}\u200b-\u200f\u2060\ufeff"
_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"  # also full-width, small, and the true minus
_LOOKS_LIKE_A_FORMULA = re.compile(rf"'*[{_UNSEEN}]*[{_SIGNS}\t\r\n\0]")
IN_POSTGRESQL = rf"^'*[{_UNSEEN}]*[{_SIGNS}\t\r\n]"  # its texts hold no NUL


def escape(text: str) -> str:
    """`text` as it may stand in a cell. Numbers of our own need no escaping, and would become text by it."""
    if text[:1].isalnum():  # most texts: none of the signs, spaces and apostrophes is a letter or a digit
        return text
    return f"'{text}" if _LOOKS_LIKE_A_FORMULA.match(text) else text


def unescape(cell: str) -> str:
    """What `escape` was given. A cell that somebody typed themselves stays as it is, unless it looks escaped."""
    return cell[1:] if cell[:1] == "'" and _LOOKS_LIKE_A_FORMULA.match(cell) else cell


def lines_of(rows: Iterable[Sequence[str | int | float | None]]) -> Iterator[str]:
    """Each row as a line of CSV, its texts escaped; for a StreamingHttpResponse, which asks for one after the other."""
    writer = csv.writer(_Passing())
    for row in rows:
        yield writer.writerow([escape(cell) if isinstance(cell, str) else cell for cell in row])


class _Passing:
    """A "file" that hands back what is written to it, which is what `writerow` returns."""

    def write(self, line: str) -> str:
        return line
