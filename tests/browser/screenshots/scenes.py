"""Every page worth a picture: whose it is, where it is, and what is done there first."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

MISSING = "/encounters/00000000-0000-4000-8000-000000000000/"


@dataclass(frozen=True, slots=True)
class Scene:
    """`person` is "" at the door; `path` may be a name of the house's `paths`; `whole` goes on below the fold."""

    name: str
    person: str
    path: str
    play: Callable[[Page], None] = lambda page: None
    whole: bool = True


def _in_bounds(page: Page) -> None:
    _in_bounds_answers(page)
    page.locator("#greeting-check .say-hint").wait_for()


def _in_bounds_answers(page: Page) -> None:
    page.get_by_label("What did you say first?").fill("Morning Maria! How was the ferry, did Leo get his window seat?")
    _tap(page, "feeling_before", "2")
    _tap(page, "feeling_after", "5")
    _tap(page, "outcome", "sorted")
    _tap(page, "promise_by", "tomorrow")
    page.get_by_label("What did you promise?").fill("Ring her when the blue kettle is in")
    page.get_by_label("What did you promise?").blur()


def _out_of_bounds(page: Page) -> None:
    page.get_by_label("What did you say first?").fill("Afternoon, what can I get you lot?")
    page.locator("#greeting-check .say-hint").wait_for()


def _everything_open(page: Page) -> None:
    _in_bounds(page)
    for summary in page.locator("details.more > summary").all():
        summary.click()


def _refused(page: Page) -> None:
    page.get_by_label("What did you say first?").fill("Morning Maria! Off to the lake again?")
    page.locator("details.more > summary").last.click()
    page.get_by_label("They waited (minutes)").fill("ages")
    _save(page)
    page.locator("#look-again").wait_for()


def _offline(page: Page) -> None:
    """What the phone needs is on it, and the network is gone."""
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_timeout(1_500)
    page.context.set_offline(True)
    page.goto("/log/")


def _saved_offline(page: Page) -> None:
    _offline(page)
    _in_bounds_answers(page)
    _save(page)
    page.locator("#saved").wait_for()


def _what_waits(page: Page) -> None:
    _saved_offline(page)
    page.locator("#waiting summary").click()
    page.locator("#waiting li").wait_for()


def _leaving(page: Page) -> None:
    _saved_offline(page)
    page.locator("details.account > summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.locator("dialog[open]").wait_for()


def _today_offline(page: Page) -> None:
    _saved_offline(page)
    page.goto("/encounters/")
    page.locator("[data-list=today] li").first.wait_for()


def _feedback(page: Page) -> None:
    _in_bounds(page)
    page.locator("details.more > summary").first.click()
    page.get_by_label("What did you answer to how they felt?").fill(
        "Three hours in that queue with the little one, no wonder you're worn out."
        " I'll ring the depot myself and see where it is."
    )
    page.get_by_label("How did you say goodbye?").fill("Have a nice day.")
    _save(page)
    page.locator(".said").wait_for()


def _not_enough(page: Page) -> None:
    _tap(page, "channel", "click")
    _tap(page, "outcome", "not_yet")
    _save(page)
    page.get_by_role("heading", name="Not enough to say").wait_for()


def _first_encounter(page: Page) -> None:
    page.locator(".list-row").first.click()
    page.locator(".said").wait_for()


def _number_open(page: Page) -> None:
    _first_encounter(page)
    for summary in page.locator("details.more > summary").all():
        summary.click()


def _menu(page: Page) -> None:
    page.locator("details.account > summary").click()


def _news(page: Page) -> None:
    _as_on_the_first_visit()
    page.goto("/me/")
    page.locator(".news").wait_for()


def _news_below_the_form(page: Page) -> None:
    _as_on_the_first_visit()
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_timeout(1_500)
    page.goto("/log/")
    page.locator("[data-news]").wait_for()


def _as_on_the_first_visit() -> None:
    """Each picture is one: news stand on the first page of a day."""
    from microconnect.notices.models import Notice

    Notice.objects.update(shown_on=None, seen_at=None)


def _find_open(page: Page) -> None:
    page.locator("#find").get_by_role("link").click()
    page.locator("form#find").wait_for()


def _promise_open(page: Page) -> None:
    keep = page.locator(".keep summary")
    if keep.count():
        keep.first.click()


def _no_name(page: Page) -> None:
    page.get_by_role("button", name="Save").click()
    page.locator(".invalid-feedback").first.wait_for()


def _there_already(page: Page) -> None:
    page.locator("[name=name]").fill("late DELIVERY")
    page.get_by_role("button", name="Add it").click()
    page.locator(".invalid-feedback").first.wait_for()


def _greetings_tried(page: Page) -> None:
    greetings = page.locator("textarea[name=greeting]")
    greetings.fill("Morning Maria! How was the lake?\nHello you lot\nHow may I assist you today?")
    page.locator("#tried li").nth(2).wait_for()
    greetings.blur()


_LIST = """name,email,team,role,since
Bo Lindgren,bo@shop.example,Mill Lane,frontline,2026-12-01
Ada Okafor,ada@demo.example,Mill Lane,frontline,
Sana Mirza,sana@demo.example,Harbour Street,supervisor,
Cy Romero,cy@shop.example,harbour street,supervisor,
"""


def _somebody_who_is_here(page: Page) -> None:
    page.get_by_label("Name").fill("Ada Okafor")
    page.get_by_label("E-mail").fill("Ada@demo.example")
    _save(page)
    page.locator(".invalid-feedback").first.wait_for()


def _invited(page: Page) -> None:
    page.get_by_label("Name").fill("Noor Aziz")
    page.get_by_label("E-mail").fill(f"noor{time.time()}@shop.example")
    page.get_by_label("Team").select_option("Mill Lane")
    _save(page)
    page.locator("#invited").wait_for()


def _first_person(page: Page) -> None:
    page.locator(".list-row").first.click()
    page.locator("#places").wait_for()


def _moving(page: Page) -> None:
    _first_person(page)
    page.locator(".place summary").first.click()


def _list_shown(page: Page) -> None:
    page.locator("[name=pasted]").fill(_LIST)
    page.get_by_role("button", name="Look at it first").click()
    page.locator(".steps").wait_for()


def _list_wrong(page: Page) -> None:
    page.locator("[name=pasted]").fill(_LIST + "Dan,dan at shop,Mill Lane,boss,\nEve,eve@shop.example,Moon Base,,\n")
    page.get_by_role("button", name="Look at it first").click()
    page.locator(".steps").wait_for()


def _team_open(page: Page) -> None:
    for summary in page.locator("main details.more > summary").all():
        summary.click()


def _weight_moved(page: Page) -> None:
    page.locator(".page-head .btn").click()
    page.locator("[data-moves=id_weight_personal_greeting]").fill("40")
    page.locator("#preview", has_text="counts 40 instead of").wait_for()


def _weight_refused(page: Page) -> None:
    _weight_moved(page)
    page.locator("#id_target_high").fill("20")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".alert").wait_for()


