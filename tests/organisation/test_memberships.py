"""Who works where from which day: joined, moved, ended, taken back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from microconnect.audit.models import AuditEntry
from microconnect.organisation.services import (
    add_membership,
    deactivate,
    end_membership,
    move_person,
    retire_team,
    withdraw_membership,
)
from microconnect.people.models import Membership, Role, Team, User
from microconnect.periods import day_in
from tests.at_once import at_once
from tests.factories import MembershipFactory, TeamFactory, UserFactory

MADRID = ZoneInfo("Europe/Madrid")


@pytest.fixture
def noor(db) -> User:
    return UserFactory(name="Noor Aziz")


@pytest.fixture
def madrid(db):
    return TeamFactory(name="Calle Mayor", slug="calle-mayor", time_zone="Europe/Madrid")


@pytest.fixture
def today(now):
    return now.date()


def place_of(person: User) -> Membership:
    return person.memberships.get()


def test_a_membership_begins_at_midnight_of_the_teams_own_time_zone(ivy, noor, madrid):
    membership = add_membership(by=ivy, person=noor, team=madrid, role="frontline", day=date(2026, 7, 1))
    assert membership.since == datetime(2026, 7, 1, tzinfo=MADRID)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.target_id, entry.actor) == ("membership_added", noor.pk, ivy)


def test_one_is_never_twice_in_a_team_in_one_role(ivy, ada, harbour, noor, today):
    with pytest.raises(ValidationError, match="already"):
        add_membership(by=ivy, person=ada, team=harbour, role="frontline", day=today)
    add_membership(by=ivy, person=ada, team=harbour, role="supervisor", day=today)
    first = add_membership(by=ivy, person=noor, team=harbour, role="frontline", day=date(2026, 3, 1))
    first.until = datetime(2026, 6, 1, tzinfo=UTC)
    first.save()
    with pytest.raises(ValidationError, match="Choose a day after that"):
        add_membership(by=ivy, person=noor, team=harbour, role="frontline", day=date(2026, 5, 1))
    add_membership(by=ivy, person=noor, team=harbour, role="frontline", day=date(2026, 6, 2))


def test_nobody_joins_a_retired_team_and_nobody_who_left_joins_one(ivy, noor, harbour, mill, now, today):
    harbour.retired_at = now
    harbour.save()
    with pytest.raises(ValidationError, match="retired"):
        add_membership(by=ivy, person=noor, team=harbour, role="frontline", day=today)
    deactivate(by=ivy, person=noor, now=now)
    with pytest.raises(ValidationError, match="has left"):
        add_membership(by=ivy, person=User.objects.get(pk=noor.pk), team=mill, role="frontline", day=today)


def test_a_move_closes_one_and_opens_the_other_at_the_same_moment(ivy, ada, mill, harbour, now, today):
    new = move_person(by=ivy, membership=place_of(ada), team=mill, role="frontline", day=today, now=now)
    old = ada.memberships.get(team=harbour)
    assert old.until == new.since
    assert [membership.team for membership in ada.memberships.current(new.since)] == [mill]
    assert [membership.team for membership in ada.memberships.current(new.since - timedelta(seconds=1))] == [harbour]
    entry = AuditEntry.objects.get(action="membership_moved")
    assert entry.before == {"team": "Harbour Street", "since": day_in(harbour.time_zone, old.since).isoformat()}
    assert entry.after == {"team": "Mill Lane", "since": today.isoformat()}  # the role did not change


def test_between_time_zones_one_is_never_in_both_or_in_neither(ivy, ada, madrid, now, today):
    new = move_person(by=ivy, membership=place_of(ada), team=madrid, role="frontline", day=today, now=now)
    assert new.since == datetime(today.year, today.month, today.day, tzinfo=MADRID)
    for at in (new.since, new.since - timedelta(seconds=1)):
        assert len(ada.memberships.current(at)) == 1


def test_a_move_within_a_team_is_another_role(ivy, ada, harbour, now, today):
    move_person(by=ivy, membership=place_of(ada), team=harbour, role="supervisor", day=today, now=now)
    assert User.objects.get(pk=ada.pk).supervises(harbour.pk)
    assert len(User.objects.get(pk=ada.pk).memberships_now) == 1


def test_a_move_on_the_first_day_corrects_a_mistake(ivy, noor, harbour, mill, now, today):
    mistaken = add_membership(by=ivy, person=noor, team=harbour, role="frontline", day=today)
    move_person(by=ivy, membership=mistaken, team=mill, role="frontline", day=today, now=now)
    assert place_of(noor).team == mill


def test_a_move_before_the_first_day_is_refused(ivy, ada, mill, now):
    with pytest.raises(ValidationError, match="Choose that day or a later one"):
        move_person(by=ivy, membership=place_of(ada), team=mill, role="frontline", day=date(2001, 1, 1), now=now)
    assert place_of(ada).until is None


def test_of_two_moves_of_one_membership_the_second_is_told(ivy, ada, mill, madrid, now, today):
    stale = place_of(ada)
    move_person(by=ivy, membership=place_of(ada), team=mill, role="frontline", day=today, now=now)
    with pytest.raises(ValidationError, match="not in Harbour Street any more"):
        move_person(by=ivy, membership=stale, team=madrid, role="frontline", day=today, now=now)
    assert len(ada.memberships.current(now)) == 1


def test_the_last_day_is_a_whole_one(ivy, ada, harbour, now, today):
    end_membership(by=ivy, membership=place_of(ada), last_day=today, now=now)
    london = ZoneInfo(harbour.time_zone)
    assert place_of(ada).until == datetime.combine(today + timedelta(days=1), datetime.min.time(), london)
    later = today + timedelta(days=7)
    end_membership(by=ivy, membership=place_of(ada), last_day=later, now=now)  # changed before it came
    with pytest.raises(ValidationError, match="Choose that day or a later one"):
        end_membership(by=ivy, membership=place_of(ada), last_day=date(2001, 1, 1), now=now)


def test_what_is_over_stays_as_it_was(ivy, ada, now, today):
    Membership.objects.update(until=now - timedelta(days=1))
    with pytest.raises(ValidationError, match="not in Harbour Street any more"):
        end_membership(by=ivy, membership=place_of(ada), last_day=today, now=now)


def test_only_what_has_not_begun_is_taken_back(ivy, ada, noor, mill, now, today):
    coming = add_membership(by=ivy, person=noor, team=mill, role="frontline", day=today + timedelta(days=7))
    withdraw_membership(by=ivy, membership=coming, now=now)
    assert not noor.memberships.exists()
    with pytest.raises(ValidationError):
        withdraw_membership(by=ivy, membership=place_of(ada), now=now)


def test_nobody_makes_themselves_a_supervisor(ivy, harbour, mill, now, today):
    with pytest.raises(PermissionDenied, match="Nobody makes themselves a supervisor"):
        add_membership(by=ivy, person=ivy, team=harbour, role="supervisor", day=today)
    mine = add_membership(by=ivy, person=ivy, team=harbour, role="frontline", day=today)
    with pytest.raises(PermissionDenied):
        move_person(by=ivy, membership=mine, team=mill, role="supervisor", day=today + timedelta(days=1), now=now)
    assert place_of(ivy).until is None


@pytest.mark.parametrize("name", ["sana", "ada"])
def test_others_change_no_membership(name, request, ada, mill, now, today):
    by = request.getfixturevalue(name)
    with pytest.raises(PermissionDenied):
        add_membership(by=by, person=ada, team=mill, role=Role.FRONTLINE, day=today)
    with pytest.raises(PermissionDenied):
        end_membership(by=by, membership=place_of(ada), last_day=today, now=now)


@pytest.mark.usefixtures("transactional_db")
def test_of_two_who_add_somebody_at_the_same_time_one_is_told(ivy, ines, noor, harbour, today):
    outcomes = at_once(
        *(
            lambda by=by: add_membership(by=by, person=noor, team=harbour, role="frontline", day=today)
            for by in (ivy, ines)
        ),
        refused_by=ValidationError,
    )
    assert sum(isinstance(outcome, ValidationError) for outcome in outcomes) == 1
    assert noor.memberships.count() == 1


@pytest.mark.usefixtures("transactional_db")
def test_nobody_slips_into_a_team_that_is_just_being_retired(ivy, ines, noor, harbour, now, today):
    outcomes = at_once(
        lambda: add_membership(by=ivy, person=noor, team=harbour, role="frontline", day=today),
        lambda: retire_team(by=ines, team=harbour, last_day=None, now=now),
        refused_by=ValidationError,
    )
    assert sum(isinstance(outcome, ValidationError) for outcome in outcomes) == 1
    assert noor.memberships.exists() == (Team.objects.get().retired_at is None)


class TestPage:
    def test_it_shows_where_somebody_works_and_worked(self, client, ada, mill, now):
        MembershipFactory(user=ada, team=mill, since=now - timedelta(days=900), until=now - timedelta(days=500))
        page = client.get(reverse("people:person", args=[ada.pk])).text
        assert "Harbour Street" in page
        assert page.index("Where they worked before") < page.index("Mill Lane</b>")

    def test_joining_moving_and_ending_by_its_forms(self, client, ada, mill, harbour, today):
        url = reverse("people:join", args=[ada.pk])
        sent = {"team": mill.pk, "role": "supervisor", "day": today.isoformat()}
        page = client.post(url, sent, follow=True)
        assert "Saved: Mill Lane, supervisor, from" in page.text
        again = client.post(url, sent)
        assert again.status_code == 422
        assert "already" in again.context["join"].errors["team"][0]
        place = ada.memberships.get(team=harbour)
        ending = client.post(reverse("people:end", args=[ada.pk, place.pk]), {"last_day": "1999-01-01"})
        assert ending.status_code == 422
        assert "Choose a day of this century" in ending.text
        moved = client.post(reverse("people:move", args=[ada.pk, place.pk]), sent)
        assert moved.status_code == 422  # she supervises there already
        assert ada.memberships.get(team=harbour).until is None

    def test_a_place_of_somebody_else_is_not_found_there(self, client, ada, ben):
        url = reverse("people:end", args=[ada.pk, ben.memberships.get().pk])
        assert client.post(url, {"last_day": "2026-01-01"}).status_code == 404
