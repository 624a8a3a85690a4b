"""Every route x method x the cast x own, another team's or missing object, as `tests/access_table.py` says."""

import uuid
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from coaching.digests.stopping import stop_token
from coaching.guidelines.models import TrickyCase
from coaching.looking.tally import Tally
from coaching.looking.works import LOOK, RESCORE
from coaching.scorecards.services import drafting as scorecards
from microconnect.jobs.models import Job
from microconnect.notices.models import MailKind
from microconnect.organisation.models import ImportDraft
from tests.access_table import CAST, LOGIN, TABLE, Access, as_markdown
from tests.devices.tablets import carry
from tests.factories import (
    DeviceFactory,
    EncounterFactory,
    GuidelineFactory,
    MembershipFactory,
    NoticeFactory,
    PromiseFactory,
    SituationFactory,
    UserFactory,
    publish_draft,
)

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ABOUT_PEOPLE = ("person", "join", "invite_again", "deactivate", "reactivate", "administrator")
JOBS = ("detail", "stop", "resume")
TEAM_FILES = {f"teams:{page}_{ending}" for page in ("table", "fair", "scripts") for ending in ("csv", "xlsx")}
TEAM_PAGES = ("detail", "alike", "fair", "scripts", "when", "choose", "situations", "matrix")
FILES = {"me_csv", "me_xlsx", "organisation_csv", "organisation_xlsx"}
LIST = "name,email,team,role\nNoor Aziz,noor@shop.example,Harbour Street,frontline\n"
TABLET = "the token of the tablet of Ada's team"

Arguments = dict[str, dict[str, Any]]  # route -> whose -> what its address is made of


@pytest.fixture
def cast(ada, ben, sana, otto, ivy, dora):
    return {"nobody": None, "ada": ada, "ben": ben, "sana": sana, "otto": otto, "ivy": ivy, "dora": dora}


def _of_encounters(ada, harbour, mill, stranger) -> Arguments:
    encounter = EncounterFactory(person=ada, team=harbour)
    elsewhere = EncounterFactory(person=stranger, team=mill)
    encounters = {"ada's": encounter.public_id, "other team's": elsewhere.public_id, "missing": uuid.uuid4()}
    promises = {
        "ada's": PromiseFactory(encounter=encounter).public_id,
        "other team's": PromiseFactory(encounter=elsewhere).public_id,
        "missing": uuid.uuid4(),
    }
    situations = {"there": SituationFactory().slug, "missing": "no-such-situation"}
    return {
        **dict.fromkeys(("edit_encounter", "encounters:detail", "undo_encounter"), encounters),
        "encounters:names": {"people": "person", "missing": "channel"},
        **dict.fromkeys(("promises:keep", "promises:calendar"), promises),
        **{f"situations:{name}": situations for name in ("detail", "retire", "bring_back", "merge")},
    }


def _of_versions() -> Arguments:
    publish_draft()
    guideline = GuidelineFactory()
    case = TrickyCase.objects.create(version=guideline.version, greeting="Hello", expected="in")
    waiting = Job.objects.create(kind=RESCORE["guidelines"])
    look = Job.objects.create(
        kind=LOOK["guidelines"],
        status="done",
        parameters={"version": guideline.version_id, "edition": 1, "weeks": 4, "last_day": "2026-01-01"},
        result=Tally().as_json(),
    )
    scorecards.begin(by=None)
    guidelines = {"there": guideline.pk, "missing": guideline.pk + 1000}
    version = {"there": 1, "missing": 1000}
    return {
        **dict.fromkeys(("guidelines:edit", "guidelines:remove"), guidelines),
        "guidelines:remove_case": {"there": case.pk, "missing": case.pk + 1000},
        **dict.fromkeys(("guidelines:version", "scorecards:version"), version),
        **{name: {"there": look.public_id, "missing": uuid.uuid4()} for name in ("look", "look_file")},
        **{f"jobs:{name}": {"there": waiting.public_id, "missing": uuid.uuid4()} for name in JOBS},
    }


