"""There is always an administrator left, and nobody changes their own standing."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from interactions.models import Encounter
from microconnect.audit.models import AuditEntry
from microconnect.organisation.services import (
    deactivate,
    make_administrator,
    reactivate,
    unmake_administrator,
)
from microconnect.people.models import User
from tests.at_once import PATIENCE, at_once
from tests.factories import EncounterFactory


def administrators() -> set[str]:
    found = User.objects.get_queryset().filter(is_administrator=True, is_active=True)
    return set(found.values_list("name", flat=True))


def test_an_administrator_makes_another_and_takes_it_back(ivy, ada):
    assert make_administrator(by=ivy, person=ada)
    assert administrators() == {"Ivy Chen", "Ada Okafor"}
    assert not make_administrator(by=ivy, person=ada)
    assert unmake_administrator(by=ivy, person=ada)
    assert administrators() == {"Ivy Chen"}
    assert [entry.action for entry in AuditEntry.objects.about(ada).order_by("pk")] == [
        "administrator_made",
        "administrator_unmade",
    ]


def test_nobody_unmakes_or_deactivates_themselves(ivy, ines, now):
    for verb in (make_administrator, unmake_administrator, reactivate):
        with pytest.raises(PermissionDenied, match="Nobody changes this for themselves"):
            verb(by=ivy, person=ivy)
    with pytest.raises(PermissionDenied):
        deactivate(by=ivy, person=ivy, now=now)
    assert administrators() == {"Ivy Chen", "Ines Ferro"}


@pytest.mark.parametrize("verb", [make_administrator, unmake_administrator])
def test_others_make_nobody_an_administrator(verb, sana, ada):
    with pytest.raises(PermissionDenied):
        verb(by=sana, person=ada)


def test_who_was_unmade_a_moment_ago_decides_nothing_any_more(ivy, ines, now):
    unmake_administrator(by=ivy, person=User.objects.get(pk=ines.pk))
    with pytest.raises(PermissionDenied):
        deactivate(by=ines, person=ivy, now=now)  # as ines was loaded, she is one still
    assert administrators() == {"Ivy Chen"}


def test_a_deactivated_person_is_signed_out_for_good_and_what_they_logged_stays(ivy, ada, harbour, as_user, now):
    EncounterFactory(person=ada, team=harbour)
    phone = as_user(ada)
    assert phone.get("/log/").status_code == 200
    assert deactivate(by=ivy, person=ada, now=now)
    assert phone.get("/log/").status_code == 302
    assert Encounter.objects.visible_to(ivy).count() == 1
    assert reactivate(by=ivy, person=ada)
    assert phone.get("/log/").status_code == 302  # the old session is not alive again
    assert as_user(User.objects.get(pk=ada.pk)).get("/log/").status_code == 200


def test_sessions_of_everybody_else_go_on(ivy, ada, ben, as_user, now):
    bens = as_user(ben)
    deactivate(by=ivy, person=ada, now=now)
    assert bens.get("/log/").status_code == 200


def test_the_page_says_why_one_does_not_decide_about_oneself(client, ivy):
    page = client.get(reverse("people:person", args=[ivy.pk])).text
    assert "another administrator decides" in page
    assert "close the account" not in page
    refused = client.post(reverse("people:deactivate", args=[ivy.pk]))
    assert refused.status_code == 403
    assert "Nobody changes this for themselves" in refused.text


@pytest.mark.usefixtures("transactional_db")
class TestAtTheSameTime:
    """Two administrators act on each other in the same moment."""

    @pytest.mark.parametrize("verb", ["unmake", "deactivate"])
    def test_one_of_them_stays(self, ivy, ines, now, verb):
        def act(by: User, person: User) -> None:
            if verb == "unmake":
                unmake_administrator(by=by, person=person)
            else:
                deactivate(by=by, person=person, now=now)

        outcomes = at_once(lambda: act(ivy, ines), lambda: act(ines, ivy), refused_by=PermissionDenied)
        assert sum(isinstance(outcome, PermissionDenied) for outcome in outcomes) == 1
        assert len(administrators()) == 1

    def test_without_the_guard_nobody_would_be_left(self, ivy, ines):
        """The control: look, then write, as it would be without holding anybody still."""
        both_have_looked = threading.Barrier(2, timeout=PATIENCE)

        def look_and_write(by: User, person: User) -> None:
            assert User.objects.get(pk=by.pk).is_administrator
            both_have_looked.wait()
            with transaction.atomic():
                User.objects.get_queryset().filter(pk=person.pk).update(is_administrator=False)

        at_once(lambda: look_and_write(ivy, ines), lambda: look_and_write(ines, ivy))
        assert not administrators()
