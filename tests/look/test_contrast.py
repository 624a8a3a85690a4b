"""The tokens can be read by everybody: WCAG 2.2 AA, in the light and in the dark."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TEXT, CONTROL = 4.5, 3.0
GROUNDS = ("paper", "card", "sunk")
SOFT = ("act-soft", "well-soft", "try-soft")

PAIRS = [
    *[(text, ground, TEXT) for text in ("ink", "ink-2", "ink-3", "act", "well", "try", "danger") for ground in GROUNDS],
    *[(text, ground, TEXT) for text in ("ink", "ink-2", "act") for ground in SOFT],
    *[(tone, f"{tone}-soft", TEXT) for tone in ("well", "try")],
    *[(f"on-{ground}", ground, TEXT) for ground in ("act", "well", "danger", "heat-3", "heat-4")],
    *[("on-act", "act-strong", TEXT), ("ink", "heat-1", TEXT), ("ink", "heat-2", TEXT)],
    *[(line, ground, CONTROL) for line in ("edge", "focus") for ground in (*GROUNDS, "well-soft", "try-soft")],
]


def _css() -> str:
    return (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text(encoding="utf-8")


def _tokens(theme: str) -> dict[str, str]:
    found = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", _css())
    return {name: light if theme == "light" else dark for name, light, dark in found}


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_front_stands_out_from_its_ground(theme: str, front: str, ground: str, least: float) -> None:
    tokens = _tokens(theme)
    assert _contrast(tokens[front], tokens[ground]) >= least


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)


def test_old_browsers_get_the_light_values() -> None:
    fallback = _css().split("@supports not", 1)[1]
    said = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6,8});", fallback))
    declared = dict(re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6,8}),", _css()))
    assert said == declared