def _of_people(ada, dora, ivy) -> Arguments:
    drafts = {
        "ivy's": ImportDraft.objects.create(made_by=ivy, text=LIST).public_id,
        "another's": ImportDraft.objects.create(made_by=ada, text=LIST).public_id,
        "missing": uuid.uuid4(),
    }
    people = {"ada's": ada.pk, "ivy's": ivy.pk, "missing": ivy.pk + 1000}
    notice = NoticeFactory(person=ada)
    digests = {"own": "own", "teams": "teams", "missing": "no-such-mail"}
    return {
        "people:draft": drafts,
        **{f"people:{name}": people for name in ABOUT_PEOPLE},
        "recovery_key": {"ada's": ada.pk, "dora's": dora.pk, "missing": dora.pk + 1000},
        "notices:follow": {"ada's": notice.pk, "missing": notice.pk + 1000},
        "digests:stop": {"ada's": stop_token(ada, MailKind.OWN_WEEK), "missing": "no-such-token"},
        **{f"digests:{name}": digests for name in ("preview", "preview_text")},
    }


def _of_teams(teams, harbour, mill) -> Arguments:
    devices = {
        "ada's": DeviceFactory(team=harbour, token=TABLET).public_id,
        "other team's": DeviceFactory(team=mill).public_id,
        "missing": uuid.uuid4(),
    }
    return {
        **{f"people:{name}": teams for name in ("team", "time_zone", "retire_team", "reopen_team")},
        **{f"teams:{name}": teams for name in TEAM_PAGES},
        "devices:retire": devices,
    }


@pytest.fixture
def address(harbour, mill, ada, dora, ivy):
    """route, whose -> URL."""
    stranger = UserFactory(name="Mona Reyes")
    MembershipFactory(user=stranger, team=mill)
    teams = {"ada's": harbour.slug, "other team's": mill.slug, "missing": "no-such-team"}
    arguments = {
        **_of_encounters(ada, harbour, mill, stranger),
        **_of_versions(),
        **_of_people(ada, dora, ivy),
        **_of_teams(teams, harbour, mill),
    }

    def address(route: str, about: str) -> str:
        if route == "account_reset_password_from_key":
            return reverse(route, kwargs={"uidb36": "1", "key": "no-such-key"})
        if route in {"teams:person", "teams:person_csv", "teams:person_xlsx"}:
            whose = {"ada's": (harbour, ada.pk), "other team's": (mill, stranger.pk), "missing": (harbour, stranger.pk)}
            team, person = whose[about]
            return reverse(route, args=[team.slug, person, *([] if route == "teams:person" else ["weeks"])])
        if route in TEAM_FILES:
            return reverse(route, args=[teams[about], "people"])
        if route in FILES:
            return reverse(route, args=["no-such-table" if about == "missing" else "weeks"])
        if route in {"people:move", "people:end", "people:withdraw"}:
            return reverse(route, args=[ada.pk, ada.memberships.get().pk + (1000 if about == "missing" else 0)])
        return reverse(route, args=[arguments[route][about]] if about in arguments.get(route, {}) else [])

    return address


def _signed_in(user) -> Client:
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client


def _outcome(response) -> int | str:
    login = response.status_code == 302 and response["Location"].startswith(reverse("account_login") + "?next=")
    return LOGIN if login else response.status_code


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line.id)
def test_everybody_gets_what_the_table_says(line: Access, cast, address):
    url = address(line.route, line.about)
    got = {}
    for name in CAST:
        client = _signed_in(cast[name])
        if line.about == "ada's tablet":
            carry(client, TABLET)
        response = client.generic(line.method, url)
        got[name] = _outcome(response)
        if response.streaming:
            list(response)  # to the end, which closes its file
    assert got == dict(zip(CAST, line.gets, strict=True))


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line.id)
def test_no_other_method_gets_through(line: Access, cast, address):
    declared = {other.method for other in TABLE if other.route == line.route}
    url = address(line.route, line.about)
    client = _signed_in(cast["ivy"])
    for method in set(METHODS) - declared:
        status = client.generic(method, url).status_code
        assert status == 405 or 300 <= status < 405, f"{method} {url} gave {status}"


def test_every_route_has_a_line_in_the_table():
    assert _route_names() == {line.route for line in TABLE}


def test_the_published_table_is_current():
    published = Path(__file__).parent.parent / "docs" / "access.md"
    assert published.read_text() == as_markdown()


def _route_names() -> set[str]:
    return set(_walk(get_resolver().url_patterns))


def _walk(patterns: list[URLPattern | URLResolver], prefix: str = ""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
        else:
            yield f"{prefix}{pattern.name}"
