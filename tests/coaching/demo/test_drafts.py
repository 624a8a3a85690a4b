"""Thirteen weeks of three shops before they are stored: what one should find in them."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from coaching.demo.calendar import Slot
from coaching.demo.chain import ADA, BEN, COLLEAGUES, HARBOUR, MILL, NEW_STARTER, STATION
from coaching.demo.encounters import Draft, drafts
from coaching.demo.phrases.greetings import WORN
from coaching.demo.phrases.no_receipt import NO_RECEIPT
from coaching.demo.stories import mood_of

NOW = datetime(2026, 11, 21, 17, tzinfo=UTC)


@pytest.fixture(scope="module")
def quarter() -> list[Draft]:
    """A whole demo of the usual size."""
    return list(drafts(Random(7), count=8_000, now=NOW))


def _slot(colleague, shop, weeks_ago: float) -> Slot:
    return Slot(colleague, shop, NOW - timedelta(weeks=weeks_ago), weeks_ago)


def test_they_come_in_order_and_each_has_its_own_id(quarter):
    assert [draft.slot.at for draft in quarter] == sorted(draft.slot.at for draft in quarter)
    assert len({draft.values["public_id"] for draft in quarter}) == 8_000


def test_everybody_who_works_there_logs_and_the_new_starter_only_a_little(quarter):
    logged = Counter(draft.slot.colleague for draft in quarter)
    assert set(logged) == set(COLLEAGUES)
    assert 0 < logged[NEW_STARTER] < 5
    assert min(count for colleague, count in logged.items() if colleague is not NEW_STARTER) > 100


def test_saturdays_are_the_busiest(quarter):
    days = Counter(draft.slot.at.weekday() for draft in quarter)
    assert days.most_common(1)[0][0] == 5


def test_some_say_too_little_to_be_scored(quarter):
    bare = sum("greeting" not in draft.values for draft in quarter)
    assert 0.09 < bare / 8_000 < 0.15


def test_a_repeat_comes_days_later_in_the_same_shop_about_the_same_thing(quarter):
    repeats = [draft for draft in quarter if draft.repeat_of]
    assert 200 < len(repeats) < 600
    for again in repeats:
        assert again.case is again.repeat_of.case
        assert again.slot.shop is again.repeat_of.slot.shop
        assert timedelta(days=1) < again.slot.at - again.repeat_of.slot.at < timedelta(days=9)
    assert len({id(again.repeat_of) for again in repeats}) == len(repeats)


def test_promises_are_kept_mostly_and_late_forgotten_or_open_sometimes(quarter):
    kinds = Counter(_kind(draft.promise) for draft in quarter if draft.promise)
    assert kinds["in time"] > 8 * kinds["late"] > 100
    assert 3 <= kinds["overdue"] <= 25
    assert 8 <= kinds["open"] <= 45


def _kind(promise) -> str:
    if promise.kept_at:
        return "late" if promise.kept_at > promise.due_at else "in time"
    return "overdue" if promise.due_at < NOW else "open"


def test_bens_greetings_became_a_script(quarter):
    worn = {line.strip("!?. ") for line in WORN._lines}
    greeted = [draft for draft in quarter if draft.slot.colleague is BEN and draft.values.get("greeting")]
    scripted = [draft.values["greeting"].strip("!?. ") in worn for draft in greeted]
    lately = [worn for draft, worn in zip(greeted, scripted, strict=True) if draft.slot.weeks_ago < 5]
    assert sum(scripted) == sum(lately)
    assert sum(lately) / len(lately) > 0.5


def test_mill_lane_reads_a_card_out_on_the_phone_and_nobody_else_does(quarter):
    read_out = [draft for draft in quarter if "you shopped with us" in str(draft.values.get("greeting"))]
    assert {(draft.slot.shop, draft.case.channel) for draft in read_out} == {(MILL, "ear")}
    assert len({draft.slot.colleague.email for draft in read_out}) >= 5
    assert len(read_out) > 100


def test_harbour_street_improves_and_closes_more_warmly_of_late():
    then, before, now = (mood_of(_slot(ADA, HARBOUR, weeks), "face") for weeks in (12, 5, 1))
    assert then.greeting < before.greeting < now.greeting
    assert now.closing - before.closing > 2 * (before.closing - then.closing) / 7 * 4


def test_mill_lane_is_weaker_on_the_phone():
    slot = _slot(BEN, MILL, 3)
    assert mood_of(slot, "ear").empathy < mood_of(slot, "face").empathy - 0.2


def test_one_shop_takes_far_fewer_returns_without_a_receipt(quarter):
    given = {shop: _share_given(quarter, shop) for shop in (HARBOUR, MILL, STATION)}
    assert given[STATION] < 0.4
    assert given[HARBOUR] > 0.75
    assert given[MILL] > 0.75


def _share_given(quarter: list[Draft], shop) -> float:
    said = [
        draft.values["concession"]
        for draft in quarter
        if draft.slot.shop is shop and draft.case.situation is NO_RECEIPT and draft.values.get("concession")
    ]
    return sum(concession in ("own_judgement", "approved") for concession in said) / len(said)


def test_a_page_of_fifty_hardly_repeats_itself(quarter):
    """Of what is said at length; a short "No problem" may come again."""
    for first in range(0, 8_000, 1_000):
        page = [
            draft.values.get(field, "") for draft in quarter[first : first + 50] for field in ("empathy", "resolution")
        ]
        long = [text for text in page if len(text) > 60]
        assert len(set(long)) >= len(long) - 1
