"""One line a label and slice, for a spreadsheet."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from coaching.engine.assess import ENGINE_VERSION
from coaching.evaluation.counting import Counts
from coaching.evaluation.reports.record import record, rounded
from coaching.evaluation.results import Figures, Results

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
_NOTHING = record(Figures(Counts(), None, None, 0))


def as_csv(results: Results) -> str:
    """A table with a heading; means stand at its end as the slice "mean"."""
    out = StringIO()
    fields = ["slice", "label", *_flat(_NOTHING), "engine", "engine_version", "part", "sha256"]
    writer = csv.DictWriter(out, fields, lineterminator="\n")
    writer.writeheader()
    same = {"engine": results.engine.value, "engine_version": ENGINE_VERSION, "part": results.part}
    for row in _rows(results):
        writer.writerow({field: plain(value) for field, value in {**row, **same}.items()})
    return out.getvalue()


def plain(cell: object) -> object:
    """Words that no spreadsheet takes for a formula."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _rows(results: Results) -> Iterator[dict[str, object]]:
    digests = {each.name: each.sha256 for each in results.data.slices}
    for name, labels in results.figures.items():
        for label, figures in labels.items():
            yield {"slice": name, "label": label, **_flat(record(figures)), "sha256": digests[name]}
    for name, mean in results.means.items():
        if mean is not None:
            yield {"slice": "mean", "label": name, "macro_f1": rounded(mean)}


def _flat(figures: Mapping[str, object]) -> dict[str, object]:
    """The interval as two columns, where it stood as one."""
    flat: dict[str, object] = {}
    for name, value in figures.items():
        if name == "macro_f1_interval":
            low, high = value if isinstance(value, list) else (None, None)
            flat |= {"macro_f1_low": low, "macro_f1_high": high}
        else:
            flat[name] = value
    return flat
