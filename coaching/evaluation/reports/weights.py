"""What the document says of second opinions: where each was learnt, and what it is worth where it was not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coaching.evaluation.reports.as_text import percent
from coaching.evaluation.reports.markdown import table
from coaching.evaluation.second_opinion import FOLDER


def second_opinions(folder: Path = FOLDER) -> Iterator[str]:
    """A section with a line for each file of weights; nothing without any."""
    rows = [_row(json.loads(file.read_text(encoding="utf-8"))) for file in sorted(folder.glob("*.json"))]
    if rows:
        yield "## Rules with weights"
        yield (
            "For these signals small weights over words were learnt from open text, on top of the rules. Scoring does not use"
            " them: what they gain on text like that they were learnt from, they lose on what people log (see"
            " docs/decisions/0009-second-opinions.md). On the set it was learnt from, the column “with weights” flatters;"
            " here each conversation was judged by weights that never saw it."
        )
        yield table(["signal", "learnt from", "texts", "rule", "with weights"], rows)


def _row(weights: dict[str, Any]) -> list[str]:
    learnt_from = ", ".join(source["slice"] for source in weights["learnt_from"])
    figures = [percent(weights["macro_f1"][each]) for each in ("rule", "combined")]
    return [weights["signal"], learnt_from, f"{weights['texts']:,}", *figures]
