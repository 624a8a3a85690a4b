"""`manage.py evaluate_practices DATA ...`: how well the engine reads text that others wrote and labelled."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from coaching.engine.practices import BY_KEY
from coaching.engine.signals.registry import SIGNALS, labels_of
from coaching.evaluation.bars import Bar, Reached, UnknownBar, parse_bar, reached
from coaching.evaluation.detecting import Engine
from coaching.evaluation.faults import DataFault
from coaching.evaluation.files import Data, read_data
from coaching.evaluation.reports.as_csv import as_csv
from coaching.evaluation.reports.as_json import as_json
from coaching.evaluation.reports.as_text import as_text
from coaching.evaluation.reports.document import as_document
from coaching.evaluation.results import ALL, Results, evaluate
from coaching.evaluation.retyping import WAYS, retyped
from coaching.evaluation.rows import TUNED, UNTOUCHED

_CANT_MEASURE = 2  # exit status; 1 is a figure under its bar
_RESAMPLES = 1_000
_MOST = 100_000

_EPILOG = f"""\
DATA is JSON Lines, one labelled text or encounter a line, or a folder of such files; SCHEMA.json beside them says
which labels each has. A label is measured where the engine has a signal for it, and named where it has none.

Parts: groups (conversations) are split by a hash of their name; the rules were tuned on the "{TUNED}" part only, so
the difference to "{UNTOUCHED}" shows how far they were fitted to it.

Exit status: 0, or 1 when a figure is under its bar, or 2 when the data or a request can't be used.
"""


class Command(BaseCommand):
    help = "Measure the engine's signals on labelled text: macro-F1 with its interval, precision, recall, evidence."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        shape = {"formatter_class": argparse.RawDescriptionHelpFormatter, "epilog": _EPILOG}
        return super().create_parser(prog_name, subcommand, **{**kwargs, **shape})

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("data", nargs="+", type=Path, metavar="DATA", help="a .jsonl file, or a folder of them")
        parser.add_argument("--schema", type=Path, help="labels of the files (default: SCHEMA.json beside each)")
        parser.add_argument("--practice", help="measure only what feeds this practice, or this label")
        parser.add_argument("--engine", choices=[*Engine], default=Engine.RULES, help="default: rules")
        parser.add_argument("--part", choices=[ALL, TUNED, UNTOUCHED], default=ALL, help="default: all")
        parser.add_argument("--format", choices=["text", "json", "csv"], default="text", help="default: text")
        parser.add_argument(
            "--errors", type=_count, default=0, metavar="N", help="show the N worst errors of each kind"
        )
        parser.add_argument(
            "--bootstrap", type=_count, default=_RESAMPLES, metavar="N", help="resamples; 0: no intervals"
        )
        parser.add_argument("--fail-under", type=_bar, action="append", default=[], metavar="NAME=0.92",
                            help="service, epitome, a label or slice:label; repeatable")  # fmt: skip
        parser.add_argument("--write", type=Path, metavar="FILE", help="also write the document docs/accuracy.md")

    def handle(self, *, data: list[Path], schema: Path | None, practice: str | None, **options: Any) -> None:
        wanted = _wanted(practice)
        _check(practice, **options)
        read = _read(data, schema)
        for note in read.notes:
            self.stderr.write(note)
        results = evaluate(
            read, engine=Engine(options["engine"]), wanted=wanted, part=options["part"],
            resamples=options["bootstrap"], errors=options["errors"],
        )  # fmt: skip
        bars = _reached(options["fail_under"], results)
        self.stdout.write(_told(results, bars, options["format"]))
        if options["write"]:
            combined = evaluate(read, engine=Engine.COMBINED)
            otherwise = {way: evaluate(retyped(read, way), engine=Engine.RULES) for way in WAYS}
            self._write(options["write"], as_document(results, combined, otherwise, resamples=options["bootstrap"]))
        _hold(bars)

    def _write(self, file: Path, document: str) -> None:
        try:
            file.write_text(document, encoding="utf-8")
        except (OSError, UnicodeEncodeError) as unwritable:
            reason = getattr(unwritable, "strerror", "a file's name is no text")
            raise CommandError(f"{file} can't be written: {reason}.", returncode=_CANT_MEASURE) from unwritable
        self.stderr.write(f"Wrote {file}.")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text[:9]) > _MOST:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number from 0 to {_MOST:,}.")
    return int(text)


def _bar(text: str) -> Bar:
    try:
        return parse_bar(text)
    except UnknownBar as unknown:
        raise argparse.ArgumentTypeError(str(unknown)) from unknown


def _wanted(practice: str | None) -> Callable[[str], bool]:
    if practice is None:
        return lambda label: True
    if practice not in BY_KEY and practice not in SIGNALS:
        known = ", ".join(dict.fromkeys([*BY_KEY, *SIGNALS]))
        raise CommandError(f"There is no practice or label “{practice}”. Known: {known}.", returncode=_CANT_MEASURE)
    labels = {practice, *labels_of(practice)}
    return lambda label: label in labels


def _check(practice: str | None, *, engine: str, part: str, write: Path | None, **options: Any) -> None:
    if write and (practice or part != ALL or engine != Engine.RULES):
        raise CommandError("--write wants all practices, all parts and the rules.", returncode=_CANT_MEASURE)
    if options["format"] == "csv" and options["errors"]:
        raise CommandError("--errors goes with --format text or json.", returncode=_CANT_MEASURE)


def _read(given: list[Path], schema: Path | None) -> Data:
    try:
        return read_data(given, schema)
    except DataFault as fault:
        raise CommandError(f"Nothing was measured.\n{fault}", returncode=_CANT_MEASURE) from fault


def _reached(bars: list[Bar], results: Results) -> list[Reached]:
    try:
        return [each for bar in bars for each in reached(bar, results)]
    except UnknownBar as unknown:
        raise CommandError(str(unknown), returncode=_CANT_MEASURE) from unknown


def _told(results: Results, bars: list[Reached], shape: str) -> str:
    if shape == "json":
        return as_json(results, bars)
    return as_csv(results) if shape == "csv" else as_text(results, bars)


def _hold(bars: list[Reached]) -> None:
    under = [
        f"{each.measured} is {each.value:.3f}, under its bar of {each.bar.least}." for each in bars if not each.is_held
    ]
    if under:
        raise CommandError("\n".join(under))
