"""What somebody wrote down about one encounter: as good as they were just then, as much as they felt like writing."""

from dataclasses import dataclass, field
from random import Random

from coaching.demo.calendar import Slot
from coaching.demo.case import Case, words_at
from coaching.demo.grammar import Lines, Recent
from coaching.demo.phrases import anywhere, calls, chats, greetings
from coaching.demo.stories import Mood, has_a_card, is_worn
from interactions.models import Channel, Confirmed, PersonalTouch

GOOD, SO_SO, POOR = "good", "so-so", "poor"

_OWN: dict[str, Lines] = {Channel.FACE: greetings.OWN, Channel.EAR: calls.OWN, Channel.CLICK: chats.OWN}
_FRIENDLY: dict[str, Lines] = {
    Channel.FACE: greetings.FRIENDLY,
    Channel.EAR: calls.FRIENDLY,
    Channel.CLICK: chats.FRIENDLY,
}
_FLAT: dict[str, Lines] = {Channel.FACE: greetings.FLAT, Channel.EAR: calls.NAMELESS, Channel.CLICK: chats.FLAT}
_SCRIPT: dict[str, Lines] = {Channel.FACE: greetings.SCRIPT, Channel.EAR: calls.SCRIPT, Channel.CLICK: chats.SCRIPT}
_OUT: dict[str, Lines] = {
    Channel.FACE: greetings.OUT_OF_BOUNDS,
    Channel.EAR: calls.OUT_OF_BOUNDS,
    Channel.CLICK: chats.OUT_OF_BOUNDS,
}


@dataclass(slots=True)
class Words:
    """The four texts, what was ticked beside them, and how well it went in each phase."""

    greeting: str = ""
    empathy: str = ""
    resolution: str = ""
    closing: str = ""
    touches: list[str] = field(default_factory=list)
    confirmed: list[str] = field(default_factory=list)
    how: dict[str, str] = field(default_factory=dict)
    declined: bool = False


class Pen:
    """Writes for everybody, and remembers which lines it used last."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._recent = Recent()
        self._slots: dict[str, str] = {}

    def turn_to(self, slot: Slot, case: Case) -> None:
        """From now on write about this case."""
        self._slots = words_at(self._rng, case, slot)

    def write(self, slot: Slot, case: Case, mood: Mood, *, declined: bool) -> Words:
        """All words about one encounter."""
        rng = self._rng
        phases = ("greeting", "empathy", "resolution", "closing")
        words = Words(how={phase: self._level(getattr(mood, phase)) for phase in phases}, declined=declined)
        for phase in self._written(slot.colleague.writes):
            text = getattr(self, f"_{phase}")(slot, case, words)
            setattr(words, phase, slot.colleague.voice.typed(rng, text))
        self._tick(words)
        return words

    def line(self, lines: Lines | None) -> str:
        """One line for the case just written about."""
        return lines.draw(self._rng, self._slots, self._recent) if lines else ""

    def _level(self, skill: float) -> str:
        drawn = self._rng.random()
        good = min(0.95, max(0.04, skill))
        if drawn < good:
            return GOOD
        return SO_SO if drawn < good + (1 - good) * 0.62 else POOR

    def _written(self, writes: float) -> list[str]:
        """Which phases they write down: often only the greeting, sometimes all four, now and then none."""
        chances = {"greeting": 0.9, "empathy": writes, "resolution": writes + 0.05, "closing": writes - 0.12}
        return [phase for phase, chance in chances.items() if self._rng.random() < chance]

    def _greeting(self, slot: Slot, case: Case, words: Words) -> str:
        if is_worn(slot) and case.channel != Channel.EAR and self._rng.random() < 0.9:
            words.how["greeting"] = POOR
            return self.line(greetings.WORN)
        if has_a_card(slot, case.channel) and self._rng.random() < 0.6:
            words.how["greeting"] = POOR
            return self.line(calls.CARD)
        if words.how["greeting"] == GOOD:
            return self.line(_OWN[case.channel]) or self.line(_FRIENDLY[case.channel])
        if words.how["greeting"] == SO_SO:
            return self.line(_FRIENDLY[case.channel])
        worst = self._rng.random()
        lines = _OUT if worst < 0.1 else _SCRIPT if worst < 0.3 else _FLAT
        return self.line(lines[case.channel])

    def _empathy(self, slot: Slot, case: Case, words: Words) -> str:
        says, how = case.situation, words.how["empathy"]
        if how == GOOD:
            return self._joined((says.feel, 0.86), (says.ask, 0.6))
        if how == SO_SO:
            return self._joined((anywhere.FORMULA, 0.8), (says.ask, 0.3))
        return self.line(anywhere.FILLER)

    def _resolution(self, slot: Slot, case: Case, words: Words) -> str:
        says, how = case.situation, words.how["resolution"]
        if words.declined and says.decline:
            return self.line(says.decline if how == GOOD else says.rulebook)
        if how == GOOD:
            return self._joined((says.solve, 1), (anywhere.EXTRA, 0.16), (anywhere.AHEAD, 0.1))
        if how == SO_SO:
            return self._joined((says.ask, 0.1), (says.plain, 1))
        return self.line(says.rulebook if self._rng.random() < 0.55 else says.handoff)

    def _closing(self, slot: Slot, case: Case, words: Words) -> str:
        how = words.how["closing"]
        if how == GOOD and words.declined:
            return self.line(anywhere.SORRY_CLOSE)
        if how == GOOD:
            return self._joined((anywhere.FACTS, 0.4), (case.situation.close, 1))
        if how == SO_SO:
            return self._joined((anywhere.FACTS_FLAT, 0.35), (anywhere.KIND_CLOSE, 1))
        return self.line(anywhere.STOCK_CLOSE)

    def _joined(self, *parts: tuple[Lines, float]) -> str:
        """One line of each, where its chance comes up; the first one if none did."""
        said = [self.line(lines) for lines, chance in parts if self._rng.random() < chance]
        said = [line if line.endswith((".", "!", "?")) else f"{line}." for line in said if line]
        return " ".join(said) or self.line(parts[0][0])

    def _tick(self, words: Words) -> None:
        """What they tap instead of writing it, or on top of it."""
        rng, how = self._rng, words.how
        chances = {
            PersonalTouch.USED_NAME: 0.25 if "name" in self._slots else 0,
            PersonalTouch.RECALLED_VISIT: 0.4 if "look_back" in self._slots else 0,
            PersonalTouch.NAMED_FEELING: 0.18 if how["empathy"] == GOOD else 0.04,
            PersonalTouch.ASKED_FIRST: 0.22 if how["empathy"] != POOR else 0.05,
            PersonalTouch.GAVE_CHOICE: 0.16 if how["resolution"] == GOOD else 0.03,
            PersonalTouch.NOTICED_DETAIL: 0.12 if how["greeting"] == GOOD else 0.02,
            PersonalTouch.SMALL_EXTRA: 0.08 if how["resolution"] == GOOD else 0.01,
            PersonalTouch.TOLD_AHEAD: 0.05 if how["resolution"] == GOOD else 0.01,
        }
        words.touches = [str(touch) for touch, chance in chances.items() if rng.random() < chance]
        told = 0.4 if how["closing"] == GOOD else 0.15
        words.confirmed = [str(fact) for fact in Confirmed if rng.random() < told]
