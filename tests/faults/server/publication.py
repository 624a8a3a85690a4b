"""`python -m tests.faults.server.publication begin|resume`: a publication with encounters to score again, and its job.

A process of its own, because the tests' Django looks at another database.
"""

import sys
from datetime import timedelta

import django

ENCOUNTERS = 6_000


def main() -> None:
    django.setup()
    {"begin": _begin, "resume": _resume}[sys.argv[1]]()


def _begin() -> None:
    from django.utils import timezone

    from coaching.assessments.services import assess_all
    from coaching.guidelines.services import drafting
    from coaching.versions.looks import start_rescore
    from interactions.models import Encounter
    from microconnect.people.models import Team, User
    from tests.factories import EncounterFactory, GuidelineFactory

    now = timezone.now()
    team, people = Team.objects.get(), list(User.objects.get_queryset().order_by("pk"))
    Encounter.objects.bulk_create(
        EncounterFactory.build(
            person=people[nth % len(people)],
            team=team,
            greeting="Hello you lot" if nth % 3 == 0 else "Good morning",
            occurred_at=now - timedelta(minutes=7 * nth),
        )
        for nth in range(ENCOUNTERS)
    )
    assess_all(now=now, batch=1_000)
    GuidelineFactory(phrases="you lot")
    draft = drafting.begin(by=None)
    first_day = now.date() - timedelta(days=60)
    version = drafting.publish(
        by=None, draft=draft, edition=draft.edition, why="To be killed.", counts_from=first_day, now=now
    )
    start_rescore(by=None, room="guidelines", version=version)


def _resume() -> None:
    """As the watch does once a run has been silent for long enough."""
    from django.utils import timezone

    from microconnect.jobs.models import LEASE, Job
    from microconnect.jobs.services import resume_interrupted

    job = Job.objects.get()
    assert resume_interrupted(job, now=timezone.now() + 2 * LEASE)


if __name__ == "__main__":
    main()
