"""Phrases that one guideline wants and another does not."""

from dataclasses import dataclass

from coaching.engine.guidelines import words_of
from coaching.guidelines.models import GreetingGuideline


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A phrase that also stands on the other side of the bounds."""

    phrase: str
    other: GreetingGuideline


def contradictions(guideline: GreetingGuideline) -> list[Contradiction]:
    """Where current guidelines of the other side name a phrase of this one, whatever their teams and days."""
    others = {
        words_of(phrase): other
        for other in GreetingGuideline.objects.current()
        if other.is_in_bounds != guideline.is_in_bounds
        for phrase in other.phrase_list
    }
    return [
        Contradiction(phrase, others[words_of(phrase)])
        for phrase in guideline.phrase_list
        if words_of(phrase) in others
    ]
