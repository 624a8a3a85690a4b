"""What a device is given to go on without network: a shell with nobody in it, one's own kit, a key for oneself alone."""

import re
from base64 import urlsafe_b64decode
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from interactions.models import OutboxKey
from interactions.offline import assets
from microconnect.audit.models import AuditEntry
from tests.factories import EncounterFactory, PromiseFactory, SituationFactory

SHELLS = ("/log/offline/", "/offline/")


@pytest.fixture
def kit(as_user, ada):
    def kit(user=ada):
        response = as_user(user).get("/log/kit/", headers={"Accept": "application/json"})
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        return response.json()

    return kit


def test_the_kit_names_its_person_and_holds_their_key(kit, ada, ben):
    mine = kit()
    assert mine["person"] == {"id": str(ada.pk), "name": "Ada Okafor", "email": ada.email, "initials": "AO"}
    assert len(urlsafe_b64decode(mine["key"])) == 32
    assert kit()["key"] == mine["key"]
    assert kit(ben)["key"] != mine["key"]


def test_the_kit_holds_what_one_may_choose_and_nothing_of_others(kit, ada, ben, harbour, mill, now):
    situation = SituationFactory()
    SituationFactory(retired_at=now)
    own = EncounterFactory(person=ada, team=harbour, outcome="not_yet", greeting="Morning Maria", occurred_at=now)
    theirs = EncounterFactory(person=ben, team=harbour, outcome="not_yet", greeting="Ben's own words", occurred_at=now)
    PromiseFactory(encounter=own, what="Ring Maria")
    PromiseFactory(encounter=theirs, what="Ring Tom")
    mine = kit()
    assert mine["teams"] == [[harbour.slug, harbour.name]]
    assert mine["situations"] == [[str(situation.pk), situation.name]]
    assert [public_id for public_id, _ in mine["repeats"]] == [str(own.public_id)]
    assert [told["words"] for told in mine["today"]] == ["Morning Maria"]
    assert [promise["what"] for promise in mine["promises"]] == ["Ring Maria"]
    assert "Ben's own words" not in str(mine)


def test_todays_list_ends_with_the_teams_day(kit, ada, harbour, now):
    EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=1, minutes=1), greeting="Yesterday")
    assert kit()["today"] == []


def test_the_kit_costs_the_same_queries_however_much_there_is(kit, ada, harbour, now, django_assert_max_num_queries):
    def queries() -> int:
        with django_assert_max_num_queries(30) as counted:
            kit()
        return len(counted)

    kit()  # makes the key
    few = queries()
    for _ in range(5):
        PromiseFactory(encounter=EncounterFactory(person=ada, team=harbour, outcome="not_yet", occurred_at=now))
    assert queries() == few


def test_whose_session_is_over_gets_no_kit(db):
    assert Client().get("/log/kit/", headers={"Accept": "application/json"}).status_code == 401


@pytest.mark.parametrize("address", SHELLS)
def test_the_shell_has_nobody_in_it_whoever_asks(as_user, ada, address):
    EncounterFactory(person=ada, greeting="Morning Maria", outcome="not_yet", customer_name="Maria")
    signed_in, nobody = as_user(ada).get(address), Client().get(address)
    for response in (signed_in, nobody):
        page = response.content.decode()
        assert "data-shell" in page
        assert "Maria" not in page
        assert not re.search(r'name="csrfmiddlewaretoken" value', page)
    assert not nobody.cookies


@pytest.mark.parametrize("address", SHELLS)
def test_everything_the_shell_is_made_of_is_kept(db, address):
    page = Client().get(address).content.decode()
    asked = {path.split("#")[0] for path in re.findall(r'(?:src|href)="/static/([^"]+)"', page)}
    assert asked - set(assets.SHELL_ASSETS) <= {"img/icon-180.png"}  # for installing, with a network


def test_every_module_that_a_kept_script_imports_is_kept_too():
    for path in assets.SHELL_ASSETS:
        if path.startswith("js/"):
            script = (settings.BASE_DIR / "static" / path).read_text()
            imported = {f"js/{name}" for name in re.findall(r'from "\./([a-z-]+\.js)"', script)}
            assert imported <= set(assets.SHELL_ASSETS), path


def test_the_service_worker_keeps_both_shells_and_all_their_parts(db):
    response = Client().get("/service-worker.js")
    script = response.content.decode()
    assert response["Content-Type"].startswith("text/javascript")
    assert assets.version() in script
    for path in assets.SHELL_ASSETS:
        assert f'"/static/{path}"' in script


def test_the_manifest_installs_the_log_screen(db):
    response = Client().get("/manifest.webmanifest")
    manifest = response.json()
    assert response["Content-Type"] == "application/manifest+json"
    assert (manifest["start_url"], manifest["display"]) == ("/log/", "standalone")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


# ---- What somebody left behind


def test_the_key_of_a_closed_account_is_handed_to_an_administrator_and_noted(as_user, ivy, dora):
    secret = OutboxKey.objects.secret_of(dora)
    response = as_user(ivy).post(f"/recovery/{dora.pk}/key/")
    assert response.json() == {"id": str(dora.pk), "name": "Dora Novak", "key": secret}
    assert AuditEntry.objects.about(dora).get().action == "outbox_key_handed_out"


def test_nobody_is_handed_the_key_of_somebody_who_can_sign_in(as_user, ivy, ada, dora, sana):
    response = as_user(ivy).post(f"/recovery/{ada.pk}/key/")
    assert (response.status_code, response.json()["code"]) == (422, "active")
    assert "Ada Okafor can still sign in" in response.json()["why"]
    assert as_user(sana).post(f"/recovery/{dora.pk}/key/").status_code == 403
    assert not AuditEntry.objects.exists()
