"""The device's check of a greeting, static/js/bounds.js, says exactly what the engine says."""

import json
import random
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from coaching.engine.guidelines import Guideline, GuidelineMatch, compiled, verdict
from coaching.guidelines.device import READING
from coaching.guidelines.rules import rules_in_force
from interactions.models import Channel
from microconnect.people.models import User
from microconnect.text import normalise
from tests.factories import GuidelineFactory, MembershipFactory, publish_draft

pytestmark = pytest.mark.either_database

CASES = 3000
LEAST_MATCHED = 0.3
_BATCH = 30
STRENGTHS = {"required": "in", "encouraged": "in", "avoid": "out", "never": "out"}

MATCHES = ("phrase", "words", "near", "pattern")

_BLANK = "/static/js/bounds.js"  # the live server's, without a page of ours around it
_JUDGE_ALL = """async ({ cases, reading }) => {
  const { normalise, verdict } = await import("/static/js/bounds.js");
  const said = (matches) => matches.map(({ guideline, spans }) => [guideline.id, spans]);
  return JSON.stringify(JSON.parse(cases).map(([typed, guidelines]) => {
    const text = normalise(typed);
    const { outOfBounds, met, missing } = verdict(text, guidelines, reading);
    return [text, said(outOfBounds), said(met), missing.map(({ id }) => id)];
  }));
}"""

# What reads differently from language to language, from one kind of text to another, or takes two UTF-16 units.
_WORDS = (
    "people poeple peple form from went want apologising apolgisign Grüße grüsse "
    "ada Ada HERE you lot people it's it’s its don't o'clock rock'n'roll check-in x_y _ 12 3rd ① Ⅻ ² ﬁne ﬂ ß ẞ "
    "İstanbul I ı i\u0307 ΛΟΓΟΣ λόγος Σ ΣΑΣ ΑΣ' ς ΣΑ\u0301Σ éa e\u0301a Å \u212b \u212a Ω ʼn ǅ "
    "नमस्ते जी שָׁלוֹם سَلام สวัสดี ครับ OKครับ 您好 先生 𠮷野 こんにちは が か\u3099 カフェ 안녕 각 "
    "😘 👩‍👧 ❤️ 🇬🇧 ☎ ← 𝐀da 𐐀da 𐐨 𝔘 𝟙 🄰 e\u20dd constructor __proto__ '' ' ’ ` «oi» “oi” … 。 — ！"
).split()
_ODD = ["\x00", "\ud83d", "\udc4b", "\u200d", "\ufe0f", "\u00ad", "\u0301", "\u2028", "\x85", "\ufeff", "\x1f"]
_BETWEEN = ["", " ", " ", " ", "  ", ", ", "-", "! ", "'", "’", "\n", "\r\n", "\r", "\u00a0", "\u3000", "…"]
_CHANGES: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.lower,
    str.title,
    str.swapcase,
    lambda text: text.replace("'", "’"),
    lambda text: text.replace("’", "").replace("'", ""),
    lambda text: f"“{text}!”",
    lambda text: text.replace(" ", ", "),
    lambda text: unicodedata.normalize("NFD", text),
]
# A browser may know newer letters than this Python; what neither can be blamed for is left out.
_characters = st.characters(exclude_categories=["Cn"])
_pieces = st.one_of(
    st.sampled_from(_WORDS), st.sampled_from(_WORDS), st.sampled_from(_ODD), st.text(_characters, max_size=4)
)


@st.composite
def _guidelines(draw: st.DrawFn, pieces: list[str], number: int) -> Guideline:
    match = draw(st.sampled_from(MATCHES))
    phrases = [draw(_LINES[match](pieces)) for _ in range(draw(st.integers(1, 3)))]
    strength = draw(st.sampled_from(sorted(STRENGTHS)))
    return Guideline(str(number), STRENGTHS[strength], strength, match, tuple(map(normalise, phrases)))


@st.composite
def _phrases(draw: st.DrawFn, pieces: list[str]) -> str:
    """Words of the greeting, typed another way, or any."""
    first = draw(st.integers(0, len(pieces) - 1))
    cut = pieces[first : first + draw(st.integers(1, 3))] if draw(st.integers(0, 3)) else draw(st.lists(_pieces))
    return draw(st.sampled_from(_CHANGES))(draw(st.sampled_from([" ", " ", "", "-"])).join(cut))


@st.composite
def _near_phrases(draw: st.DrawFn, pieces: list[str]) -> str:
    """Words of the greeting with slips in them, and now and then one of them left out."""
    first = draw(st.integers(0, len(pieces) - 1))
    words = [draw(_slipped(piece)) for piece in pieces[first : first + 4]]
    if len(words) > 2 and draw(st.booleans()):
        words.pop(1)
    return draw(st.sampled_from(_CHANGES))(" ".join(words))


