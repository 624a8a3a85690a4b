"""`make bench-pages SIZE=...`; see the package."""

import argparse
import json
import os
import tempfile
from pathlib import Path

from tests.benchmarks.pages import report
from tests.plugins import embedded_pg

_KEY = "only-for-measuring-" + "x" * 50


def main() -> None:
    wanted = _arguments()
    if wanted.compare:
        print(report.growth([*map(report.read, wanted.compare)]))
        return
    with tempfile.TemporaryDirectory(prefix="microconnect-bench-") as folder:
        result = _on_sqlite(wanted, Path(folder)) if wanted.sqlite else _on_postgresql(wanted, Path(folder))
    if wanted.json:
        wanted.json.parent.mkdir(parents=True, exist_ok=True)
        wanted.json.write_text(json.dumps(result, indent=1) + "\n")
    print(report.table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="encounters; a folder that is filled keeps its own")
    parser.add_argument("--data", type=Path, help="a folder in which the filled PostgreSQL stays, to be used again")
    parser.add_argument("--sqlite", action="store_true", help="on SQLite: for small sizes")
    parser.add_argument("--json", type=Path, help="write the figures into this file, too")
    parser.add_argument("--compare", type=Path, nargs="+", help="only compare such files, of several sizes")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--a-round", type=int, default=6, help="requests of a kind in a round")
    parser.add_argument("--only", default="", help="lines whose name has these words in it, and the bare view")
    return parser.parse_args()


def _on_sqlite(wanted: argparse.Namespace, folder: Path) -> report.Result:
    return _measured(wanted, f"sqlite:///{folder / 'bench.sqlite3'}", None, folder)


def _on_postgresql(wanted: argparse.Namespace, folder: Path) -> report.Result:
    server = embedded_pg.start(wanted.data)
    try:
        return _measured(wanted, server.url, server.pid, folder)
    finally:
        server.stop()


def _measured(wanted: argparse.Namespace, url: str, postmaster: int | None, folder: Path) -> report.Result:
    _prepare(url, folder)
    from tests.benchmarks.pages.running import run

    return run(size=wanted.size, postmaster=postmaster, rounds=wanted.rounds, a_round=wanted.a_round, only=wanted.only)


def _prepare(url: str, folder: Path) -> None:
    """The settings of production, over plain http and with this database."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="tests.benchmarks.pages.settings",
        DATABASE_URL=url,
        SECRET_KEY=_KEY,
        DEBUG="0",
        DEMO="0",
        SECURE_SSL_REDIRECT="0",
        SECURE_COOKIES="0",
        LOG_LEVEL="ERROR",
        STATIC_ROOT=str(folder / "static"),
    )
    os.environ.pop("STATICFILES_BACKEND", None)
    import django

    django.setup()


if __name__ == "__main__":
    main()
