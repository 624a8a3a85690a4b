"""What is the same for everybody on the log page is drawn once; the page is what it would be without that."""

import re

import pytest
from django.test import Client

from interactions.forms import LogForm
from interactions.views.blank import blank_parts
from tests.factories import EncounterFactory

pytestmark = pytest.mark.django_db


def _page(client: Client, settings, *, is_drawn_anew: bool, address: str = "/log/", language: str = "en") -> str:
    settings.DEBUG = is_drawn_anew
    html = client.get(address, headers={"accept-language": language}).content.decode()
    settings.DEBUG = False
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r'(name="(csrfmiddlewaretoken|public_id)" value)="[^"]*"', r"\1", main)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_is_the_same_as_drawn_anew(client, ada, harbour, settings, language):
    client.force_login(ada)
    pages = [_page(client, settings, is_drawn_anew=anew, language=language) for anew in (True, False)]
    assert pages[0] == pages[1]
    assert 'name="greeting"' in pages[1]


def test_what_one_person_chose_last_is_not_the_next_ones(client, ada, ben, harbour, settings):
    client.force_login(ada)
    session = client.session
    session["last_log"] = {"channel": "ear", "team": harbour.slug, "situation": None}
    session.save()
    came_back = EncounterFactory(person=ada, team=harbour, customer_name="Ottilie")
    address = f"/log/?repeat_of={came_back.public_id}"
    hers = [_page(client, settings, is_drawn_anew=anew, address=address) for anew in (True, False)]
    assert hers[0] == hers[1]
    assert re.search(r'value="ear"[^>]* checked', hers[1])
    assert "Ottilie" in hers[1]
    client.force_login(ben)
    his = [_page(client, settings, is_drawn_anew=anew) for anew in (True, False)]
    assert his[0] == his[1]
    assert "Ottilie" not in his[1]
    assert re.search(r'value="face"[^>]* checked', his[1])


def test_what_somebody_answered_is_drawn_for_them_alone(client, ada, harbour):
    client.force_login(ada)
    response = client.post("/log/", {"greeting": "Morning Ottilie!", "outcome": "no such thing"})
    assert response.status_code == 422
    assert "Morning Ottilie!" in response.content.decode()
    assert response.context["blank"] is None
    assert "Ottilie" not in client.get("/log/").content.decode()


def test_a_channel_that_nobody_knows_is_not_kept(ada, harbour, now):

    assert blank_parts(LogForm(user=ada, now=now, initial={"channel": "smoke signals"})) is None
