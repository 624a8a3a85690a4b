"""Everything, for machines."""

import json
from dataclasses import asdict

from coaching.engine.assess import ENGINE_VERSION
from coaching.evaluation.bars import Reached
from coaching.evaluation.reports.record import record, rounded
from coaching.evaluation.results import Results


def as_json(results: Results, bars: list[Reached]) -> str:
    """One JSON object. Shares run from 0 to 1; what could not be measured is null or listed by name."""
    told = {
        "engine_version": ENGINE_VERSION,
        "engine": results.engine.value,
        "part": results.part,
        "slices": {
            name: {label: record(figures) for label, figures in labels.items()}
            for name, labels in results.figures.items()
        },
        "means": {name: rounded(mean) for name, mean in results.means.items()},
        "agreement": {
            name: {label: rounded(alpha) for label, alpha in alphas.items()}
            for name, alphas in results.agreement.items()
            if alphas
        },
        "texts": results.texts,
        "texts_per_second": round(results.texts_per_second),
        "not_measured": {name: labels for name, labels in results.unmeasured.items() if labels},
        "nothing_to_measure": results.data.unlabelled,
        "notes": results.data.notes,
        "bars": [
            {"name": each.bar.name, "measured": each.measured, "value": rounded(each.value), "least": each.bar.least,
             "is_held": each.is_held}
            for each in bars
        ],
        "errors": {
            name: {label: [asdict(error) for error in errors] for label, errors in labels.items()}
            for name, labels in results.errors.items()
        },
        "data": results.data.hashes,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1)
