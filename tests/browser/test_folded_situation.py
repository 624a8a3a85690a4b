"""A situation is folded into another while a phone without network still names it: both what waits and what is being typed."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from interactions.models import Encounter
from interactions.situations.services import merge_situations
from microconnect.people.models import User
from tests.factories import SituationFactory


def test_what_a_phone_kept_under_the_old_name_arrives_under_the_new_one(
    context: BrowserContext, sign_in: Callable[[User], None], ada: User, ivy: User, now
) -> None:
    returns, refunds = SituationFactory(name="Return"), SituationFactory(name="Refund")
    sign_in(ada)
    page = context.new_page()
    page.goto("/promises/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    page.goto("/log/")
    page.get_by_text("Who it was and what about").click()
    page.get_by_label("What was it about?").select_option(label="Refund")
    page.get_by_role("radio", name="Sorted").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#saved")).to_be_visible()
    page.get_by_role("link", name="Log another").click()
    page.get_by_label("What did you say first?").fill("And another one")
    merge_situations(by=ivy, keep=returns, fold=[refunds], now=now)
    context.set_offline(False)
    page.close()

    page = context.new_page()
    page.goto("/promises/")
    page.wait_for_load_state("networkidle")
    page.goto("/log/")
    expect(page.get_by_label("What did you say first?")).to_have_value("And another one")
    expect(page.get_by_label("What was it about?").locator("option:checked")).to_have_text("As chosen before")
    page.get_by_role("radio", name="Sorted").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#notes")).to_contain_text("Saved. Nicely done.")
    assert {encounter.situation for encounter in Encounter.objects.all()} == {returns}
    assert Encounter.objects.count() == 2
