"""The command that adds people from a script."""

import pytest
from django.core.management import CommandError, call_command

from microconnect.people.models import Membership, Team, User

pytestmark = pytest.mark.django_db


def test_it_adds_the_person_the_team_and_the_membership():
    call_command("add_member", "Noor@shop.example", "Noor Aziz", team="Quay Side", time_zone="Europe/Madrid")
    membership = Membership.objects.get()
    assert str(membership) == "Noor Aziz · Quay Side · frontline"
    assert membership.user.email == "noor@shop.example"
    assert not membership.user.has_usable_password()
    assert (membership.team.slug, membership.team.time_zone) == ("quay-side", "Europe/Madrid")


def test_a_second_time_changes_nothing(capsys):
    for _ in range(2):
        call_command("add_member", "noor@shop.example", "Noor Aziz", team="Quay Side")
    assert Membership.objects.count() == User.objects.count() == Team.objects.count() == 1
    assert "was there already" in capsys.readouterr().out


def test_somebody_can_lead_the_team_they_work_in():
    for role in ("frontline", "supervisor"):
        call_command("add_member", "noor@shop.example", "Noor Aziz", team="Quay Side", role=role)
    assert User.objects.get().is_supervisor


@pytest.mark.parametrize(
    ("email", "team", "time_zone"),
    [("noor", "Quay", "Europe/London"), ("n@shop.example", "Quay", "Moon/Base"), ("n@shop.example", "!", "UTC")],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(email, team, time_zone):
    with pytest.raises(CommandError):
        call_command("add_member", email, "Noor", team=team, time_zone=time_zone)
    assert not User.objects.exists()
    assert not Team.objects.exists()
