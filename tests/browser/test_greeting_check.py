"""What static/js/greeting-check.js tells about a greeting is what the server tells, in the same words and markup."""

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from coaching.guidelines.readable import rules_for, sides_of
from coaching.guidelines.rules import rules_in_force
from microconnect.people.models import User
from tests.factories import GuidelineFactory, publish_draft

SignIn = Callable[[User], None]

GREETINGS = [
    "What can I get you lot? You LOT, you People!",
    "Oi, my love, you lot, whatever",
    "you lot, You lot, YOU lot, yOu lot, you lot",
    "<b>my</b> love, my love",
    "𝐀😘 you lot",
    "Good morning",
    "Good morning, lovely day out there",
    "Good morning, e\u0301 Ada here",
    "  \n ",
    "",
]

_CHECK = """async ([greeting, where]) => {
  const { checkHere } = await import("/static/js/greeting-check.js");
  const rules = await (await fetch("/guidelines/rules/")).json();
  const textarea = document.querySelector("[name=greeting]");
  const output = document.getElementById("greeting-check");
  textarea.value = greeting;
  checkHere(textarea, output, rules, where);
  return output.innerHTML;
}"""
_RULES = "async () => (await (await fetch('/guidelines/rules/')).json()).rules"
_PUT_IN = "html => document.body.insertAdjacentHTML('beforeend', html)"
_FILL = """async (values) => {
  const { filled } = await import("/static/js/filling.js");
  const list = document.createElement("ul");
  list.append(filled(document.getElementById("readable"), values));
  return list.innerHTML;
}"""


@pytest.fixture
def guidelines(transactional_db: None) -> None:
    GuidelineFactory(title="You lot", phrases="you lot\nyou people", suggestion="“the four of you” <3")
    for strength, phrase in (("avoid", "my love"), ("never", "oi"), ("avoid", "whatever")):
        GuidelineFactory(title=phrase, strength=strength, phrases=phrase, reason=f"No <i>{phrase}</i>.")
    GuidelineFactory(
        title="Own name", strength="required", phrases="ada here", channels=["ear"], reason="A name helps."
    )
    GuidelineFactory(title="Hello", strength="required", phrases="hello", channels=["ear"], suggestion="“Hello.”")
    GuidelineFactory(title="Weather", strength="encouraged", phrases="lovely day out", reason="Weather is shared.")
    publish_draft()


@pytest.fixture
def log_page(page: Page, sign_in: SignIn, ada: User, guidelines: None) -> Page:
    sign_in(ada)
    page.goto("/log/")
    page.evaluate(_PUT_IN, render_to_string("coaching/guidelines/_hint_templates.html"))
    return page


def test_the_device_says_what_the_server_says(log_page: Page, as_user: Callable[[User], Client], ada: User) -> None:
    client = as_user(ada)
    for greeting, channel in product(GREETINGS, ["face", "ear"]):
        answer = client.post(reverse("guidelines:check"), {"greeting": greeting, "channel": channel})
        where = {"team": "", "channel": channel, "day": timezone.localdate().isoformat()}
        assert _plain(log_page.evaluate(_CHECK, [greeting, where])) == _plain(answer.text)


def test_a_hint_made_on_the_device_is_accessible(log_page: Page, assert_accessible: Callable[[], None]) -> None:
    where = {"team": "", "channel": "ear", "day": timezone.localdate().isoformat()}
    for greeting in ("Hi you lot", "Lovely day out"):
        log_page.evaluate(_CHECK, [greeting, where])
        assert_accessible()


def test_a_rule_filled_in_on_the_device_reads_as_on_the_page(
    page: Page, sign_in: SignIn, ada: User, guidelines: None
) -> None:
    sign_in(ada)
    page.goto("/guidelines/")
    rules = rules_for(ada, rules_in_force(), timezone.localdate())
    shown = [(side, rule) for side in sides_of(rules) for rule in side.rules]
    sent: dict[str, Any] = {rule["id"]: rule for rule in page.evaluate(_RULES)}
    for nth, (side, rule) in enumerate(shown):
        blank = render_to_string("coaching/guidelines/_readable.html", {"side": {"bounds": side.bounds}, "blank": True})
        page.evaluate("document.getElementById('readable')?.remove()")
        page.evaluate(_PUT_IN, f'<template id="readable">{blank}</template>')
        there = page.evaluate(_FILL, sent[rule.guideline.id])
        assert _plain(there) == _plain(page.locator(".readable").nth(nth).evaluate("li => li.outerHTML"))


def _plain(html: str) -> str:
    """Markup without the space between its lines, with one spelling of apostrophes and empty tags."""
    html = re.sub(r"<use ([^>]*?) ?/>", r"<use \1></use>", html.replace("&#x27;", "'"))
    return re.sub(r" ?(<[^>]*>) ?", r"\1", re.sub(r"\s+", " ", html)).strip()
