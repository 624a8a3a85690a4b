"""The benchmark of pages: what it asks is answered, what it counts was spent, and a missed target says so."""

import subprocess
import sys

import pytest
from django.test import Client
from django.utils import timezone

from interactions.models import Encounter
from microconnect.people.models import User
from tests.benchmarks.pages import cpu, report
from tests.benchmarks.pages.lines import BARE_VIEW, Line, Wanted
from tests.benchmarks.pages.undoing import taken_back
from tests.benchmarks.synthetic.filling import fill

_BUSY = "import time\nuntil = time.process_time() + 0.2\nwhile time.process_time() < until: pass\n"
_PARENT = (
    f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {_BUSY!r}])\nprint('done', flush=True)\ninput()"
)


@pytest.fixture
def _chain(db: None) -> None:
    fill(encounters=600, people=25, seed=7, now=timezone.now(), distinct=40)


@pytest.mark.usefixtures("_chain")
@pytest.mark.urls("tests.benchmarks.pages.urls")
def test_everything_that_is_asked_is_answered_or_not_there_yet():
    from tests.benchmarks.pages.wanted import wanted

    for line in wanted():
        client = Client()
        who = line.who if isinstance(line.who, str) else line.who[0]
        client.force_login(User.objects.get(email=who))
        if "admin" in line.address:
            continue  # the tests' settings have no admin
        answer = client.post(line.address, line.form()) if line.form else client.get(line.address)
        assert answer.status_code in {200, 302, 404}, line.name


@pytest.mark.usefixtures("_chain")
@pytest.mark.urls("tests.benchmarks.pages.urls")
def test_what_was_logged_to_measure_is_taken_back():
    from tests.benchmarks.pages.wanted import wanted

    log = next(line for line in wanted() if line.address == "/log/" and line.form)
    client = Client()
    client.force_login(User.objects.get(email=log.who[0]))
    with taken_back():
        assert log.form
        client.post("/log/", log.form())
        assert Encounter.objects.count() == 601
    assert Encounter.objects.count() == 600


@pytest.mark.skipif(sys.platform != "linux", reason="/proc and the clocks of other processes are Linux's")
def test_a_child_that_has_ended_still_counts():
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        assert parent.stdout.readline() == "done\n"
        assert 0.19 < cpu.seconds_of_family(parent.pid) < 5
        parent.communicate("\n")


def _line(name: str, milliseconds: float, **targets: float) -> Line:
    wanted = Wanted(name, "somebody@example.org", "/", **targets)  # type: ignore[arg-type]
    return Line(wanted, 200, 1, [milliseconds] * 3, [0.0] * 3, [milliseconds] * 3)


def _result(size: int, *lines: Line) -> report.Result:
    figures = report.figures_of([_line(BARE_VIEW, 2), *lines], size)
    return {"size": size, "database_bytes": 1, "figures": figures, "csv": "not asked"}


def test_a_target_is_met_or_missed():
    result = _result(10_000, _line("quick", 10, target=15), _line("slow", 20, target=15))
    table = report.table(result).splitlines()
    assert table[3].endswith("15  met")
    assert table[4].endswith("15  MISSED")


def test_a_page_may_miss_by_what_it_takes_over_a_bare_view():
    assert not report.figures_of([_line(BARE_VIEW, 2), _line("slow", 20, target=25, times_bare=9)], 10)[1]["is_met"]


def test_a_target_for_small_sizes_is_none_for_larger_ones():
    figures = [_result(size, _line("search", 200, target=100, until=1_000_000)) for size in (1_000_000, 10_000_000)]
    assert [figure["figures"][1]["is_met"] for figure in figures] == [False, None]


def test_growth_is_counted_in_bare_views_of_the_same_run():
    small = _result(10_000, _line("page", 10, grows=1.3))
    large = _result(10_000_000, _line("page", 15, grows=1.3))
    assert report.growth([large, small]).splitlines()[2].split()[-5:] == ["15.0", "1.50", "of", "1.3", "MISSED"]


def test_a_page_that_is_not_there_yet_is_no_figure():
    gone = Line(Wanted("page", "somebody@example.org", "/"), 404)
    assert "404" in report.table(_result(10, gone)).splitlines()[3]
