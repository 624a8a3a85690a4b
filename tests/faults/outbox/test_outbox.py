"""Whatever happens to network, browser, session or tablet: each encounter that said "Saved" is stored once, as its person's.

Each scenario runs with three seeds. Then its guard is taken out of the scripts on their way to the browser, and the same
scenario has to go red: that is what the guard is for.
"""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Error, expect

from interactions.models import Encounter
from microconnect.people.models import User
from tests.faults.outbox.conftest import Stage
from tests.faults.outbox.disk import small_disk

MANY = 20
Rewrite = tuple[str, str, str]


@dataclass(frozen=True)
class Scenario:
    """What happens, and the guard without which it goes wrong, as rewrites of scripts."""

    run: Callable[[Stage], None]
    without: tuple[Rewrite, ...]

    @property
    def name(self) -> str:
        return self.run.__name__


# ---- Networks and servers that are away


def offline_then_closed_and_reopened(stage: Stage) -> None:
    stage.start()
    stage.go_offline()
    stage.phone.log_all(stage.words(MANY))
    assert not Encounter.objects.exists()
    stage.phone.close()
    stage.network.refusing = False
    stage.phone.open()
    stage.everything_arrived_once()


def server_stopped_then_started(stage: Stage) -> None:
    stage.start()
    stage.network.refusing = True
    stage.phone.log_all(stage.words(MANY))
    stage.phone.close()
    stage.phone.open()
    stage.network.refusing = False
    stage.everything_arrived_once()


def every_third_answer_is_cut(stage: Stage) -> None:
    stage.start()
    stage.network.fault = lambda number: "cut" if number % 3 == 0 else "pass"
    stage.phone.log_all(stage.words(MANY))
    stage.everything_arrived_once()


def every_third_answer_never_comes(stage: Stage) -> None:
    stage.start()
    stage.network.fault = lambda number: "hold" if number % 3 == 0 else "pass"
    stage.phone.log_all(stage.words(6))
    stage.everything_arrived_once()


def busy_for_a_minute(stage: Stage) -> None:
    """A minute is ten answers of 503 here."""
    stage.start()
    stage.network.fault = lambda number: "busy" if number <= 10 else "pass"
    stage.phone.log_all(stage.words(8))
    stage.everything_arrived_once()


def one_that_breaks_the_server(stage: Stage) -> None:
    """Eight answers of 500, and its row is set aside for its person; the others go out."""
    stage.start()
    stage.network.fault = lambda number: "broken" if number <= 8 else "pass"
    stage.phone.log_all(stage.words(3))
    waiting = stage.phone.page.locator("#waiting")
    expect(waiting).to_contain_text("Needs a look", timeout=20_000)
    stage.phone.wait_for_rows("refused")
    assert Encounter.objects.count() == 2
    waiting.locator("summary").click()
    waiting.get_by_role("link", name="Look at it again").click()
    expect(stage.phone.page.locator("#look-again")).to_contain_text("the fault is ours")
    stage.phone.save()
    stage.everything_arrived_once()


def three_tabs_send_at_once(stage: Stage) -> None:
    stage.start()
    stage.go_offline()
    stage.phone.log_all(stage.words(MANY))
    others = [stage.phone.context.new_page() for _ in range(2)]
    for page in others:
        page.goto("/log/")
    stage.go_online()
    stage.everything_arrived_once()
    assert set(stage.network.sent.values()) == {1}, "sent more than once, though nothing failed"


# ---- Browsers that die


def killed_right_after_the_last_saved(stage: Stage) -> None:
    stage.start()
    stage.go_offline()
    *first, last = stage.words(MANY)
    stage.phone.log_all(first)
    stage.phone.log(last)
    stage.phone.kill()
    stage.network.refusing = False
    stage.phone.open()
    stage.everything_arrived_once()


def killed_between_the_tap_and_saved(stage: Stage) -> None:
    """A row or none; and where there is none, the draft is back."""
    stage.start()
    stage.go_offline()
    [words] = stage.words(1)
    stage.phone.write(words)
    stage.phone.page.wait_for_timeout(200)
    with suppress(Error):
        stage.phone.page.evaluate("() => void document.querySelector('.save-bar button').click()")
    stage.phone.page.wait_for_timeout(stage.random.randrange(3))
    stage.phone.kill()
    stage.network.refusing = False
    stage.phone.open()
    stage.phone.page.wait_for_timeout(1_000)
    stage.phone.page.goto("/log/")
    stage.phone.page.wait_for_timeout(1_000)
    if not Encounter.objects.exists():
        expect(stage.phone.page.get_by_label("What did you say first?")).to_have_value(words)
        expect(stage.phone.page.locator("#restored")).to_be_visible()
        stage.phone.save()
    stage.everything_arrived_once()


