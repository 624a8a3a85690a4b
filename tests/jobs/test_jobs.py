"""Work in the background: batch by batch, stopped, resumed, taken over, and never by two at a time."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from microconnect.audit.models import AuditEntry
from microconnect.jobs import works
from microconnect.jobs.models import LEASE, Job, Status
from microconnect.jobs.running import Overtaken, Run, Stopped, run_now
from microconnect.jobs.services import resume_interrupted, resume_job, start_job, stop_job
from microconnect.jobs.tasks import run_job, watch_job
from microconnect.people.models import Team
from tests.factories import TeamFactory

KIND = "test_count_to_ten"


@pytest.fixture
def counting(db, monkeypatch):
    """A kind of work that counts to ten, one a batch; `at` is called within each batch."""
    at: list[Callable[[Run, int], object]] = []

    def count(run: Run) -> None:
        run.count(10)
        for number in range((run.job.cursor or 0) + 1, 11):
            with run.batch() as batch:
                TeamFactory(name=f"Number {number}", slug=f"number-{number}")
                batch.done, batch.cursor = number, number
                for call in at:
                    call(run, number)
        run.finish(reached=10)

    monkeypatch.setitem(works._WORKS, KIND, works.Work(KIND, "Counting", count, lambda job: reverse("home")))
    return at


@pytest.fixture
def job(counting):
    return start_job(by=None, kind=KIND, colour="green")


def _stored(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)


def _numbers() -> int:
    return Team.objects.filter(slug__startswith="number-").count()


def test_a_job_is_done_batch_by_batch(job):
    run_now(job)
    stored = _stored(job)
    assert (stored.status, stored.done, stored.total, stored.result) == (Status.DONE, 10, 10, {"reached": 10})
    assert stored.ended_at
    assert stored.parameters == {"colour": "green"}
    assert _numbers() == 10


def test_a_stop_is_heard_after_the_batch_and_what_was_done_stays(job, counting, ivy):
    counting.append(lambda run, number: stop_job(by=ivy, job=job) if number == 4 else None)
    run_now(job)
    assert (_stored(job).status, _stored(job).done) == (Status.STOPPED, 4)
    assert _numbers() == 4
    assert resume_job(by=ivy, job=job)
    counting.clear()
    run_now(_stored(job))
    assert (_stored(job).status, _numbers()) == (Status.DONE, 10)
    assert [*AuditEntry.objects.about(job).order_by("pk").values_list("action", flat=True)] == [
        "job_stopped",
        "job_resumed",
    ]


def test_a_job_nobody_has_begun_stops_at_once(job, ivy):
    stop_job(by=ivy, job=job)
    stop_job(by=ivy, job=job)
    assert _stored(job).status == Status.STOPPED
    run_now(job)
    assert _numbers() == 0
    assert AuditEntry.objects.about(job).count() == 1


def test_what_breaks_is_told_and_can_go_on(job, counting, ivy):
    def break_once(run, number):
        if number == 3:
            raise RuntimeError("the shelf fell over")

    counting.append(break_once)
    run_now(job)
    assert (_stored(job).status, _stored(job).done, _numbers()) == (Status.FAILED, 2, 2)
    counting.clear()
    resume_job(by=ivy, job=job)
    run_now(_stored(job))
    assert _stored(job).status == Status.DONE


def test_a_run_that_was_overtaken_stores_nothing_more(job, counting):
    def overtake(run, number):
        if number == 3:
            Job.objects.filter(pk=job.pk).update(run=uuid.uuid4())

    counting.append(overtake)
    run_now(job)
    assert _numbers() == 2
    assert _stored(job).status == Status.RUNNING


def test_without_the_token_an_overtaken_run_would_go_on(job, counting):
    """The control: a run that knows the newer token is not stopped by it."""

    def overtake(run, number):
        if number == 3:
            run.token = uuid.uuid4()
            Job.objects.filter(pk=job.pk).update(run=run.token)

    counting.append(overtake)
    run_now(job)
    assert _numbers() == 10


def test_a_job_under_way_is_not_begun_again(job, counting):
    counting.append(lambda run, number: run_now(job))
    run_now(job)
    assert _numbers() == 10


def test_a_run_that_died_is_noticed_and_replaced(job):
    now = timezone.now()
    Job.objects.filter(pk=job.pk).update(status=Status.RUNNING, run=uuid.uuid4(), heard_at=now - LEASE / 2)
    assert not resume_interrupted(job, now=now)
    Job.objects.filter(pk=job.pk).update(heard_at=now - LEASE - timedelta(seconds=1))
    assert resume_interrupted(job, now=now)
    assert _stored(job).status == Status.WAITING
    run_now(_stored(job))
    assert _numbers() == 10


def test_a_run_that_died_after_somebody_asked_it_to_stop_is_stopped(job, ivy):
    now = timezone.now()
    Job.objects.filter(pk=job.pk).update(status=Status.RUNNING, run=uuid.uuid4(), heard_at=now - LEASE * 2)
    stop_job(by=ivy, job=job)
    assert not resume_interrupted(job, now=now)
    assert (_stored(job).status, _stored(job).ended_at) == (Status.STOPPED, now)
    assert resume_job(by=ivy, job=job)


def test_only_what_ended_can_be_let_go_on(job, ivy):
    assert not resume_job(by=ivy, job=job)
    run_now(job)
    assert not resume_job(by=ivy, job=job)


def test_more_than_was_counted_never_passes_the_total(counting):
    token = uuid.uuid4()
    run = Run(Job.objects.create(kind=KIND, status=Status.RUNNING, heard_at=timezone.now(), run=token), token)
    run.count(2)
    with run.batch() as batch:
        batch.done = 5
    assert _stored(run.job).done == 2


def test_a_stop_within_a_batch_is_raised_after_it_is_stored(job):
    run = Run(job)
    Job.objects.filter(pk=job.pk).update(status=Status.RUNNING, run=run.token, heard_at=timezone.now(), stop_asked=True)
    with pytest.raises(Stopped), run.batch() as batch:
        batch.done = 1
    assert _stored(job).done == 1


def test_a_run_without_the_job_is_overtaken(job):
    with pytest.raises(Overtaken):
        Run(job).count(1)


def test_a_worker_does_it_after_the_commit(counting, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        job = start_job(by=None, kind=KIND)
    assert len(callbacks) == 1
    run_job.func(job.pk)
    assert _stored(job).status == Status.DONE
    run_job.func(404_404)


def test_the_watch_looks_again_while_a_job_is_under_way(job):
    from django_tasks_db.models import DBTaskResult

    watch_job.func(job.pk)
    assert DBTaskResult.objects.filter(task_path__endswith="watch_job").count() == 1
    run_now(job)
    watch_job.func(job.pk)
    assert DBTaskResult.objects.filter(task_path__endswith="watch_job").count() == 1


@pytest.mark.parametrize(
    "values",
    [
        {"status": "asleep"},
        {"status": Status.RUNNING},
        {"done": 3, "total": 2},
    ],
)
def test_the_database_refuses_what_cannot_be(values, db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind=KIND, **values)


# ---- Its page


def test_the_page_says_how_far_it_is(job, as_user, ivy):
    client = as_user(ivy)
    assert "Waiting for its turn" in client.get(job.get_absolute_url()).text
    Job.objects.filter(pk=job.pk).update(
        status=Status.RUNNING, run=uuid.uuid4(), heard_at=timezone.now(), done=1200, total=5000
    )
    page = client.get(job.get_absolute_url())
    assert "1,200 of 5,000" in page.text
    assert _stored(job).percent == 24
    fragment = client.get(job.get_absolute_url(), headers={"HX-Request": "true"}).text
    assert "<html" not in fragment
    assert 'hx-trigger="every 1s"' in fragment


def test_a_page_that_is_looked_at_revives_a_dead_run(job, as_user, ivy):
    Job.objects.filter(pk=job.pk).update(status=Status.RUNNING, run=uuid.uuid4(), heard_at=timezone.now() - LEASE * 2)
    assert "Waiting for its turn" in as_user(ivy).get(job.get_absolute_url()).text


def test_once_done_the_page_leads_to_the_result(job, as_user, ivy):
    run_now(job)
    client = as_user(ivy)
    assert client.get(job.get_absolute_url()).url == reverse("home")
    assert client.get(job.get_absolute_url(), headers={"HX-Request": "true"})["HX-Redirect"] == reverse("home")


def test_stopping_and_resuming_by_hand(job, as_user, ivy):
    client = as_user(ivy)
    client.post(reverse("jobs:stop", args=[job.public_id]))
    assert "Let it go on" in client.get(job.get_absolute_url()).text
    client.post(reverse("jobs:resume", args=[job.public_id]))
    assert _stored(job).status == Status.WAITING
