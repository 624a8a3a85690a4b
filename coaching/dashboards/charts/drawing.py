"""Shapes of the charts as SVG, and lines of tables that have one in each.

Drawn here, because a page has hundreds of shapes, and a template takes longer over them than the database over its queries
(docs/decisions/0024). Words are escaped where they are drawn.
"""

from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString


def shapes(parts: Iterable[str]) -> SafeString:
    """All of them together, ready for a template."""
    return SafeString("".join(parts))


def line(kind: str, x1: str, y1: str, x2: str, y2: str) -> str:
    return f'<line class="{kind}" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}" />'


def rect(kind: str, x: str, y: str, width: str, height: str, *, round_by: int = 0) -> str:
    corners = f' rx="{round_by}"' if round_by else ""
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}"{corners} />'


def circle(kind: str, x: str, y: str, radius: int) -> str:
    return f'<circle class="{kind}" cx="{x}" cy="{y}" r="{radius}" />'


def polyline(kind: str, points: str) -> str:
    return f'<polyline class="{kind}" points="{points}" />'


def polygon(kind: str, points: str) -> str:
    return f'<polygon class="{kind}" points="{points}" />'


def text(kind: str, x: str, y: str, words: str, *, dx: str = "0", dy: str = "0", anchor: str = "start") -> str:
    """`words` are escaped here."""
    return f'<text class="{kind}" x="{x}" y="{y}" dx="{dx}" dy="{dy}" text-anchor="{anchor}">{escape(words)}</text>'
