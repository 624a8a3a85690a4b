"""A guideline, and what is found when a greeting is held against some."""

from dataclasses import dataclass

from coaching.engine.text import Span


@dataclass(frozen=True, slots=True)
class Guideline:
    """One guideline that holds for this greeting's team, channel and day.

    Args:
        id: names it in findings (the database's id as text).
        bounds: "in" or "out".
        strength: "encouraged" or "required" when in bounds; "avoid" or "never" when out of bounds.
        match: "phrase", "words", "near" or "pattern".
        phrases: one or more alternatives, any of which matches. One without words, or a pattern that cannot be read,
        is never met.
        title: what the administrator calls it.
        reason, suggestion: said to the person when it matters.
    """

    id: str
    bounds: str
    strength: str
    match: str
    phrases: tuple[str, ...]
    title: str = ""
    reason: str = ""
    suggestion: str = ""

    @property
    def is_out_of_bounds(self) -> bool:
        return self.bounds == "out"

    @property
    def is_required(self) -> bool:
        return self.bounds == "in" and self.strength == "required"


@dataclass(frozen=True, slots=True)
class GuidelineMatch:
    """Where a guideline was met: spans are (start, end) in code points of the greeting."""

    guideline: Guideline
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GuidelineVerdict:
    """A greeting held against all guidelines. `never` ones stand before those to `avoid`."""

    out_of_bounds: tuple[GuidelineMatch, ...]
    met: tuple[GuidelineMatch, ...]
    missing: tuple[Guideline, ...]  # required and not met

    @property
    def is_in_bounds(self) -> bool:
        """Nothing out of bounds and nothing required missing."""
        return not self.out_of_bounds and not self.missing


def judged(guidelines: tuple[Guideline, ...], matches: list[GuidelineMatch]) -> GuidelineVerdict:
    """What the matches among these guidelines come to."""
    met_ids = {match.guideline.id for match in matches}
    out = sorted((match for match in matches if match.guideline.is_out_of_bounds), key=_severity)
    return GuidelineVerdict(
        out_of_bounds=tuple(out),
        met=tuple(match for match in matches if not match.guideline.is_out_of_bounds),
        missing=tuple(rule for rule in guidelines if rule.is_required and rule.id not in met_ids),
    )


def _severity(match: GuidelineMatch) -> int:
    return 0 if match.guideline.strength == "never" else 1
