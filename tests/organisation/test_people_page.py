"""/people/: found by name, team, role and state; where each is today."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse

from microconnect.organisation.models import Invitation
from microconnect.people.models import Membership, Role, User
from microconnect.periods import day_in
from tests.factories import MembershipFactory, UserFactory


@pytest.fixture
def house(ada, ben, sana, otto, ivy, dora, now):
    User.objects.get_queryset().update(last_login=now)
    noor = UserFactory(name="Noor Aziz")
    Invitation.objects.create(user=noor, invited_by=ivy)


def names(client, **conditions) -> list[str]:
    response = client.get(reverse("people:list"), conditions)
    assert response.status_code == 200
    return [str(row.person) for row in response.context["rows"]]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({}, ["Ada Okafor", "Ben Lindqvist", "Ivy Chen", "Noor Aziz", "Otto Brandt", "Sana Mirza"]),
        ({"q": "okaf"}, ["Ada Okafor"]),
        ({"q": " BEN.lind "}, ["Ben Lindqvist"]),
        ({"team": "harbour-street"}, ["Ada Okafor", "Ben Lindqvist", "Sana Mirza"]),
        ({"team": "none"}, ["Ivy Chen", "Noor Aziz"]),
        ({"role": "supervisor"}, ["Otto Brandt", "Sana Mirza"]),
        ({"role": "supervisor", "team": "mill-lane"}, ["Otto Brandt"]),
        ({"role": "administrator"}, ["Ivy Chen"]),
        ({"state": "invited"}, ["Noor Aziz"]),
        ({"state": "active"}, ["Ada Okafor", "Ben Lindqvist", "Ivy Chen", "Otto Brandt", "Sana Mirza"]),
        ({"state": "deactivated"}, ["Dora Novak"]),
        ({"q": "100%_"}, []),
    ],
)
def test_people_are_found(house, client, conditions, found):
    assert names(client, **conditions) == found


def test_an_accent_is_found_whether_it_is_written_large_or_small(client, ivy):
    UserFactory(name="Élodie Ó Briain", email="elodie@shop.example")
    for words in ("élodie", "ÉLODIE", "ó briain"):
        assert names(client, q=words) == ["Élodie Ó Briain"]


def test_it_says_where_everybody_is_today(house, client, ada, mill, now):
    MembershipFactory(user=ada, team=mill, role=Role.SUPERVISOR)
    Membership.objects.filter(user__name="Ben Lindqvist").update(until=now - timedelta(days=1))
    rows = {str(row.person): row for row in client.get(reverse("people:list")).context["rows"]}
    assert rows["Ada Okafor"].where == "Harbour Street, frontline · Mill Lane, supervisor"
    assert rows["Ben Lindqvist"].where == "in no team"
    assert [label for label, _tone in rows["Ivy Chen"].notes] == ["administrator"]
    assert [label for label, _tone in rows["Noor Aziz"].notes] == ["invited"]


def test_a_page_costs_the_same_however_many_people(house, client, harbour, django_assert_max_num_queries):
    for number in range(60):
        MembershipFactory(user=UserFactory(name=f"Person {number}"), team=harbour)
    with django_assert_max_num_queries(10):
        assert len(names(client)) == 50


def test_nobody_found_is_told_what_to_try(house, client):
    page = client.get(reverse("people:list"), {"q": "rhinoceros"}).text
    assert "Nobody like that" in page


@pytest.mark.parametrize("name", ["q", "team", "role", "state", "page"])
@pytest.mark.parametrize("value", ["9" * 30, "a\x00b", "x" * 5_000, "%(x)s", "-1"])
def test_a_condition_that_says_nothing_is_told(house, client, name, value):
    for route in ("people:list", "people:export"):
        assert client.get(reverse(route), {name: value}).status_code in {200, 422}


def test_the_list_is_taken_along_as_the_import_reads_it(house, client, ada, mill):
    User.objects.get_queryset().filter(pk=ada.pk).update(name="=1+1")
    response = client.get(reverse("people:export"), {"q": "1+1"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    since = day_in("Europe/London", ada.memberships.get().since).isoformat()
    assert rows == [
        ["name", "email", "team", "role", "since"],
        ["'=1+1", "ada.okafor@shop.example", "Harbour Street", "frontline", since],
    ]
    assert response["Content-Disposition"].startswith('attachment; filename="people-')


def test_people_are_in_the_navigation_of_administrators_only(house, client, as_user, sana):
    assert 'href="/people/"' in client.get("/guidelines/").text
    assert 'href="/people/"' not in as_user(sana).get("/teams/").text


def test_a_name_is_stored_as_it_should_be_read(house, client, ada):
    url = reverse("people:person", args=[ada.pk])
    client.post(url, {"name": "  Ada   Lovelace ", "email": ada.email})
    assert User.objects.get(pk=ada.pk).name == "Ada Lovelace"
    for bad in ("", "...", "A\u202eda", "x" * 121, "a\x00b"):
        response = client.post(url, {"name": bad, "email": ada.email})
        assert response.status_code == 422
        assert response.context["form"].errors["name"]
    assert "Ben Lindqvist is here" in client.post(url, {"name": "Ada", "email": "BEN.Lindqvist@shop.example"}).text
