"""Every page of each role, with a shop's life in it: accessible in both themes, and never wider than its screen."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize

from coaching.demo.filling import fill
from coaching.guidelines.services import drafting
from interactions.models import Encounter
from microconnect.organisation.models import ImportDraft
from microconnect.people.models import User
from tests.browser.screenshots.changing import jobs_in_each_state, second_version, third_in_draft
from tests.factories import MembershipFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.either_database

PHONE: ViewportSize = {"width": 390, "height": 844}
NARROWEST: ViewportSize = {"width": 320, "height": 568}
LAPTOP: ViewportSize = {"width": 1440, "height": 900}
MISSING = "/encounters/00000000-0000-4000-8000-000000000000/"

Check = Callable[[str], None]


@pytest.fixture
def shops(transactional_db: None) -> None:
    """Thirteen weeks of the demo, thin but whole."""
    fill(encounters=400, seed=7, now=datetime.now(UTC), with_password=False, on_progress=lambda done, of: None)


@pytest.fixture
def check(page: Page, assert_accessible: Callable[[], None]) -> Check:
    """`check(address)`: go there and look at it, on three screens and in both themes."""

    def look(address: str, theme: Literal["light", "dark"], screen: ViewportSize) -> None:
        page.set_viewport_size(screen)
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert_accessible()

    def check(address: str) -> None:
        look(address, "light", PHONE)
        page.set_viewport_size(NARROWEST)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"], f"{address} is too wide"
        look(address, "dark", LAPTOP)

    return check


def test_pages_of_somebody_who_logs(sign_in: Callable[[User], None], check: Check, shops: None) -> None:
    ada = User.objects.get(email="ada@demo.example")
    told = Encounter.objects.filter(person=ada).exclude(closing="")
    newest = Encounter.objects.filter(person=ada).newest_first()[0]
    sign_in(ada)
    for address in [
        "/log/",
        f"/log/?repeat_of={newest.public_id}",
        told[0].get_absolute_url(),
        "/encounters/",
        "/encounters/?find=1",
        "/encounters/?q=rhinoceros",
        "/encounters/?since=yesterday",
        "/promises/",
        "/me/",
        "/practices/",
        "/notices/",
        "/notices/settings/",
        "/digests/",
        "/digests/own/",
        "/accounts/password/change/",
        "/accounts/logout/",
        "/teams/",
        "/guidelines/",
        MISSING,
    ]:
        check(address)


def test_pages_of_a_supervisor(sign_in: Callable[[User], None], check: Check, shops: None) -> None:
    sign_in(User.objects.get(email="sana@demo.example"))
    theirs = Encounter.objects.filter(team__slug="harbour-street").exclude(greeting="")
    ada = User.objects.get(email="ada@demo.example")
    for address in [
        "/teams/",
        "/teams/harbour-street/",
        "/teams/harbour-street/?weeks=13&channel=ear",
        "/teams/harbour-street/alike/",
        f"/teams/harbour-street/people/{ada.pk}/",
        f"/teams/harbour-street/people/{ada.pk}/?weeks=13&channel=click",
        "/teams/harbour-street/fair/?weeks=13",
        "/teams/harbour-street/fair/?weeks=13&of=first_time&situation=return-without-receipt",
        "/teams/harbour-street/fair/?since=2026-01-20&until=2026-01-02",
        "/teams/harbour-street/scripts/?weeks=13",
        "/teams/harbour-street/scripts/?since=2026-01-20&until=2026-01-02",
        "/encounters/?find=1&team=harbour-street&channel=face&practice=warm_close&below=50",
        theirs[0].get_absolute_url(),
        "/promises/",
        "/me/",
        "/digests/",
        "/digests/teams/",
    ]:
        check(address)


def test_pages_of_an_administrator(sign_in: Callable[[User], None], check: Check, shops: None) -> None:
    sign_in(User.objects.get(email="ivy@demo.example"))
    for address in [
        "/guidelines/",
        "/guidelines/versions/",
        "/guidelines/versions/1/",
        "/situations/",
        "/situations/late-delivery/",
        "/situations/late-delivery/merge/",
        "/situations/late-delivery/merge/?fold=wrong-size&fold=repair",
        "/teams/",
        "/teams/mill-lane/",
        "/organisation/",
        "/organisation/?weeks=13&channel=ear&situation=late-delivery",
        "/organisation/time-to-log/",
        "/teams/mill-lane/fair/",
        "/encounters/?find=1",
        "/audit/",
        "/audit/?action=demo_filled",
        "/audit/?since=yesterday",
        "/promises/",
        "/log/",
    ]:
        check(address)


def test_pages_of_guidelines_that_are_about_to_change(
    sign_in: Callable[[User], None], check: Check, shops: None
) -> None:
    ivy = User.objects.get(email="ivy@demo.example")
    second_version(by=ivy)
    addresses = third_in_draft(by=ivy) | jobs_in_each_state(by=ivy)
    sign_in(ivy)
    for address in [
        "/guidelines/",
        "/guidelines/?greeting=Next+please",
        "/guidelines/draft/",
        "/guidelines/draft/add/",
        "/guidelines/draft/publish/",
        "/guidelines/versions/",
        "/guidelines/versions/2/",
        *addresses.values(),
    ]:
        check(address)


def test_pages_before_the_first_guideline(sign_in: Callable[[User], None], check: Check, ivy: User) -> None:
    sign_in(ivy)
    check("/guidelines/")
    check("/guidelines/versions/")
    drafting.begin(by=ivy)
    check("/guidelines/draft/")
    check("/guidelines/draft/publish/")


def test_pages_about_people_and_teams(sign_in: Callable[[User], None], check: Check, shops: None) -> None:
    ivy, ada = (User.objects.get(email=f"{name}@demo.example") for name in ("ivy", "ada"))
    lines = "name,email,team,role\nBo Li,bo@shop.example,Mill Lane,frontline\nCy Rex,cy at shop,Moon Base,boss\n"
    draft = ImportDraft.objects.create(made_by=ivy, text=lines, is_old_excel=True)
    sign_in(ivy)
    for address in [
        "/people/",
        "/people/?q=rhinoceros",
        f"/people/{ada.pk}/",
        f"/people/{ivy.pk}/",
        "/people/invite/",
        "/people/import/",
        f"/people/import/{draft.public_id}/",
        "/people/teams/",
        "/people/teams/add/",
        "/people/teams/mill-lane/",
    ]:
        check(address)


def test_pages_on_which_nothing_has_happened_yet(sign_in: Callable[[User], None], check: Check) -> None:
    kiosk = TeamFactory(slug="quay-kiosk")
    noor = UserFactory(name="Bartholomew-Christopher Featherstonehaugh-Cholmondeley")
    MembershipFactory(user=noor, team=kiosk)
    MembershipFactory(user=noor, team=kiosk, role="supervisor")
    sign_in(noor)
    for address in ["/log/", "/encounters/", "/promises/", "/me/", "/teams/", "/teams/quay-kiosk/"]:
        check(address)


@pytest.mark.parametrize("address", ["/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/"])
def test_pages_before_the_door(check: Check, address: str) -> None:
    check(address)
