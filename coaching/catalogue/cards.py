"""Each practice with its examples, in the reader's language, phase by phase."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.encounters.marking import Segment
from coaching.engine.finding import CLAIMED, SHOWN
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import Scorecard
from interactions.models import Channel

EXAMPLES_SHOWN = 3
_MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ExampleCard:
    """A line people might log, cut where its evidence stands; `score` is "" where it shows nothing."""

    segments: list[Segment]
    score: str = ""


@dataclass(frozen=True, slots=True)
class ChannelWeight:
    """What a practice weighs in a channel where it is another weight than everywhere else."""

    channel: str
    weight: int


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A practice explained: `whole` show it, `partly` go half way or pass it by, `misses` only look close.
    `elsewhere` are the channels that weigh it differently.
    """

    key: str
    name: str
    what: str
    why: str
    how_scored: str
    try_saying: str
    source: str
    weight: int
    is_bonus: bool
    is_critical: bool
    elsewhere: list[ChannelWeight]
    whole: list[ExampleCard]
    partly: list[ExampleCard]
    misses: list[ExampleCard]


@dataclass(frozen=True, slots=True)
class PhaseCard:
    key: str
    name: str
    about: str
    practices: list[PracticeCard]


@dataclass(frozen=True, slots=True)
class TimeTarget:
    """A channel's targets as minutes and seconds."""

    channel: str
    wait: str
    handling: str


def time_targets(scorecard: Scorecard) -> list[TimeTarget]:
    """What "Value their time" compares with, channel by channel."""
    return [
        TimeTarget(str(channel.label), _minutes(targets.wait_seconds), _minutes(targets.handling_seconds))
        for channel in Channel
        for targets in [scorecard.targets(channel)]
    ]


def phases(scorecard: Scorecard) -> list[PhaseCard]:
    """The four phases in the order a person lives them, with the weights of this scorecard."""
    return [
        PhaseCard(
            phase.value,
            name,
            about,
            [_card(practice, scorecard) for practice in PRACTICES if practice.phase == phase],
        )
        for phase, (name, about) in named_phases().items()
    ]


def named_phases() -> dict[Phase, tuple[str, str]]:
    """Each phase's name and what it is about, in the order a person lives them."""
    return {
        Phase.GREETING: (_("Greeting"), _("The first seconds: arrive, then meet this person.")),
        Phase.EMPATHY: (_("Empathy"), _("Before any answer: be there, and see it from their side.")),
        Phase.RESOLUTION: (_("Resolution"), _("What you did about it, and how it fitted them.")),
        Phase.FOLLOW_THROUGH: (_("Follow-through"), _("What holds after they have gone.")),
    }


def _card(practice: Practice, scorecard: Scorecard) -> PracticeCard:
    return PracticeCard(
        key=practice.key,
        name=_(practice.name),
        what=_(practice.what),
        why=_(practice.why),
        how_scored=_(practice.how_scored),
        try_saying=_(practice.try_saying),
        source=practice.source,
        weight=scorecard.weight(practice.key),
        is_bonus=practice.key in scorecard.bonus,
        is_critical=practice.key in scorecard.critical,
        elsewhere=weights_elsewhere(practice.key, scorecard),
        whole=_examples(example for example in practice.shows if _score(example) == SHOWN),
        partly=_examples(example for example in practice.shows if _score(example) != SHOWN),
        misses=[ExampleCard(segments(example.text, "")) for example in _spoken(practice.misses)][:EXAMPLES_SHOWN],
    )


def weights_elsewhere(practice: str, scorecard: Scorecard) -> list[ChannelWeight]:
    """The channels with a weight of their own, in the order of channels."""
    return [
        ChannelWeight(str(channel.label), own[practice])
        for channel in Channel
        if practice in (own := scorecard.channels.get(channel, {}))
    ]


def segments(text: str, tone: str) -> list[Segment]:
    """The text without its [[double brackets]]; what stood inside them has the tone."""
    pieces = _MARKED.split(text)
    return [Segment(piece, tone if index % 2 else "") for index, piece in enumerate(pieces) if piece]


def _examples(examples: Iterable[Example]) -> list[ExampleCard]:
    return [_example(example) for example in _spoken(examples)][:EXAMPLES_SHOWN]


def _example(example: Example) -> ExampleCard:
    score = _score(example)
    return ExampleCard(segments(example.text, "well" if score >= CLAIMED else "try"), str(score))


def _spoken(examples: Iterable[Example]) -> Iterable[Example]:
    """Those with words to show: an example may be about an empty field."""
    return (example for example in examples if example.text.strip())


def _score(example: Example) -> int:
    return SHOWN if example.score is None else example.score


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
