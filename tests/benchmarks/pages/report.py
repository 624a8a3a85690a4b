"""The figures as JSON and as a table, with the targets beside them; several sizes side by side."""

import json
import statistics
from pathlib import Path
from typing import Any

from tests.benchmarks.pages.lines import BARE_VIEW, EXPECTED, Line

Result = dict[str, Any]


def figures_of(lines: list[Line], size: int) -> list[Result]:
    """One dictionary a line, in milliseconds."""
    bare = next(line.total for line in lines if line.wanted.name == BARE_VIEW)
    return [_figure(line, size, bare) if line.status in EXPECTED else _missing(line) for line in lines]


def _missing(line: Line) -> Result:
    return {"name": line.wanted.name, "status": line.status}


def _figure(line: Line, size: int, bare: float) -> Result:
    wanted, total = line.wanted, line.total
    target = wanted.target if size <= wanted.until else None
    limits = [limit for limit in (target, wanted.times_bare and wanted.times_bare * bare) if limit]
    return {
        "name": wanted.name,
        "status": line.status,
        "application_ms": round(statistics.median(line.application), 2),
        "database_ms": round(statistics.median(line.database), 2),
        "total_ms": round(total, 2),
        "waited_ms": round(statistics.median(line.waited), 2),
        "over_bare": round(total / bare, 2),
        "target_ms": target,
        "target_over_bare": wanted.times_bare,
        "target_growth": wanted.grows,
        "is_met": all(total <= limit for limit in limits) if limits else None,
    }


def table(result: Result) -> str:
    """One size."""
    lines = [
        f"{result['size']:,} encounters, {result['database_bytes'] / 1e6:,.0f} MB{_filled(result)}. CPU milliseconds a request:",
        f"{'':<36}{'app':>8}{'db':>8}{'total':>8}{'x bare':>8}{'at most':>9}",
    ]
    lines += [_row(figure) for figure in result["figures"]]
    return "\n".join([*lines, _csv(result["csv"])])


def _filled(result: Result) -> str:
    return f", made in {result['fill_seconds']:.0f} s" if result.get("fill_seconds") else ""


def _row(figure: Result) -> str:
    name = f"{figure['name']:<36}"
    if "total_ms" not in figure:
        return name + f"    (answers {figure['status']}: not there yet)"
    parts = [figure["application_ms"], figure["database_ms"], figure["total_ms"], figure["over_bare"]]
    target = f"{figure['target_ms']:9.0f}" if figure["target_ms"] else " " * 9
    verdict = {True: "  met", False: "  MISSED", None: ""}[figure["is_met"]]
    return name + "".join(f"{part:8.1f}" for part in parts) + target + verdict


def _csv(file: Result | str) -> str:
    if isinstance(file, str):
        return f"CSV: {file}"
    verdict = "met" if file["is_in_time"] and file["is_flat"] else "MISSED"
    return (
        f"CSV of {file['rows']:,} encounters: {file['seconds']:.2f} s (at most {file['target_seconds']:.2f}), first byte after"
        f" {file['first_byte_seconds']:.2f} s, memory {file['megabytes_held_before']:.0f} ->"
        f" {file['megabytes_held_at_most']:.0f} MB  {verdict}"
    )


def growth(results: list[Result]) -> str:
    """Each line at each size, and the largest over the smallest, each measured in bare views of its own run."""
    results = sorted(results, key=lambda result: result["size"])
    found = [{figure["name"]: figure for figure in result["figures"]} for result in results]
    heading = f"{'CPU milliseconds a request at':<36}" + "".join(f"{result['size']:>12,}" for result in results)
    rows = [_grown(name, [figures.get(name, {}) for figures in found]) for name in found[-1]]
    return "\n".join([f"{heading}  growth", *filter(None, rows)])


def _grown(name: str, figures: list[Result]) -> str:
    smallest, largest = figures[0], figures[-1]
    if not (smallest.get("total_ms") and largest.get("total_ms")):
        return ""
    grown = largest["over_bare"] / smallest["over_bare"]
    most = largest["target_growth"]
    verdict = "" if most is None else f" of {most}  {'met' if grown <= most else 'MISSED'}"
    shown = "".join(f"{figure['total_ms']:12.1f}" if figure.get("total_ms") else " " * 12 for figure in figures)
    return f"{name:<36}{shown}{grown:8.2f}{verdict}"


def read(path: Path) -> Result:
    found: Result = json.loads(path.read_text())
    return found