# ---- Sessions and people


def session_runs_out(stage: Stage) -> None:
    stage.start()
    stage.phone.context.clear_cookies(name="sessionid")
    stage.phone.log_all(stage.words(7))
    expect(stage.phone.page.locator("#waiting")).to_contain_text("Sign in to send 7")
    assert not Encounter.objects.exists()
    stage.sign_in(stage.ada)
    stage.phone.page.goto("/encounters/")
    stage.everything_arrived_once()


def csrf_token_changes(stage: Stage) -> None:
    stage.start()
    stage.go_offline()
    stage.phone.log_all(stage.words(3))
    stage.phone.context.clear_cookies(name="csrftoken")
    stage.go_online()
    stage.everything_arrived_once()


def second_person_on_the_tablet(stage: Stage) -> None:
    stage.start()
    stage.go_offline()
    stage.phone.log_all(stage.words(5))
    stage.sign_in(stage.ben)
    stage.go_online()
    for address in ("/encounters/", "/log/"):
        stage.phone.page.goto(address)
        stage.phone.page.wait_for_timeout(700)
    assert not Encounter.objects.filter(person=stage.ben).exists()
    assert len(stage.phone.rows()) == 5
    stage.sign_in(stage.ada)
    stage.phone.page.goto("/encounters/")
    stage.everything_arrived_once()


def signing_out_with_unsent_rows(stage: Stage) -> None:
    stage.start()
    stage.go_offline()
    stage.phone.log_all(stage.words(4))
    page = stage.phone.page
    page.locator("details.account > summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Keep it here for me").click(timeout=3_000)
    expect(page.get_by_role("heading", name="Signed out")).to_be_visible()
    stage.go_online()
    page.goto("/log/")
    expect(page.locator("input[type=password]")).to_be_visible()
    stage.sign_in(stage.ada)
    page.goto("/encounters/")
    stage.everything_arrived_once()


def account_closed_meanwhile(stage: Stage) -> None:
    """The rows stay, sealed, until the account is open again (or an administrator saves them)."""
    stage.start()
    stage.go_offline()
    stage.phone.log_all(stage.words(3))
    people = User.objects.get_queryset().filter(pk=stage.ada.pk)
    people.update(is_active=False)
    stage.go_online()
    stage.phone.page.goto("/encounters/")
    stage.phone.page.wait_for_timeout(700)
    assert not Encounter.objects.exists()
    assert len(stage.phone.rows()) == 3
    people.update(is_active=True)
    stage.sign_in(stage.ada)
    stage.phone.page.goto("/encounters/")
    stage.everything_arrived_once()


# ---- Releases, clocks, room


def new_service_worker_arrives(stage: Stage) -> None:
    stage.start()
    stage.go_offline()
    stage.phone.log_all(stage.words(5))
    before = stage.phone.page.evaluate("caches.keys()")
    stage.network.rewrite("/service-worker.js", 'CACHE = "shell ', 'CACHE = "shell new')
    stage.network.fault = lambda number: "busy"  # they are still waiting when it takes over
    stage.go_online()
    stage.phone.page.goto("/encounters/")
    stage.phone.wait_for(
        "async () => { const names = await caches.keys(); return names.length === 1 && names[0].startsWith('shell new'); }"
    )
    assert stage.phone.page.evaluate("caches.keys()") != before
    assert len(stage.phone.rows()) == 5
    stage.network.fault = lambda number: "pass"
    stage.phone.page.goto("/log/")
    stage.everything_arrived_once()


def clock_is_a_day_slow(stage: Stage) -> None:
    stage.phone.early_script = (
        "const now = Date.now; const day = 24 * 60 * 60 * 1000; Date.now = () => now() - day;"
        "globalThis.Date = class extends Date { constructor(...given) { given.length ? super(...given) : super(now() - day); } };"
    )
    stage.start()
    stage.go_offline()
    stage.phone.log_all(stage.words(2))
    stage.go_online()
    stage.everything_arrived_once()
    for encounter in Encounter.objects.all():
        assert encounter.device_at is not None
        assert datetime.now(UTC) - encounter.device_at > timedelta(hours=23), "the device's own time is kept"
        assert abs(datetime.now(UTC) - encounter.occurred_at) < timedelta(minutes=2)


