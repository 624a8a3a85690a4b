"""Small labelled files, made for each test. The sentences are our own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coaching.evaluation.files import Data, read_data

LABELS = ["greeting", "apology", "exploration", "reassurance"]


def row(number: object, text: object, *gold: object, **fields: object) -> dict:
    """A labelled row with an id and a group of its own."""
    return {"id": f"r{number}", "group": f"g{number}", "text": text, "gold": [*gold], **fields}


ROWS = [
    row(1, "Good morning Maria!", "greeting"),
    row(2, "Sorry about the wait.", "apology", spans={"apology": [[0, 5]]}),
    row(3, "Hello! I'm so sorry.", "greeting", "apology"),
    row(4, "The lid is blue."),
    row(5, "We never open on Sundays.", "apology"),
    row(6, "Hi there, what happened to your bag?", "greeting", "exploration"),
    row(7, "So sorry about that."),
]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """`write(*rows)`: a file of these lines (text, bytes or objects) with SCHEMA.json beside it."""

    def write_file(*rows: object, name: str = "talk", labels: list[str] = LABELS) -> Path:
        schema = tmp_path / "SCHEMA.json"
        known = json.loads(schema.read_text()) if schema.exists() else {}
        schema.write_text(json.dumps({**known, name: {"practices": labels}}))
        path = tmp_path / f"{name}.jsonl"
        path.write_bytes(b"\n".join(map(_line, rows)))
        return path

    return write_file


@pytest.fixture
def read(write: Callable[..., Path]) -> Callable[..., Data]:
    """`read(*rows)`: the same, read."""
    return lambda *rows, **options: read_data([write(*rows, **options)])


def _line(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).encode()
