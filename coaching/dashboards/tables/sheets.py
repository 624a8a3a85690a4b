"""A table of a page: its columns, and the rows that it makes of what the page itself is made of, so that the two agree."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.functional import Promise

from microconnect.exporting.csv_file import csv_response
from microconnect.exporting.table import Column, Row, Table
from microconnect.exporting.xlsx_file import xlsx_response

P = TypeVar("P")
_RESPONSES = {"csv": csv_response, "xlsx": xlsx_response}


@dataclass(frozen=True, slots=True)
class Sheet(Generic[P]):
    """`P` is the page. `name` is for addresses and file names, `title` for people."""

    name: str
    title: str | Promise
    columns: Sequence[Column]
    rows: Callable[[P], Iterable[Row]]

    def file(self, page: P, ending: str, *, about: str, today: date) -> HttpResponseBase:
        """As "csv" or "xlsx"; `about` and `today` tell it from other pages' and other days' files."""
        table = Table(self.name, str(self.title), self.columns, self.rows(page))
        return _RESPONSES[ending](table, f"{about}-{self.name}-{today}.{ending}")


def sheet_named(sheets: Sequence[Sheet[P]], name: str) -> Sheet[P]:
    """Raises Http404 for one that the page does not have."""
    found = next((sheet for sheet in sheets if sheet.name == name), None)
    if found is None:
        raise Http404
    return found