def storage_is_full(stage: Stage) -> None:
    """A clear refusal instead of "Saved", the words still there; with room again, it is saved."""
    with small_disk(stage.phone.files) as fill:
        stage.start()
        stage.go_offline()
        stage.phone.log_all(stage.words(2))
        words = "Morning Maria! Did the lake freeze over? " * 90  # more than what is left of a block of the disk
        stage.logged.append(words.strip())
        stage.phone.write(words)
        with fill():
            stage.phone.press_save()
            expect(stage.phone.page.locator("#no-room")).to_be_visible(timeout=5_000)
            expect(stage.phone.page.locator("#saved")).to_be_hidden()
            expect(stage.phone.page.get_by_label("What did you say first?")).to_have_value(words)
        stage.phone.save()
        stage.go_online()
        stage.everything_arrived_once()
        stage.phone.close()


SCENARIOS = (
    Scenario(
        offline_then_closed_and_reopened,
        without=(("outbox.js", "rows.add(row);", "globalThis.kept = row;"),),
    ),
    Scenario(
        server_stopped_then_started,
        without=(
            ("outbox.js", '  } catch {\n    return { stop: "later" };', '  } catch {\n    return { done: "sent" };'),
        ),
    ),
    Scenario(
        every_third_answer_is_cut,
        without=(
            (
                "outbox.js",
                "new URLSearchParams(fields)",
                'new URLSearchParams(fields.map(([n, v]) => [n, n === "public_id" ? crypto.randomUUID() : v]))',
            ),
        ),
    ),
    Scenario(
        every_third_answer_never_comes,
        without=(("outbox.js", "      signal: AbortSignal.timeout(PATIENCE),\n", ""),),
    ),
    Scenario(busy_for_a_minute, without=(("outbox.js", "status === 503 || ", ""),)),
    Scenario(one_that_breaks_the_server, without=(("outbox.js", "tries < MOST_TRIES", "true"),)),
    Scenario(
        three_tabs_send_at_once,
        without=(("outbox.js", "navigator.locks\n    .request(LOCK, () => drain(patient))", "drain(patient)"),),
    ),
    Scenario(
        killed_right_after_the_last_saved,
        without=(
            (
                "log.js",
                'await keep(person, "log", publicId, fields);',
                'setTimeout(keep, 3_000, person, "log", publicId, fields);',
            ),
        ),
    ),
    Scenario(
        killed_between_the_tap_and_saved,
        without=(
            ("log.js", "jotting.then(() => jotDraft(person, id, fields))", "jotting"),
            ("log.js", 'await keep(person, "log", publicId, fields);', "await new Promise(() => {});"),
        ),
    ),
    Scenario(session_runs_out, without=(("outbox.js", "status === 401 || ", ""),)),
    Scenario(csrf_token_changes, without=(("outbox.js", 'verdict.stop === "csrf") {', "false) {"),)),
    Scenario(
        second_person_on_the_tablet,
        without=(
            ("here.js", "if (here && here.id !== page.person) await leave();", ""),
            ("here.js", "if (page.person) await (here?.id === page.person ? void refresh(here) : fetchKit());", ""),
            ("outbox.js", ', "X-Person": person.id', ""),
        ),
    ),
    Scenario(
        signing_out_with_unsent_rows,
        without=(("leaving.js", "return ask(form, mine);", "await discard(mine.map((row) => row.seq));"),),
    ),
    Scenario(account_closed_meanwhile, without=(("outbox.js", "status === 401 || ", ""),)),
    Scenario(
        new_service_worker_arrives,
        without=(("service-worker.js", "await clients.claim();", 'indexedDB.deleteDatabase("microconnect");'),),
    ),
    Scenario(clock_is_a_day_slow, without=(("outbox.js", "String(clock)", '"0"'),)),
    Scenario(storage_is_full, without=(("log.js", ": sayThereIsNoRoom();", ": saved(publicId, {});"),)),
)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_each_arrives_once(stage: Stage, scenario: Scenario, seed: int) -> None:
    stage.random = random.Random(seed)
    scenario.run(stage)
    assert stage.logged
    stage.each_is_stored_once()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_without_its_guard_it_goes_red(stage: Stage, scenario: Scenario) -> None:
    for rewrite in scenario.without:
        stage.network.rewrite(*rewrite)
    with pytest.raises((AssertionError, Error)):
        scenario.run(replace(stage, within=6))
    assert stage.network.guards_left == []
