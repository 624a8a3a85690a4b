"""Small pieces of Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_<>|#~])")


def table(titles: list[str], rows: list[list[str]]) -> str:
    """A table; cells are Markdown already."""
    return "\n".join(_line(cells) for cells in (titles, ["---"] * len(titles), *rows))


def quoted(marked: str) -> str:
    """Somebody's words with the [[evidence]] bold, and nothing else in them taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", marked).replace("[[", "**").replace("]]", "**")


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
