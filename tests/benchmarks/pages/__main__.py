"""`make bench-pages SIZE=...`; see the package."""

import argparse
import json
import os
import tempfile
from pathlib import Path

from tests.plugins import embedded_pg

_KEY = "only-for-measuring-" + "x" * 50


def main() -> None:
    wanted = _arguments()
    server = embedded_pg.start(wanted.data)
    try:
        with tempfile.TemporaryDirectory(prefix="microconnect-bench-") as folder:
            _prepare(server.url, Path(folder))
            result = _measured(wanted, server.pid)
    finally:
        server.stop()
    _tell(wanted, result)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="encounters; a folder that is filled keeps its own")
    parser.add_argument("--data", type=Path, help="a folder in which the filled database stays, to be used again")
    parser.add_argument("--json", type=Path, help="write the figures into this file, too")
    parser.add_argument(
        "--with", dest="others", type=Path, nargs="*", help="such files of other sizes, to compare with"
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--a-round", type=int, default=6, help="requests of a kind in a round")
    parser.add_argument("--only", default="", help="lines whose name has these words in it, and the bare view")
    return parser.parse_args()


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


def _measured(wanted: argparse.Namespace, postmaster: int) -> dict[str, object]:
    from tests.benchmarks.pages.running import run

    return run(size=wanted.size, postmaster=postmaster, rounds=wanted.rounds, a_round=wanted.a_round, only=wanted.only)


def _tell(wanted: argparse.Namespace, result: dict[str, object]) -> None:
    from tests.benchmarks.pages import report

    if wanted.json:
        wanted.json.write_text(json.dumps(result, indent=1) + "\n")
    print(report.table(result))
    if wanted.others:
        print("\n" + report.growth([*map(report.read, wanted.others), result]))


if __name__ == "__main__":
    main()
