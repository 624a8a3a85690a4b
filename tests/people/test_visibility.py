"""Who may see whom and what: one queryset method a model decides it."""

from datetime import timedelta

import pytest

from interactions.models import Encounter, Promise
from microconnect.audit.models import AuditEntry, record
from microconnect.people.models import Role, Team, User
from tests.factories import EncounterFactory, MembershipFactory, PromiseFactory, UserFactory


@pytest.fixture
def encounters(ada, ben, dora, harbour, mill):
    mona = UserFactory(name="Mona Reyes")
    MembershipFactory(user=mona, team=mill)
    owners = {"ada": (ada, harbour), "ben": (ben, harbour), "dora": (dora, harbour), "mona": (mona, mill)}
    return {name: EncounterFactory(person=person, team=team) for name, (person, team) in owners.items()}


def _seen(viewer: User, encounters) -> set[str]:
    visible = set(Encounter.objects.visible_to(viewer))
    return {name for name, encounter in encounters.items() if encounter in visible}


def test_frontline_people_see_their_own(encounters, ada):
    assert _seen(ada, encounters) == {"ada"}


def test_a_supervisor_sees_the_team_they_supervise_now(encounters, sana, otto):
    assert _seen(sana, encounters) == {"ada", "ben", "dora"}
    assert _seen(otto, encounters) == {"mona"}


def test_an_administrator_sees_all(encounters, ivy):
    assert _seen(ivy, encounters) == set(encounters)


def test_a_closed_account_sees_nothing(encounters, dora, ivy):
    ivy.is_active = False
    assert _seen(dora, encounters) == set()
    assert _seen(ivy, encounters) == set()
    for model in (User, Team):
        assert not model.objects.visible_to(ivy).exists()


def test_what_one_supervised_once_is_out_of_sight(encounters, ada, mill, now):
    MembershipFactory(user=ada, team=mill, role=Role.SUPERVISOR, until=now - timedelta(seconds=1))
    assert _seen(ada, encounters) == {"ada"}


def test_what_one_will_supervise_is_not_in_sight_yet(encounters, ada, mill, now):
    MembershipFactory(user=ada, team=mill, role=Role.SUPERVISOR, since=now + timedelta(days=1))
    assert _seen(ada, encounters) == {"ada"}


def test_promises_follow_their_encounters(encounters, ada, sana):
    for encounter in encounters.values():
        PromiseFactory(encounter=encounter)
    assert {promise.encounter for promise in Promise.objects.visible_to(ada)} == {encounters["ada"]}
    assert Promise.objects.visible_to(sana).count() == 3


def test_people_are_visible_to_their_supervisor_and_to_themselves(ada, ben, sana, otto, ivy):
    assert set(User.objects.visible_to(ada)) == {ada}
    assert set(User.objects.visible_to(sana)) == {ada, ben, sana}
    assert set(User.objects.visible_to(otto)) == {otto}
    assert set(User.objects.visible_to(ivy)) == {ada, ben, sana, otto, ivy}


def test_teams_are_visible_to_their_members(ada, otto, ivy, harbour, mill):
    assert set(Team.objects.visible_to(ada)) == {harbour}
    assert set(Team.objects.supervised_by(ada)) == set()
    assert set(Team.objects.supervised_by(otto)) == {mill}
    assert set(Team.objects.supervised_by(ivy)) == {harbour, mill}


def test_the_audit_trail_is_the_administrators(ada, ivy, harbour):
    record(by=ivy, action="team_renamed", target=harbour)
    assert AuditEntry.objects.visible_to(ivy).count() == 1
    assert not AuditEntry.objects.visible_to(ada).exists()
