"""Fill an empty database."""

from collections.abc import Callable
from datetime import datetime

import numpy as np
from django.core.management.color import no_style
from django.db import connection, transaction

from coaching.assessments.models import Assessment
from coaching.demo.bounds import write_guidelines
from interactions.models import Encounter, Promise
from microconnect.people.models import User
from tests.benchmarks.synthetic import indexes, loading
from tests.benchmarks.synthetic.cases import cases
from tests.benchmarks.synthetic.chain import Chain, hire
from tests.benchmarks.synthetic.plan import Shape, weeks

CASES = 4_000


def fill(
    *,
    encounters: int,
    people: int = 5_000,
    seed: int = 7,
    now: datetime,
    distinct: int = CASES,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> Chain:
    """Write the whole chain and its year. Memory holds one week.

    Raises:
        ValueError: somebody works here already.
    """
    if User.objects.get_queryset().exists():
        raise ValueError("There are people in this database already; it has to be an empty one.")
    chain = hire(people=people, seed=seed, now=now)
    write_guidelines(by=chain.administrator, now=now)
    made = cases(chain, count=distinct, seed=seed, now=now)
    loading.prepare(made)
    shape = Shape(encounters, people, seed, now, np.array([case.hours for case in made]))
    done = 0
    with indexes.set_aside():
        for week in weeks(shape):
            with transaction.atomic():
                loading.load(week, chain)
            done += len(week)
            on_progress(done, encounters)
    _settle()
    return chain


def _settle() -> None:
    """New rows get numbers after ours, and the planner knows what is there."""
    statements = connection.ops.sequence_reset_sql(no_style(), [Encounter, Assessment, Promise])
    with connection.cursor() as cursor:
        for statement in [*statements, "DROP TABLE bench_plan", "DROP TABLE bench_cases"]:
            cursor.execute(statement)
        if not connection.in_atomic_block:
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
