"""The data as it lies in files: found, read line by line, and every line named that can't be used."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from coaching.evaluation.faults import DataFault, Fault, at_line
from coaching.evaluation.rows import Row, parse_row

SCHEMA = "SCHEMA.json"
_SHOWN = 20  # faults, after which more of them tell nothing new


@dataclass(frozen=True, slots=True)
class Slice:
    """One labelled file: its name without the ending, its sha256, its labels in SCHEMA's order, its rows."""

    name: str
    sha256: str
    labels: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Data:
    """Everything that was given.

    `hashes` are the sha256 of the files by name; `unlabelled` the files without labels; `notes` what was mended.
    """

    slices: list[Slice] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)
    unlabelled: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_data(given: Iterable[Path], schema: Path | None = None) -> Data:
    """Read files and folders of JSON Lines. Raises DataFault with everything that is wrong in them."""
    data = Data()
    faults: list[str] = []
    for path in _files(given):
        try:
            _read_file(path, _labels_of(path, schema), data)
        except DataFault as fault:
            faults += fault.faults
    if faults:
        more = [f"… and {len(faults) - _SHOWN} more."] if len(faults) > _SHOWN else []
        raise DataFault(*faults[:_SHOWN], *more)
    return data


def _files(given: Iterable[Path]) -> list[Path]:
    files: dict[str, Path] = {}
    for path in (file for place in given for file in _files_in(place)):
        if path.stem in files:
            raise DataFault(
                f"{path} is given twice, or {files[path.stem]} is another file of its name."
                " Give each file once, under a name of its own."
            )
        files[path.stem] = path
    return list(files.values())


def _files_in(place: Path) -> list[Path]:
    if not place.exists():
        raise DataFault(f"{place} can't be read: there is no such file or folder.")
    if not place.is_dir():
        return [place]
    files = sorted(place.glob("*.jsonl"))
    if not files:
        raise DataFault(f"{place} holds no .jsonl file.")
    return files


def _labels_of(path: Path, given: Path | None) -> tuple[str, ...]:
    schema = given or path.parent / SCHEMA
    known = _schema(schema)
    if path.stem not in known:
        raise DataFault(
            f"{path}: {schema} doesn't say which labels this file has. Add"
            f' "{path.stem}": {{"practices": ["a_label"]}} to it, or name another one with --schema.'
        )
    return known[path.stem]


def _schema(path: Path) -> dict[str, tuple[str, ...]]:
    """The labels of each file. Raises DataFault."""
    try:
        schema = json.loads(_bytes(path).decode())
    except (ValueError, RecursionError) as broken:
        raise DataFault(f"{path} is no JSON: {broken}.") from broken
    if not isinstance(schema, dict) or not all(map(_is_entry, schema.values())):
        raise DataFault(f'{path} should read {{"file": {{"practices": ["a_label", …]}}, …}}.')
    return {name: tuple(dict.fromkeys(entry["practices"])) for name, entry in schema.items()}


def _is_entry(entry: object) -> bool:
    labels = entry.get("practices") if isinstance(entry, Mapping) else None
    return isinstance(labels, list) and all(isinstance(label, str) for label in labels)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as unreadable:
        hint = " Say with --schema which labels the files have." if path.name == SCHEMA else ""
        raise DataFault(f"{path} can't be read: {unreadable.strerror}.{hint}") from unreadable


def _read_file(path: Path, labels: tuple[str, ...], data: Data) -> None:
    content = _bytes(path)
    digest = sha256(content).hexdigest()
    twin = next((name for name, known in data.hashes.items() if known == digest), "")
    if twin:
        raise DataFault(f"{path} is given twice: {twin} holds the same bytes. Give each file once.")
    data.hashes[path.name] = digest
    if not labels:
        data.unlabelled.append(path.name)
        return
    rows = _rows(path, content, frozenset(labels))
    data.slices.append(Slice(path.stem, digest, labels, rows))
    data.notes += _notes(path, rows)


def _rows(path: Path, content: bytes, labels: frozenset[str]) -> tuple[Row, ...]:
    rows: dict[str, Row] = {}
    faults: list[str] = []
    for number, line in _lines(content):
        try:
            row = parse_row(_record(line), number, labels)
            if row.id in rows:
                raise Fault(f"the id “{row.id}” is that of line {rows[row.id].line} already.")
            rows[row.id] = row
        except Fault as fault:
            faults.append(at_line(path, number, fault))
    if not rows and not faults:
        raise DataFault(f"{path} is empty.")
    if faults:
        raise DataFault(*faults)
    return tuple(rows.values())


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, each with its number."""
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield number, line


def _record(line: bytes) -> object:
    try:
        text = line.decode()
        record = json.loads(text)
    except UnicodeDecodeError as broken:
        raise Fault(f"byte {broken.start + 1} is not UTF-8.") from broken
    except (ValueError, RecursionError) as broken:
        raise Fault(f"this is not JSON ({broken}).") from broken
    if "\\ud" in text.lower() and _has_half_characters(record):
        raise Fault("a \\ud… escape stands for half a character.")
    return record


def _has_half_characters(record: object) -> bool:
    try:
        json.dumps(record, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        return True
    return False


def _notes(path: Path, rows: Iterable[Row]) -> list[str]:
    cut = [str(row.line) for row in rows if row.is_cut]
    if not cut:
        return []
    lines = f"line {cut[0]}" if len(cut) == 1 else f"lines {', '.join(cut)}"
    return [f"{path}, {lines}: marked evidence ran past the end of the text and was cut there."]
