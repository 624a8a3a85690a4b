"""Which tables a page offers to take away, with their addresses, which are below its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from coaching.dashboards.tables.sheets import Sheet

_NAME = "name-of-a-table"  # stands where a name will be
_ENDINGS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Offered:
    """One table, with the conditions of the page's own address."""

    title: str
    csv_url: str
    xlsx_url: str
    csv_label: str
    xlsx_label: str


def file_paths(page: str, view: Callable[..., HttpResponseBase], route: str) -> list[URLPattern]:
    """The routes of a page's tables: `page` is the pattern of its own, `route` what theirs are named, less the ending."""
    return [
        path(f"{page}tables/<slug:name>.{ending}", view, {"ending": ending}, name=f"{route}_{ending}")
        for ending in _ENDINGS
    ]


def offered(
    sheets: Sequence[Sheet[Any]], route: str, *arguments: object, query: Mapping[str, str]
) -> Sequence[Offered]:
    """Their addresses differ in the name alone: asking for each would be the dearest line of the page's foot."""
    asked = f"?{urlencode(query)}" if query else ""
    csv_url, xlsx_url = (reverse(f"{route}_{ending}", args=[*arguments, _NAME]) + asked for ending in _ENDINGS)
    csv_label, xlsx_label = _("%(title)s as CSV"), _("%(title)s for Excel")
    return [
        Offered(
            title=(title := str(sheet.title)),
            csv_url=csv_url.replace(_NAME, sheet.name),
            xlsx_url=xlsx_url.replace(_NAME, sheet.name),
            csv_label=csv_label % {"title": title},
            xlsx_label=xlsx_label % {"title": title},
        )
        for sheet in sheets
    ]
