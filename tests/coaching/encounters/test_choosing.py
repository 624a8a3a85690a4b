"""A person or a team is picked while they are few, and typed once they are many; links by key go on working."""

import pytest

from coaching.encounters import choosing
from tests.factories import EncounterFactory, MembershipFactory, TeamFactory, UserFactory

LIST = "/encounters/"
NAMES = "/encounters/names/"


@pytest.fixture
def crowd(harbour):
    """More people than anybody would scroll through, two of them of the same name."""
    people = [UserFactory(name=f"Noor Aziz {number}") for number in range(choosing.FEW)]
    twins = [UserFactory(name="Kim Lee", email=f"kim{number}@shop.example") for number in (1, 2)]
    for person in (*people, *twins):
        MembershipFactory(user=person, team=harbour)
    return people, twins


@pytest.fixture
def logged(ada, harbour):
    return EncounterFactory(person=ada, team=harbour)


def test_a_few_are_picked_from(as_user, sana, ben):
    page = as_user(sana).get(LIST, {"find": 1}).content.decode()
    assert f'<option value="{ben.pk}">Ben' in page


def test_of_many_none_is_listed(as_user, sana, crowd):
    page = as_user(sana).get(LIST, {"find": 1}).content.decode()
    assert "Noor Aziz" not in page
    assert f'hx-get="{NAMES}person/"' in page
    assert 'list="person-names"' in page


@pytest.mark.parametrize("typed", ["Ada Okafor", "ada okafor", " Ada Okafor ", "{email}", "Ada Okafor · {email}"])
def test_a_name_that_is_typed_becomes_the_address_that_links_have(as_user, sana, ada, logged, crowd, typed):
    client = as_user(sana)
    response = client.get(LIST, {"q": "", "person": typed.format(email=ada.email), "channel": "face"})
    assert response.status_code == 302
    assert response["Location"] == f"{LIST}?q=&person={ada.pk}&channel=face"
    assert len(client.get(response["Location"]).context["rows"]) == 1


def test_the_form_shows_the_name_and_not_its_number(as_user, sana, ada, logged, crowd):
    page = as_user(sana).get(LIST, {"person": ada.pk, "find": 1}).content.decode()
    assert f'value="Ada Okafor · {ada.email}"' in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Kim Lee", "Several are called that."),
        ("Nobody Known", "Nobody is called that here."),
        ("Kim Lee · ada@shop.example", "Nobody is called that here."),
        ("Otto Brandt", "Nobody is called that here."),  # of another team
        ("9" * 40, "Nobody is called that here."),
        (" · ", "Nobody is called that here."),
        ("x\x00", "Nobody is called that here."),
    ],
)
def test_what_is_nobody_or_several_is_said_beside_the_field(as_user, sana, otto, crowd, typed, said):
    response = as_user(sana).get(LIST, {"person": typed})
    assert response.status_code == 422
    assert said in response.content.decode()
    assert typed.strip("\x00 ") in response.content.decode()


def test_the_same_name_is_told_apart_by_the_mail_address(as_user, sana, crowd):
    _people, (_first, second) = crowd
    response = as_user(sana).get(LIST, {"person": f"Kim Lee · {second.email}"})
    assert response["Location"] == f"{LIST}?person={second.pk}"


def test_names_that_fit_are_offered(as_user, sana, otto, crowd):
    client = as_user(sana)
    offered = client.get(f"{NAMES}person/", {"person": "kim"}).context["names"]
    assert offered == ["Kim Lee · kim1@shop.example", "Kim Lee · kim2@shop.example"]
    assert len(client.get(f"{NAMES}person/", {"person": "noor"}).context["names"]) == choosing.OFFERED
    for typed in ("", " ", "otto", "%", "\x00"):
        assert client.get(f"{NAMES}person/", {"person": typed}).context["names"] == []


def test_teams_are_offered_and_typed_likewise(as_user, ivy, harbour):
    TeamFactory.create_batch(choosing.FEW)
    client = as_user(ivy)
    assert 'list="team-names"' in client.get(LIST, {"find": 1}).content.decode()
    assert client.get(f"{NAMES}team/", {"team": "harb"}).context["names"] == ["Harbour Street"]
    assert client.get(LIST, {"team": "harbour street"})["Location"] == f"{LIST}?team={harbour.slug}"
    assert client.get(LIST, {"team": harbour.slug}).status_code == 200