@st.composite
def _slipped(draw: st.DrawFn, word: str) -> str:
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2]))):
        at = draw(st.integers(0, len(word)))
        before, after = word[:at], word[at:]
        ways = [before + after[1:], f"{before}e{after}", f"{before}{after[1:2]}{after[:1]}{after[2:]}"]
        word = draw(st.sampled_from([*ways, f"{before}o{after[1:]}"]))
    return word


@st.composite
def _patterns(draw: st.DrawFn, pieces: list[str]) -> str:
    """Words of the greeting, with signs between and around them."""
    first = draw(st.integers(0, len(pieces) - 1))
    words = [draw(st.sampled_from(_SIGNED))(piece) for piece in pieces[first : first + draw(st.integers(1, 5))]]
    return draw(st.sampled_from([" ", " ", " ... ", " * ", " ada? ", "|"])).join([pieces[first], *words[1:]])


_SIGNED: list[Callable[[str], str]] = [
    str,
    str,
    lambda word: f"({word}|you lot)",
    lambda word: f"(you|({word}|lot) *?)",
    lambda word: f"{word}?",
    lambda word: f"{word[:3]}*",
    lambda word: f"{word} ...",
    lambda word: "#" if word[:1].isdecimal() else "*",
    lambda word: f"x? {word}",
]
_LINES = {"phrase": _phrases, "words": _phrases, "near": _near_phrases, "pattern": _patterns}


@st.composite
def _cases(draw: st.DrawFn) -> tuple[str, list[Guideline]]:
    pieces = draw(st.lists(_pieces, min_size=1, max_size=9))
    text = _as_typed("".join(piece + draw(st.sampled_from(_BETWEEN)) for piece in pieces))
    return text, [draw(_guidelines(pieces, number)) for number in range(draw(st.integers(1, 4)))]


def generated() -> list[tuple[str, list[Guideline]]]:
    """The same cases in each run."""
    cases: list[tuple[str, list[Guideline]]] = []

    @settings(
        max_examples=CASES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(_cases())
    def gather(case: tuple[str, list[Guideline]]) -> None:
        cases.append(case)

    gather()
    return cases


def in_the_browser(page: Page, cases: list[tuple[str, list[Guideline]]]) -> Any:
    # As JSON, in which lone surrogates travel, and quicker by far than Playwright's own way.
    as_json = json.dumps([(text, [_as_json(rule) for rule in guidelines]) for text, guidelines in cases])
    page.goto(_BLANK)
    return json.loads(page.evaluate(_JUDGE_ALL, {"cases": as_json, "reading": READING}))


def in_python(typed: str, guidelines: list[Guideline]) -> list[Any]:
    text = normalise(typed)
    found = verdict(text, guidelines)
    return [
        text,
        [_said(text, match) for match in found.out_of_bounds],
        [_said(text, match) for match in found.met],
        [rule.id for rule in found.missing],
    ]


def test_generated_greetings_are_judged_alike(page: Page) -> None:
    cases = generated()
    here = [in_python(*case) for case in cases]
    there = in_the_browser(page, cases)

    assert len(cases) > CASES * 0.9
    for match in MATCHES:
        held = [
            (rule.id, said) for case, said in zip(cases, here, strict=True) for rule in case[1] if rule.match == match
        ]
        matched = [rule_id for rule_id, (_, out, met, _) in held if rule_id in {each for each, _ in (*out, *met)}]
        assert len(matched) >= LEAST_MATCHED * len(held), match
    assert [(case, a, b) for case, a, b in zip(cases, here, there, strict=True) if a != b][:3] == []


def test_the_same_slips_are_forgiven(page: Page) -> None:
    """Every word of four letters in any order, and all that become of longer ones by one, two and three changes."""
    rng = random.Random(1)
    typed = ["".join(letters) for letters in permutations("stop")]
    words = ("stop", "people", "customers", "straße", "𐐨𐐨ab")
    for word in (*words, "4ever"):
        typed += [_mistyped(word, number % 3 + 1, rng) for number in range(400)]
    rules = [
        Guideline(word, "out", "never", "near", (word,)) for word in ("stop", "people", "customers", "straße", "4ever")
    ]
    case = (" ".join(typed), rules)

    here = in_python(*case)
    assert in_the_browser(page, [case]) == [here]
    assert [len(spans) > 30 for _, spans in here[1]] == [True] * 5


def _mistyped(word: str, times: int, rng: random.Random) -> str:
    for _ in range(times):
        at = rng.randrange(len(word) + 1)
        before, after = word[:at], word[at:]
        swapped = f"{after[1:2]}{after[:1]}{after[2:]}"
        word = before + rng.choice([after[1:], f"e{after}", f"o{after[1:]}", swapped, after[::-1]])
    return word


def test_every_character_stands_in_a_word_alike(page: Page) -> None:
    """Alone, after a letter, before one and twice: which of these are words, and where they end."""
    assigned = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in {"Cn", "Co", "Cs"}]
    batches = [assigned[start : start + _BATCH] for start in range(0, len(assigned), _BATCH)]
    cases = [(" ".join(f"a{s} {s}b c{s}d {s.upper()}" for s in batch), [_any_word(batch)]) for batch in batches]
    here = [in_python(*case) for case in cases]
    there = in_the_browser(page, cases)
    assert [(a, b) for a, b in zip(here, there, strict=True) if a != b][:1] == []