def _weight_to_publish(page: Page) -> None:
    _weight_moved(page)
    page.get_by_role("button", name="Save, then publish").click()
    page.get_by_role("heading", name="Look before you publish").wait_for()


def _wrong_password(page: Page) -> None:
    page.get_by_label("Email").fill("ada@demo.example")
    page.get_by_label("Password").fill("not this one")
    page.get_by_role("button", name="Sign in").click()
    page.locator(".alert, .invalid-feedback").first.wait_for()


def _tap(page: Page, name: str, value: str) -> None:
    page.locator(f'[name="{name}"][value="{value}"]').check()


def _save(page: Page) -> None:
    page.locator(".save-bar button").click()


SCENES = (
    Scene("sign-in", "", "/accounts/login/"),
    Scene("sign-in-refused", "", "/accounts/login/", _wrong_password),
    Scene("password-reset", "", "/accounts/password/reset/"),
    Scene("log-empty", "ada", "/log/", whole=False),
    Scene("log-in-bounds", "ada", "/log/", _in_bounds, whole=False),
    Scene("log-out-of-bounds", "ada", "/log/", _out_of_bounds, whole=False),
    Scene("log-open", "ada", "/log/", _everything_open),
    Scene("log-refused", "ada", "/log/", _refused),
    Scene("log-saved-offline", "ada", "/log/", _saved_offline, whole=False),
    Scene("log-what-waits", "ada", "/log/", _what_waits, whole=False),
    Scene("log-leaving", "ada", "/log/", _leaving, whole=False),
    Scene("offline-today", "ada", "/log/", _today_offline, whole=False),
    Scene("recovery", "ivy", "/recovery/"),
    Scene("feedback", "ada", "/log/", _feedback),
    Scene("feedback-not-enough", "ada", "/log/", _not_enough),
    Scene("feedback-number", "ada", "/encounters/?q=queue", _number_open),
    Scene("feedback-for-supervisor", "sana", "/encounters/?q=sorry", _first_encounter),
    Scene("encounters", "ada", "/encounters/"),
    Scene("encounters-of-all", "ivy", "/encounters/", _find_open),
    Scene("encounters-filtered", "sana", "/encounters/?channel=ear&practice=warm_close&below=50"),
    Scene("encounters-nothing-like-that", "sana", "/encounters/?q=rhinoceros"),
    Scene("encounters-none", "noor", "/encounters/"),
    Scene("promises", "ada", "/promises/", _promise_open),
    Scene("promises-none", "noor", "/promises/"),
    Scene("me", "ada", "/me/"),
    Scene("me-nothing", "noor", "/me/"),
    Scene("me-news", "tess", "/promises/", _news),
    Scene("log-news", "tess", "/promises/", _news_below_the_form),
    Scene("notices", "ada", "/notices/"),
    Scene("notices-none", "noor", "/notices/"),
    Scene("notices-settings", "ada", "/notices/settings/"),
    Scene("digests", "ada", "/digests/"),
    Scene("digests-of-supervisors", "sana", "/digests/"),
    Scene("digests-own-mail", "ada", "/digests/own/"),
    Scene("digests-teams-mail", "sana", "/digests/teams/"),
    Scene("digests-nothing", "noor", "/digests/own/"),
    Scene("digests-stop", "", "digests-stop"),
    Scene("menu", "ada", "/encounters/", _menu, whole=False),
    Scene("menu-of-administrators", "ivy", "/people/", _menu, whole=False),
    Scene("teams", "ivy", "/teams/"),
    Scene("team", "sana", "/teams/harbour-street/"),
    Scene("team-nothing", "otis", "/teams/quay-kiosk/"),
    Scene("guidelines", "ivy", "/guidelines/"),
    Scene("guidelines-tried", "ivy", "/guidelines/", _greetings_tried),
    Scene("guidelines-read", "ada", "/guidelines/"),
    Scene("guidelines-draft", "ivy", "/guidelines/draft/"),
    Scene("guidelines-draft-tried", "ivy", "/guidelines/draft/", _greetings_tried),
    Scene("guideline-add", "ivy", "/guidelines/draft/add/"),
    Scene("guideline-refused", "ivy", "/guidelines/draft/add/", _no_name),
    Scene("guideline-edit", "ivy", "guideline"),
    Scene("guidelines-publish", "ivy", "/guidelines/draft/publish/"),
    Scene("guidelines-look", "ivy", "look"),
    Scene("guidelines-versions", "ivy", "/guidelines/versions/"),
    Scene("guidelines-version", "ivy", "/guidelines/versions/2/"),
    Scene("job-waiting", "ivy", "job-waiting"),
    Scene("job-running", "ivy", "job-running"),
    Scene("job-stopped", "ivy", "job-stopped"),
    Scene("job-failed", "ivy", "job-failed"),
    Scene("audit", "ivy", "/audit/"),
    Scene("audit-found", "ivy", "/audit/?action=demo_filled&since=2020-01-01"),
    Scene("audit-nothing-like-that", "ivy", "/audit/?until=2020-01-01"),
    Scene("people", "ivy", "/people/", whole=False),
    Scene("people-found", "ivy", "/people/?role=supervisor"),
    Scene("people-none", "ivy", "/people/?q=rhinoceros"),
    Scene("people-invite", "ivy", "/people/invite/"),
    Scene("people-invite-refused", "ivy", "/people/invite/", _somebody_who_is_here),
    Scene("people-invited", "ivy", "/people/invite/", _invited),
    Scene("person", "ivy", "/people/?q=ada", _first_person),
    Scene("person-moving", "ivy", "/people/?q=ada", _moving),
    Scene("person-me", "ivy", "/people/?q=ivy", _first_person),
    Scene("people-import", "ivy", "/people/import/"),
    Scene("people-import-shown", "ivy", "/people/import/", _list_shown),
    Scene("people-import-wrong", "ivy", "/people/import/", _list_wrong),
    Scene("people-teams", "ivy", "/people/teams/"),
    Scene("people-team", "ivy", "/people/teams/harbour-street/", _team_open),
    Scene("people-team-add", "ivy", "/people/teams/add/"),
    Scene("situations", "ivy", "/situations/"),
    Scene("situation-there-already", "ivy", "/situations/", _there_already),
    Scene("situation", "ivy", "/situations/late-delivery/"),
    Scene("situations-fold", "ivy", "/situations/late-delivery/merge/"),
    Scene("situations-fold-asked", "ivy", "/situations/late-delivery/merge/?fold=complaint-about-us"),
    Scene("practices", "ada", "/practices/"),
    Scene("scorecards", "ivy", "/scorecards/"),
    Scene("scorecard-draft", "ivy", "/scorecards/", _weight_moved),
    Scene("scorecard-refused", "ivy", "/scorecards/", _weight_refused),
    Scene("scorecard-publish", "ivy", "/scorecards/", _weight_to_publish),
    Scene("scorecard-versions", "ivy", "/scorecards/versions/"),
    Scene("scorecard-version", "ivy", "/scorecards/versions/1/"),
    Scene("devices", "sana", "/accounts/devices/"),
    Scene("password-change", "ada", "/accounts/password/change/"),
    Scene("403", "ada", "/guidelines/draft/add/"),
    Scene("404", "ada", MISSING),
)
