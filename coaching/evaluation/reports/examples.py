"""Errors to show in the document: only words whose licence allows it, and only of the part that rules were tuned on."""

from collections.abc import Iterator

from coaching.evaluation.detecting import Outcome
from coaching.evaluation.errors import Error, worst
from coaching.evaluation.reports.markdown import quoted
from coaching.evaluation.results import Results
from coaching.evaluation.rows import TUNED
from coaching.evaluation.sources import source_of

_MOST = 2  # of each kind, of each label and slice
_LONGEST = 140  # characters: an example is read at a glance
_FEWEST = 3  # words, or it says nothing
_NOT_SHOWN = {"goemotions"}  # open, but talk among strangers that nobody wants on a page


def examples(labels: list[str], results: Results) -> Iterator[str]:
    """Lists of what was found wrongly and what was missed, where there is any that may be shown."""
    errors = [(label, error) for label in labels for error in _errors(label, results)]
    for title, is_missed in (("Found, and wrong:", False), ("Missed:", True)):
        lines = dict.fromkeys(_line(label, error) for label, error in errors if error.is_missed is is_missed)
        if lines:
            yield "\n".join([title, "", *lines])


def _errors(label: str, results: Results) -> Iterator[Error]:
    for detected in results.detected:
        if source_of(detected.name).is_open and detected.name not in _NOT_SHOWN:
            yield from worst(filter(_may_be_shown, detected.outcomes.get(label, ())), _MOST)


def _may_be_shown(outcome: Outcome) -> bool:
    return outcome.row.part == TUNED and all(_is_telling(said.text) for said in outcome.row.said)


def _is_telling(text: str) -> bool:
    return len(text) <= _LONGEST and len(text.split()) >= _FEWEST


def _line(label: str, error: Error) -> str:
    return f"- {label}: “{quoted(error.text)}”"
