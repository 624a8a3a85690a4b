"""Nonsense in the forms about people and teams is told; never a 5xx, nothing half-written."""

import pytest
from django.urls import reverse

from microconnect.organisation.models import Invitation
from microconnect.people.models import Membership, Team, User

NONSENSE = ["9" * 20, "-1", "NaN", "a\x00b", "x" * 5_000, "0000-01-01", "%(x)s", "=HYPERLINK(1)", "\u202e"]
FIELDS = {
    "people:invite": {"name": "Noor Aziz", "email": "noor@shop.example", "role": "frontline", "day": ""},
    "people:join": {"role": "supervisor", "day": "2026-11-01"},
    "people:move": {"role": "supervisor", "day": "2026-11-01"},
    "people:end": {"last_day": "2026-11-01"},
    "people:person": {"name": "Ada Okafor", "email": "ada@shop.example"},
    "people:add_team": {"name": "Quay Side", "time_zone": "Europe/London"},
    "people:team": {"name": "Harbour Road"},
    "people:time_zone": {"time_zone": "Europe/Madrid"},
    "people:retire_team": {"last_day": "2026-12-01"},
}
CASES = [(route, field) for route, fields in FIELDS.items() for field in [*fields, "team"]]


def _url(route: str, ada: User, harbour: Team) -> str:
    if route in {"people:team", "people:time_zone", "people:retire_team"}:
        return reverse(route, args=[harbour.slug])
    if route in {"people:join", "people:person"}:
        return reverse(route, args=[ada.pk])
    if route in {"people:move", "people:end"}:
        return reverse(route, args=[ada.pk, ada.memberships.get().pk])
    return reverse(route)


@pytest.mark.parametrize("value", NONSENSE)
@pytest.mark.parametrize(("route", "field"), CASES, ids=lambda part: part)
def test_nonsense_is_told_beside_its_field(client, ada, harbour, route, field, value):
    sent = {"team": harbour.pk, **FIELDS[route], field: value}
    response = client.post(_url(route, ada, harbour), sent)
    assert response.status_code in {302, 422}
    assert client.get(reverse("people:person", args=[ada.pk])).status_code == 200
    if field in {"team", "role", "day", "email", "last_day", "time_zone"} and field in FIELDS[route]:
        assert response.status_code == 422
        assert (Membership.objects.count(), Team.objects.count(), Invitation.objects.count()) == (1, 1, 0)


@pytest.mark.parametrize("number", ["0", "9" * 20, "9" * 400])
def test_nobody_of_that_number_is_not_found(client, ada, number):
    assert client.get(f"/people/{number}/").status_code == 404
    assert client.post(f"/people/{ada.pk}/end/{number}/").status_code == 404


def test_a_formula_as_a_name_is_the_text_that_it_is(client, ada):
    client.post(reverse("people:person", args=[ada.pk]), {"name": "=HYPERLINK(1)", "email": "ada@shop.example"})
    assert User.objects.get(pk=ada.pk).name == "=HYPERLINK(1)"
    text = b"".join(client.get(reverse("people:export")).streaming_content).decode()
    assert "\r\n'=HYPERLINK(1)," in text
