"""How long a person needs: the keystroke-level model, counted while a test really taps and types.

M, a decision, is Card, Moran and Newell's (The Psychology of Human-Computer Interaction, 1983); pointing with a finger and
tapping are Lee et al.'s (Fingerstroke time estimates for touchscreen-based mobile gaming interaction, 2015); a sign
typed on a phone follows from 36.2 words a minute (Palin et al., How do People Type on Mobile Devices?, 2019), a sign
dictated from 153 (Ruan et al., Comparing Speech and Keyboard Text Entry, 2016); a word is five signs.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

DECIDE, POINT, TAP = 1.35, 0.43, 0.31  # seconds
TYPE, DICTATE = 60 / (36.2 * 5), 60 / (153 * 5)  # seconds a sign
SMALLEST_TARGET = 44  # CSS pixels


@dataclass(slots=True)
class Thumb:
    """One thumb on one page. It reaches only what is on the screen, and notes what it did."""

    page: Page
    taps: int = 0
    seconds: float = 0
    log: list[str] = field(default_factory=list)

    def decide(self) -> None:
        self._spend(DECIDE, "M")

    def tap(self, target: Locator) -> None:
        """Tap what is on the screen as it stands; a target that is small, covered or off the screen fails."""
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST_TARGET, f"{target} is {box}"
        screen = self.page.viewport_size
        assert screen is not None
        assert box["y"] >= 0, f"{target} is above the screen"
        assert box["y"] + box["height"] <= screen["height"], f"{target} is below the screen"
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.click(x, y)
        self.taps += 1
        self._spend(POINT + TAP, "T")

    def say(self, words: str, *, dictated: bool) -> None:
        self.page.keyboard.insert_text(words)
        self._spend(len(words) * (DICTATE if dictated else TYPE), f"{'D' if dictated else 'K'}x{len(words)}")

    def _spend(self, seconds: float, what: str) -> None:
        self.seconds += seconds
        self.log.append(what)
