"""People, teams and memberships: what they are called and what the database refuses."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from microconnect.audit.models import AuditEntry, record
from microconnect.people.models import Membership, Role, Team, User
from tests.factories import MembershipFactory, TeamFactory, UserFactory


@pytest.mark.parametrize(
    ("name", "initials", "first_name"),
    [
        ("Ada Okafor", "AO", "Ada"),
        ("Cher", "C", "Cher"),
        ("Ana María de la Cruz", "AC", "Ana"),
        ("李 小龙", "李小", "李"),
        ("", "N", "nameless@shop.example"),
    ],
)
def test_people_are_called_by_their_names(name, initials, first_name):
    user = User(name=name, email="nameless@shop.example")
    assert (user.initials, user.first_name) == (initials, first_name)


@pytest.mark.django_db
def test_an_address_is_taken_once_whatever_its_capitals():
    User.objects.create_user("Ada@Shop.example", "Ada")
    assert User.objects.get().email == "ada@shop.example"
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="ADA@shop.example", name="Ada again")


@pytest.mark.django_db
def test_the_first_administrator_comes_from_the_command_line():
    ivy = User.objects.create_superuser("ivy@shop.example", "Ivy", "a long enough password")
    assert ivy.is_administrator
    assert ivy.check_password("a long enough password")


@pytest.mark.django_db
def test_a_membership_ends_after_it_began(now):
    MembershipFactory(since=now, until=now + timedelta(seconds=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(since=now, until=now)


@pytest.mark.django_db
def test_one_is_in_a_team_once_in_each_role(ada, harbour, now):
    MembershipFactory(user=ada, team=harbour, role=Role.SUPERVISOR)
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(user=ada, team=harbour, role=Role.FRONTLINE)
    Membership.objects.filter(user=ada, role=Role.FRONTLINE).update(until=now)
    MembershipFactory(user=ada, team=harbour, role=Role.FRONTLINE)


@pytest.mark.django_db
def test_an_unknown_role_is_refused():
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(role="owner")


@pytest.mark.django_db
def test_both_roles_in_one_team_make_one_team(ada, harbour):
    MembershipFactory(user=ada, team=harbour, role=Role.SUPERVISOR)
    assert ada.teams_now == [harbour]
    assert ada.supervises(harbour.pk)


@pytest.mark.django_db
def test_a_time_zone_is_one_that_exists():
    TeamFactory(time_zone="Europe/Madrid").full_clean()
    with pytest.raises(ValidationError) as refused:
        Team(name="Moon", slug="moon", time_zone="Moon/Tranquility").full_clean()
    assert set(refused.value.message_dict) == {"time_zone"}


@pytest.mark.django_db
def test_the_audit_trail_is_only_added_to(ivy):
    entry = record(by=ivy, action="looked", target=UserFactory())
    for change in (entry.save, entry.delete, AuditEntry.objects.all().delete):
        with pytest.raises(ValidationError):
            change()
    with pytest.raises(ValidationError):
        AuditEntry.objects.update(action="never was")
    assert AuditEntry.objects.get().action == "looked"
