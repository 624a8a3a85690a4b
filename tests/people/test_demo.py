"""The demo lets anybody in, and only the demo does."""

import os
import subprocess
import sys

import pytest
from django.test import Client, override_settings
from django.urls import NoReverseMatch, include, path, reverse

from microconnect.people.demo import DEMO_PEOPLE
from microconnect.urls import urlpatterns as house
from tests.factories import UserFactory

urlpatterns = [*house, path("demo/", include("microconnect.people.demo_urls"))]
SIGN_IN = "/demo/sign-in/"
demo = override_settings(ROOT_URLCONF=__name__, DEMO=True)


def test_outside_the_demo_there_is_no_such_route():
    with pytest.raises(NoReverseMatch):
        reverse("demo_sign_in")


@pytest.mark.django_db
@pytest.mark.parametrize("role", DEMO_PEOPLE)
def test_one_click_signs_in_as_each_role(role):
    person = UserFactory(email=DEMO_PEOPLE[role])
    client = Client()
    with demo:
        response = client.post(SIGN_IN, {"role": role})
    assert response["Location"] == "/"
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.django_db
def test_nobody_else_is_signed_in_that_way():
    UserFactory(email="owner@shop.example")
    client = Client()
    with demo:
        assert client.post(SIGN_IN, {"role": "owner"}).status_code == 400
        assert client.post(SIGN_IN, {"role": "frontline"}).status_code == 404  # the demo is not filled
        assert client.get(SIGN_IN).status_code == 405
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_the_sign_in_page_offers_the_roles_only_in_the_demo(client):
    assert "demo" not in client.get("/accounts/login/").content.decode().lower()
    with demo:
        page = client.get("/accounts/login/").content.decode()
    assert all(f'value="{role}"' in page for role in DEMO_PEOPLE)
    assert "This is a demo" in page or "Demo:" in page


def _settings_load(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import microconnect.settings"],
        env={**kept, "PYTHONPATH": os.getcwd(), **environment},  # noqa: PTH109
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "refusal"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "a-real-one", "DEMO": "1"}, "refuses a real SECRET_KEY"),
    ],
)
def test_settings_refuse_with_a_sentence(environment, refusal):
    refused = _settings_load(**environment)
    assert refused.returncode != 0
    assert refusal in refused.stderr


@pytest.mark.parametrize("environment", [{"SECRET_KEY": "a-real-one"}, {"DEMO": "1"}])
def test_settings_load_with_a_key_or_as_a_demo(environment):
    loaded = _settings_load(**environment)
    assert loaded.returncode == 0, loaded.stderr