def test_the_same_rules_hold_for_a_team_a_channel_and_a_day(
    page: Page, sign_in: Callable[[User], None], ada: User, harbour: Any, mill: Any
) -> None:
    MembershipFactory(user=ada, team=mill)
    today = date.today()  # noqa: DTZ011 - any day will do
    for teams in ([], [harbour], [harbour, mill]):
        for channels in ([], [Channel.EAR], [Channel.EAR, Channel.FACE]):
            for first, last in ((None, None), (today, today), (today + timedelta(days=1), None)):
                GuidelineFactory(channels=channels, active_from=first, active_until=last).teams.set(teams)
    publish_draft()
    asked = [
        (team, channel, day)
        for team in (harbour, mill)
        for channel in Channel.values
        for day in (today - timedelta(days=1), today, today + timedelta(days=1))
    ]
    sign_in(ada)
    page.goto(_BLANK)
    there = page.evaluate(
        """async (asked) => {
          const { holding } = await import("/static/js/bounds.js");
          const rules = await (await fetch("/guidelines/rules/")).json();
          const ids = ([team, channel, day]) => holding(rules, { team, channel, day }).map(({ id }) => id);
          return [asked.map(ids), ids(["", "face", asked[1][2]]), ids(["harbour-street", "face", asked[1][2]])];
        }""",
        [(team.slug, channel, day.isoformat()) for team, channel, day in asked],
    )
    in_force = rules_in_force()
    here = [
        [rule.id for rule in in_force.for_greeting(team.pk, channel, day).guidelines] for team, channel, day in asked
    ]
    assert there[0] == here
    assert there[1] == there[2], "The log screen of somebody in one team names none."


@pytest.mark.parametrize("unit", ["you lot ", "people poeple ", "a", "a'", "您", "😘"])
def test_four_times_the_greeting_takes_about_four_times_as_long(page: Page, unit: str) -> None:
    """20,000 characters against 5,000, and 50 guidelines: 4 is linear, 16 would be quadratic.

    The least of a few ratios counts: a busy machine spoils one, what is quadratic spoils them all.
    """
    phrases = [(unit * 40)[:40], f"{unit} x", "you lot", "a a a a a b", "您 您 x"]
    guidelines = [_as_json(Guideline(str(n), "out", "never", MATCHES[n % 4], tuple(phrases))) for n in range(50)]
    page.goto(_BLANK)
    ratio = page.evaluate(
        """async ({ unit, guidelines, reading }) => {
          const { verdict } = await import("/static/js/bounds.js");
          const least = (length) => {
            const text = unit.repeat(length).slice(0, length);
            const times = Array.from({ length: 3 }, () => {
              const begun = performance.now();
              verdict(text, guidelines, reading);
              return performance.now() - begun;
            });
            return Math.min(...times);
          };
          least(5_000);
          const ratios = Array.from({ length: 3 }, () => least(20_000) / Math.max(least(5_000), 1));
          return Math.min(...ratios);
        }""",
        {"unit": unit, "guidelines": guidelines, "reading": READING},
    )
    assert ratio < 9


def _as_typed(text: str) -> str:
    """Halves of a letter that stand beside each other are that letter, as in a browser."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _any_word(signs: list[str]) -> Guideline:
    forms = [form for sign in signs for form in ("a", "b", "c", "d", sign, f"a{sign}", f"{sign}b", f"c{sign}d")]
    return Guideline("0", "in", "required", "phrase", tuple(dict.fromkeys(forms)))


def _said(text: str, match: GuidelineMatch) -> list[Any]:
    return [match.guideline.id, [[_units(text[:start]), _units(text[:end])] for start, end in match.spans]]


def _units(text: str) -> int:
    """How long the browser finds a text: letters beyond the first 65,536 are two."""
    return len(text.encode("utf-16-le")) // 2


def _as_json(rule: Guideline) -> dict[str, Any]:
    values = {name: getattr(rule, name) for name in ("id", "bounds", "strength", "match")}
    return values | {"compiled": compiled(rule)}
