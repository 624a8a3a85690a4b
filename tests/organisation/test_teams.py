"""Teams: added, renamed, moved to another zone, retired and opened again."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from microconnect.audit.models import AuditEntry
from microconnect.organisation.forms.team import AddTeamForm
from microconnect.organisation.services import (
    add_membership,
    add_team,
    change_time_zone,
    rename_team,
    reopen_team,
    retire_team,
)
from microconnect.people.models import Team, User
from tests.factories import EncounterFactory, MembershipFactory, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Quay Side", "quay-side"),
        ("Add", "add-2"),
        ("李小龙", "team"),
        ("Čaj & Káva", "caj-kava"),
        ("harbour street!", "harbour-street-2"),
    ],
)
def test_the_address_is_made_from_the_name_and_is_free(ivy, harbour, name, slug):
    assert add_team(by=ivy, name=name, time_zone="Europe/London").slug == slug


def test_a_name_is_taken_once_whatever_its_capitals(ivy, harbour, mill):
    for verb in (
        lambda: add_team(by=ivy, name="HARBOUR street", time_zone="UTC"),
        lambda: rename_team(by=ivy, team=mill, name="harbour Street"),
    ):
        with pytest.raises(ValidationError, match="already"):
            verb()


def test_a_renamed_team_keeps_its_address(ivy, harbour):
    assert rename_team(by=ivy, team=harbour, name="Harbour Road")
    assert not rename_team(by=ivy, team=harbour, name="Harbour Road")
    assert Team.objects.get().slug == "harbour-street"
    entry = AuditEntry.objects.get()
    assert (entry.before, entry.after) == ({"name": "Harbour Street"}, {"name": "Harbour Road"})


def test_another_time_zone_leaves_counted_days_and_hours_alone(ivy, ada, harbour):
    encounter = EncounterFactory(person=ada, team=harbour)
    lived = encounter.occurred_on, encounter.occurred_hour
    change_time_zone(by=ivy, team=harbour, time_zone="Pacific/Auckland")
    encounter.refresh_from_db()
    assert (encounter.occurred_on, encounter.occurred_hour) == lived


def test_a_team_with_people_is_retired_with_its_last_day(ivy, ada, harbour, mill, now):
    with pytest.raises(ValidationError, match="which day is their last"):
        retire_team(by=ivy, team=harbour, last_day=None, now=now)
    retire_team(by=ivy, team=harbour, last_day=now.date() - timedelta(days=1), now=now)
    assert User.objects.get(pk=ada.pk).memberships_now == []
    assert Team.objects.get(pk=harbour.pk).is_retired(now)
    assert set(Team.objects.in_use()) == {mill}
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {"membership_ended", "team_retired"}


def test_nobody_logs_into_a_retired_team_and_its_past_stays(ivy, ada, harbour, now, as_user):
    EncounterFactory(person=ada, team=harbour)
    retire_team(by=ivy, team=harbour, last_day=now.date() - timedelta(days=1), now=now)
    assert as_user(ada).get("/log/").status_code == 403
    assert as_user(ivy).get("/teams/harbour-street/").status_code == 200
    assert as_user(ivy).get("/encounters/?team=harbour-street").context["rows"]


def test_a_day_to_come_lets_people_work_until_then(ivy, ada, harbour, now):
    retire_team(by=ivy, team=harbour, last_day=now.date() + timedelta(days=30), now=now)
    assert User.objects.get(pk=ada.pk).memberships_now
    assert not Team.objects.get().is_retired(now)
    with pytest.raises(ValidationError, match="nobody joins it"):
        add_membership(by=ivy, person=ivy, team=harbour, role="frontline", day=now.date())


def test_who_was_to_join_later_does_not_and_who_has_left_is_in_nobodys_way(ivy, dora, ada, harbour, now):
    ada.memberships.update(since=now + timedelta(days=9))
    with pytest.raises(ValidationError):
        retire_team(by=ivy, team=harbour, last_day=None, now=now)
    ada.memberships.all().delete()
    retire_team(by=ivy, team=harbour, last_day=None, now=now)
    assert not dora.memberships.filter(until=None).exists()


def test_a_team_is_retired_once_and_opened_again(ivy, harbour, now):
    retire_team(by=ivy, team=harbour, last_day=None, now=now)
    with pytest.raises(ValidationError, match="already"):
        retire_team(by=ivy, team=harbour, last_day=date(2026, 1, 1), now=now)
    assert reopen_team(by=ivy, team=harbour)
    assert not reopen_team(by=ivy, team=harbour)


def test_others_change_no_team(sana, harbour, now):
    for verb in (
        lambda: add_team(by=sana, name="Sana's", time_zone="UTC"),
        lambda: rename_team(by=sana, team=harbour, name="Mine"),
        lambda: retire_team(by=sana, team=harbour, last_day=None, now=now),
    ):
        with pytest.raises(PermissionDenied):
            verb()


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("Madrid", "Europe/Madrid"), ("new york", "America/New_York"), ("europe/lisbon", "Europe/Lisbon"), ("UTC", "UTC")],
)
def test_a_city_finds_its_zone(typed, zone):
    form = AddTeamForm({"name": "Quay", "time_zone": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["time_zone"] == zone


@pytest.mark.parametrize("typed", ["Atlantis", "", "../../etc/passwd", "x" * 65, "a\x00b"])
def test_no_city_is_told_beside_the_field(typed):
    assert set(AddTeamForm({"name": "Quay", "time_zone": typed}).errors) == {"time_zone"}


class TestPages:
    def test_a_team_is_added_renamed_moved_and_retired(self, client):
        added = client.post(reverse("people:add_team"), {"name": "Quay Side", "time_zone": "Madrid"}, follow=True)
        assert "Nobody yet" in added.text
        client.post(reverse("people:team", args=["quay-side"]), {"name": "Quay End"})
        client.post(reverse("people:time_zone", args=["quay-side"]), {"time_zone": "Lisbon"})
        client.post(reverse("people:retire_team", args=["quay-side"]))
        team = Team.objects.get()
        assert (team.name, team.slug, team.time_zone) == ("Quay End", "quay-side", "Europe/Lisbon")
        assert team.retired_at is not None
        client.post(reverse("people:reopen_team", args=["quay-side"]))
        assert Team.objects.get().retired_at is None

    def test_without_teams_the_page_teaches_what_one_is(self, client):
        page = client.get(reverse("people:teams")).text
        assert "who works together: a shop, a shift, a queue" in page

    def test_it_says_where_nobody_supervises(self, client, ada, mill, otto):
        page = client.get(reverse("people:teams")).text
        assert page.count("nobody supervises it") == 1

    def test_a_form_that_comes_back_says_why(self, client, harbour, mill):
        response = client.post(reverse("people:team", args=["mill-lane"]), {"name": "Harbour Street"})
        assert response.status_code == 422
        assert "There is a team called" in response.context["rename"].errors["name"][0]
        assert client.post(reverse("people:time_zone", args=["mill-lane"]), {"time_zone": "?"}).status_code == 422

    def test_a_list_of_teams_costs_the_same_however_many(self, client, django_assert_max_num_queries, now):
        for _ in range(30):
            MembershipFactory(team=TeamFactory())
        with django_assert_max_num_queries(8):
            client.get(reverse("people:teams"))
