"""Every signal by its public label: the name that labelled text and `evaluate_practices` know it by.

These are the functions that practices are built from, so whoever measures them measures what scoring uses. Where a
practice reads a field that says where the words stand, its label also asks whether an encounter opens or ends here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from coaching.engine.signals.anything_else import anything_else
from coaching.engine.signals.apology import apology
from coaching.engine.signals.attention import attention
from coaching.engine.signals.blame import blame
from coaching.engine.signals.check_details import check_details
from coaching.engine.signals.closing import closing
from coaching.engine.signals.confirm_done import confirm_done
from coaching.engine.signals.emotional_reaction import emotional_reaction
from coaching.engine.signals.exploration import exploration
from coaching.engine.signals.extras import extras
from coaching.engine.signals.gratitude import gratitude
from coaching.engine.signals.greeting import greeting
from coaching.engine.signals.handoff import specialist_team
from coaching.engine.signals.hold import hold
from coaching.engine.signals.interpretation import interpretation
from coaching.engine.signals.names import name_in
from coaching.engine.signals.offer import offer
from coaching.engine.signals.opening import personal_greeting, scripted_greeting
from coaching.engine.signals.ownership import ownership
from coaching.engine.signals.ownership_any import ownership_any
from coaching.engine.signals.parting import warm_close
from coaching.engine.signals.robot_talk import robot_talk
from coaching.engine.signals.rulebook import rulebook
from coaching.engine.signals.told_ahead import told_ahead
from coaching.engine.text import Spans

TextDetector = Callable[[str], Spans]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of staff, with what is known around them: what the customer said before, and their name."""

    text: str
    context: str = ""
    customer_name: str = ""


Detector = Callable[[Said], Spans]


@dataclass(frozen=True, slots=True)
class Signal:
    """One label, the practices it feeds, and its detector."""

    label: str
    practices: tuple[str, ...]
    detect: Detector


@dataclass(frozen=True, slots=True)
class OfText:
    """A detector that looks at nothing but the words."""

    detect: TextDetector

    def __call__(self, said: Said) -> Spans:
        return self.detect(said.text)


def _text(label: str, detect: TextDetector, *practices: str) -> Signal:
    """A signal that needs the words alone."""
    return Signal(label, practices, OfText(detect))


def _said(label: str, detect: Detector, *practices: str) -> Signal:
    """A signal that also needs what is known around the words."""
    return Signal(label, practices, detect)


_SIGNALS = (
    _text("greeting", greeting, "personal_greeting"),
    _text("apology", apology, "customers_shoes"),
    _text("gratitude", gratitude, "warm_close"),
    _text("hold_notice", hold, "ownership", "presence"),
    _text("offer_help", offer, "ownership", "understanding"),
    _text("ownership", ownership, "ownership"),
    _text("ownership_any", ownership_any, "ownership"),
    _text("ownership_handoff", specialist_team, "ownership"),
    _text("closing", closing, "warm_close"),
    _text("confirm_done", confirm_done, "confirmation"),
    _text("anything_else", anything_else, "confirmation"),
    _text("check_details", check_details, "understanding"),
    _text("exploration", exploration, "understanding", "personal_greeting"),
    _text("interpretation", interpretation, "customers_shoes"),
    _text("emotional_reaction", emotional_reaction, "customers_shoes"),
    _said("name_use", lambda said: name_in(said.text, said.customer_name), "recognition", "personal_greeting"),
    _said(
        "personal_greeting",
        lambda said: personal_greeting(said.text, said.customer_name, said.context),
        "personal_greeting",
    ),
    _said(
        "scripted_greeting",
        lambda said: scripted_greeting(said.text, said.customer_name, said.context),
        "personal_greeting",
    ),
    _said("warm_close", lambda said: warm_close(said.text, said.context), "warm_close"),
    _text("blame", blame, "real"),
    _text("robot_talk", robot_talk, "presence", "warm_close"),
    _text("rulebook", rulebook, "real"),
    _text("presence", attention, "presence"),
    _text("proactive", told_ahead, "proactive"),
    _text("generosity", extras, "generosity"),
)

SIGNALS = MappingProxyType({signal.label: signal for signal in _SIGNALS})


def labels_of(practice: str) -> tuple[str, ...]:
    """The labels that feed a practice, in the registry's order."""
    return tuple(signal.label for signal in _SIGNALS if practice in signal.practices)
