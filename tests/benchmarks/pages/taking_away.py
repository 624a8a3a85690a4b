"""The file of 100,000 encounters: how long it takes, how soon it begins, and what the worker holds meanwhile."""

from dataclasses import asdict, dataclass
from datetime import timedelta

from interactions.models import Encounter
from tests.benchmarks.pages import cpu
from tests.benchmarks.pages.measuring import Measuring
from tests.benchmarks.synthetic.chain import ADMINISTRATOR

ADDRESS = "/encounters/file.csv"
ROWS = 100_000
TARGET_SECONDS = 1.5
FLAT_MEGABYTES = 10  # more than for a few rows


@dataclass(frozen=True, slots=True)
class File:
    """What the file cost; `target_seconds` grows with the rows there are."""

    rows: int
    seconds: float
    first_byte_seconds: float
    megabytes_held_before: float
    megabytes_held_at_most: float
    target_seconds: float
    is_in_time: bool
    is_flat: bool


def csv_of_many(measuring: Measuring) -> dict[str, object] | str:
    """The newest 100,000 or a few more, three times; the figures are of the quickest. Or why there are none."""
    newest = Encounter.objects.newest_first().values_list("occurred_on", flat=True)
    if len(found := list(newest[ROWS - 1 : ROWS])) == 0:
        return f"There are no {ROWS:,} encounters."
    session, worker = measuring.session(ADMINISTRATOR), measuring.served.worker
    few = measuring.served.ask(f"{ADDRESS}?since={newest[0] + timedelta(days=1)}", session)
    if few.status != 200:
        return f"{ADDRESS} answers {few.status}."
    cpu.forget_peak(worker)
    before = cpu.peak_megabytes(worker)
    answers = [measuring.served.ask(f"{ADDRESS}?since={found[0]}", session) for _time in range(3)]
    best, held = min(answers, key=lambda answer: answer.seconds), cpu.peak_megabytes(worker)
    rows = Encounter.objects.filter(occurred_on__gte=found[0]).count()
    target = TARGET_SECONDS * rows / ROWS
    in_time, flat = best.seconds <= target, held - before <= FLAT_MEGABYTES
    return asdict(File(rows, best.seconds, best.first_byte, before, held, target, in_time, flat))
