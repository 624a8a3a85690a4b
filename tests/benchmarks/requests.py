"""CPU milliseconds of the requests that people wait for, in one run with a bare view and with Django's own admin.

`make bench` runs it on a throw-away SQLite filled with the demo's 8,000 encounters. Each request goes through the whole
stack (middleware, session, templates); the test client's own share is in every line, so compare lines rather than days.
"""

import itertools
import os
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

ROUNDS = 60
BARE = "/bench/bare/"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="microconnect-bench-") as folder:
        _prepare(Path(folder))
        for name, milliseconds in _measured().items():
            print(f"{name:<34}{milliseconds:7.1f} ms")


def _prepare(folder: Path) -> None:
    """A demo database of its own, and the settings of the demo."""
    os.environ.pop("SECRET_KEY", None)
    os.environ.update(DEMO="1", LOG_LEVEL="ERROR", DJANGO_SETTINGS_MODULE="microconnect.settings")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'bench.sqlite3'}")
    import django
    from django.conf import settings

    settings.INSTALLED_APPS.append("django.contrib.admin")
    settings.ALLOWED_HOSTS = ["testserver"]
    django.setup()
    from django.core.management import call_command

    settings.ROOT_URLCONF = __name__
    call_command("migrate", verbosity=0)
    from interactions.models import Encounter

    if not Encounter.objects.exists():
        call_command("fill_demo")


def _measured() -> dict[str, float]:
    """name -> the median CPU milliseconds of one request."""
    from interactions.models import Encounter
    from microconnect.people.models import Team, User

    ada, sana = (User.objects.get(email=f"{name}@demo.example") for name in ("ada", "sana"))
    newest = Encounter.objects.filter(person=ada).exclude(closing="").newest_first()[0]
    team = Team.objects.supervised_by(sana)[0]
    requests: dict[str, tuple[User, Callable]] = {
        "bare signed-in view": (ada, lambda client: client.get(BARE)),
        "log page": (ada, lambda client: client.get("/log/")),
        "log POST, scored and rolled up": (ada, _log),
        "the same row by Django's admin": (ada, partial(_save_by_admin, ada, team)),
        "feedback": (ada, lambda client: client.get(newest.get_absolute_url())),
        "greeting check": (
            ada,
            lambda client: client.post("/guidelines/check/", {"greeting": GREETING, "channel": "face"}),
        ),
        "own page": (ada, lambda client: client.get("/me/")),
        "encounter list": (sana, lambda client: client.get("/encounters/")),
        "team dashboard": (sana, lambda client: client.get(team.get_absolute_url())),
        "practices": (ada, lambda client: client.get("/practices/")),
    }
    return _interleaved({name: (_signed_in(user), ask) for name, (user, ask) in requests.items()})


def _interleaved(requests: dict[str, tuple]) -> dict[str, float]:
    """Round after round over all requests, so that a noisy moment hits every line alike."""
    spent: dict[str, list[float]] = {name: [] for name in requests}
    for round_number in range(ROUNDS + 5):
        for name, (client, ask) in requests.items():
            started = time.process_time()
            response = ask(client)
            taken = time.process_time() - started
            assert response.status_code in {200, 302}, f"{name}: {response.status_code}"
            if round_number >= 5:  # the first rounds fill caches
                spent[name].append(taken * 1000)
    return {name: statistics.median(times) for name, times in spent.items()}


def _signed_in(user):
    from django.test import Client

    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


_days = itertools.cycle(range(1, 85))
GREETING = "Morning Maria! Did the lake freeze over in the end?"


SAID = {
    "channel": "face",
    "greeting": GREETING,
    "empathy": "Three hours in that queue with the little one, no wonder you're worn out.",
    "resolution": "I'll ring the depot myself and see where it is.",
    "closing": "Give my best to the lake, and ring me if it is not there by noon.",
    "feeling_before": "2",
    "feeling_after": "5",
    "customer_name": "Maria",
}


def _log(client):
    sent = {
        **SAID,
        "public_id": str(uuid.uuid4()),
        "outcome": "sorted",
        "promise_by": "tomorrow",
        "promise_what": "Ring the depot",
        "wait_seconds": "2",
        # A day of its own for every round: a day has about ten encounters, not all of a benchmark's.
        "occurred_at": f"{datetime.now(UTC).date() - timedelta(days=next(_days))}T12:00",
    }
    return _post(client, "/log/", sent)


def _save_by_admin(person, team, client):
    from tests.benchmarks.admin_site import FORM, PATH

    sent = {**SAID, **FORM, "person": person.pk, "team": team.pk, "wait_seconds": "120"}
    return _post(client, f"/{PATH}interactions/encounter/add/", sent)


def _post(client, address: str, sent: dict):
    return client.post(address, urlencode(sent), content_type="application/x-www-form-urlencoded")


def __getattr__(name: str):
    """This module is the URL configuration while it measures: the house's own, and the bare view."""
    if name != "urlpatterns":
        raise AttributeError(name)
    from django.http import HttpResponse
    from django.urls import path

    from microconnect.urls import urlpatterns
    from tests.benchmarks.admin_site import PATH, site

    bare = path(BARE.strip("/") + "/", lambda request: HttpResponse("ok"))
    return [bare, path(PATH, site.urls), *urlpatterns]


if __name__ == "__main__":
    sys.modules["tests.benchmarks.requests"] = sys.modules["__main__"]
    __name__ = "tests.benchmarks.requests"
    main()
