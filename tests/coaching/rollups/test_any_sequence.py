"""Whatever happens, in whatever order: the weeks equal the encounters, and are those that counting anew would make."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.assessments.services import assess_all
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek
from coaching.rollups.verifying import wrong_cells
from coaching.scorecards.models import ScorecardVersion, clear_scorecards
from interactions.models import Encounter, Promise
from interactions.services import PromiseDraft, edit_encounter, keep_promise, log_encounter, undo_encounter
from interactions.situations.services import bring_back_situation, merge_situations
from microconnect.jobs.models import Job
from microconnect.jobs.running import run_now
from microconnect.organisation.services import change_time_zone
from microconnect.people.models import Membership
from tests.coaching.rescoring.test_rescoring import publish_scorecard
from tests.coaching.rollups.test_rollups import rows_of
from tests.factories import MembershipFactory, SituationFactory

ZONES = ("Europe/London", "Pacific/Auckland", "America/Lima")
TEXTS = ("", "Morning Maria! Did the lake freeze over in the end?", "How can I help you today?")

steps = st.lists(
    st.tuples(
        st.sampled_from(["log", "log", "log", "edit", "keep", "undo", "merge", "move", "zone", "rescore", "late"]),
        st.integers(0, 6),
        st.integers(0, 20),
    ),
    min_size=1,
    max_size=12,
)


class House:
    """Does what people do, each step with two numbers that choose among what there is."""

    def __init__(self, people, teams, ivy, situations, now: datetime) -> None:
        self.people, self.teams, self.ivy, self.situations, self.now = people, teams, ivy, situations, now

    def do(self, what: str, one: int, other: int) -> None:
        getattr(self, what)(one, other)

    def log(self, one: int, other: int) -> None:
        log_encounter(
            by=self.people[one % 2],
            team=self.teams[other % 2],
            facts=self._facts(one, other),
            promises=[PromiseDraft("Ring back", self.now + timedelta(days=1))] * (other % 3),
            now=self.now,
        )

    def edit(self, one: int, other: int) -> None:
        if encounter := self._pick(other):
            edit_encounter(
                by=encounter.person,
                encounter=encounter,
                facts=self._facts(one, other),
                revision=encounter.revision,
                now=self.now,
            )

    def keep(self, one: int, other: int) -> None:
        promises = list(Promise.objects.open())
        if promises:
            promise = promises[other % len(promises)]
            keep_promise(by=promise.encounter.person, promise=promise, now=self.now + timedelta(days=one))

    def undo(self, one: int, other: int) -> None:
        if encounter := self._pick(other):
            undo_encounter(by=encounter.person, public_id=encounter.public_id, now=self.now)

    def merge(self, one: int, other: int) -> None:
        keep, fold = self.situations[one % 3], self.situations[(one + 1) % 3]
        for situation in (keep, fold):
            bring_back_situation(by=self.ivy, situation=situation)
        merge_situations(by=self.ivy, keep=keep, fold=[fold], now=self.now)

    def move(self, one: int, other: int) -> None:
        """The person leaves a team or joins it again: what they logged stays where it was."""
        mine = Membership.objects.filter(user=self.people[one % 2], team=self.teams[other % 2])
        mine.update(until=None if mine.exclude(until=None).exists() else self.now)

    def zone(self, one: int, other: int) -> None:
        """What was logged keeps the day and hour it had."""
        team = self.teams[other % 2]
        change_time_zone(by=self.ivy, team=team, time_zone=ZONES[one % 3])
        team.refresh_from_db()

    def rescore(self, one: int, other: int) -> None:
        before = ScorecardVersion.objects.current()
        weights = {**before.rules["weights"], "personal_greeting": other}
        first_day = self.now.date() - timedelta(days=60)
        version = publish_scorecard(counts_from=first_day, now=self.now, weights=weights)
        parameters = {"version": version.pk, "first_day": str(version.counts_from)}
        run_now(Job.objects.create(kind="rescore_by_scorecard", parameters=parameters))

    def late(self, one: int, other: int) -> None:
        """Time passes, and what lacks a current assessment gets one."""
        assess_all(now=self.now + timedelta(days=one))

    def _pick(self, number: int) -> Encounter | None:
        encounters = list(Encounter.objects.order_by("pk"))
        return encounters[number % len(encounters)] if encounters else None

    def _facts(self, one: int, other: int) -> dict:
        situation = self.situations[other % 3]
        situation.refresh_from_db()
        return {
            "channel": ("face", "ear", "click")[one % 3],
            "situation": situation if other % 4 and situation.is_offered else None,
            "outcome": ("sorted", "not_yet")[one % 2],
            "occurred_at": self.now - timedelta(days=other),
            "greeting": TEXTS[other % 3],
            "closing": TEXTS[one % 3],
            "wait_seconds": one * 100 if one else None,
            "concession": ("", "none", "approved")[one % 3],
            "left_better": ("", "yes", "no")[other % 3],
        }


@pytest.mark.django_db(transaction=False)
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps)
def test_weeks_equal_the_encounters_after_any_sequence(
    ada, ben, ivy, harbour, mill, now, django_capture_on_commit_callbacks, steps
):
    with transaction.atomic():
        for person, team in ((ada, mill), (ben, mill)):
            MembershipFactory(user=person, team=team)
        house = House([ada, ben], [harbour, mill], ivy, [SituationFactory() for _ in range(3)], now)
        for step in steps:
            with django_capture_on_commit_callbacks(execute=True):
                house.do(*step)
        assert list(wrong_cells()) == []
        models = (PersonWeek, TeamWeek, OrganisationWeek)
        before = [rows_of(model) for model in models]
        for model in models:
            model.objects.all().delete()
        call_command("rebuild_rollups", stdout=StringIO(), stderr=StringIO())
        assert [rows_of(model) for model in models] == before
        transaction.set_rollback(True)
    clear_scorecards()
