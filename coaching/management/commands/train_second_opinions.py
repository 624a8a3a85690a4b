"""`manage.py train_second_opinions DATA`: learn the weights in coaching/evaluation/weights anew."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from coaching.evaluation.faults import DataFault
from coaching.evaluation.files import Slice, read_data
from coaching.evaluation.second_opinion import FOLDER
from coaching.evaluation.sources import SOURCES
from coaching.evaluation.training import LEARNT_FROM, Learnt, learn


class Command(BaseCommand):
    help = "Learn second opinions on the engine's signals from open labelled text. The same text gives the same files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("data", type=Path, metavar="DATA", help="the folder of labelled text, with its SCHEMA.json")
        parser.add_argument(
            "--into", type=Path, default=FOLDER, help="where the weights go (default: where evaluate_practices looks)"
        )

    def handle(self, *, data: Path, into: Path, **options: Any) -> None:
        into.mkdir(parents=True, exist_ok=True)
        for label, names in LEARNT_FROM.items():
            slices = _slices(data, names)
            learnt = learn(slices, label)
            (into / f"{label}.json").write_text(_as_json(label, slices, learnt), encoding="utf-8")
            self.stdout.write(
                f"{label}: rule {learnt.rule.macro_f1:.3f}, combined {learnt.combined.macro_f1:.3f} (macro-F1,"
                f" cross-validated over groups), {len(learnt.weights.terms)} terms from {learnt.rows} texts"
            )


def _slices(data: Path, names: Sequence[str]) -> list[Slice]:
    try:
        return read_data([data / f"{name}.jsonl" for name in names]).slices
    except DataFault as fault:
        raise CommandError(f"Nothing was learnt.\n{fault}") from fault


def _as_json(label: str, slices: Sequence[Slice], learnt: Learnt) -> str:
    """The weights as they are kept, with where they come from; a term a line, in order."""
    provenance = [
        {"slice": each.name, "sha256": each.sha256, "credit": source.credit, "licence": source.licence}
        for each in slices
        for source in [SOURCES[each.name]]
    ]
    kept = {
        "signal": label,
        "learnt_from": provenance,
        "texts": learnt.rows,
        "macro_f1": {"rule": round(learnt.rule.macro_f1, 4), "combined": round(learnt.combined.macro_f1, 4)},
        "found": learnt.weights.found,
        "passed_over": learnt.weights.passed_over,
        "terms": dict(sorted(learnt.weights.terms.items())),
    }
    return json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
