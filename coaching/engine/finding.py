"""What the engine says about one practice in one encounter, and what it says it from.

Named tuples, since an encounter makes dozens: a frozen dataclass takes more than twice as long to make.
"""

from typing import NamedTuple

SHOWN, CLAIMED, MISSED = 100, 50, 0


class Evidence(NamedTuple):
    """The words, or the named answer, behind a finding.

    Words: `field` is one of the four texts and `text == facts.<field>[start:end]`.
    An answer: `start` and `end` are None and `text` is its value ("sorted", "4 -> 5").
    `ref` names an earlier encounter where the evidence is a likeness to it.
    """

    field: str
    text: str
    start: int | None = None
    end: int | None = None
    ref: str = ""

    @classmethod
    def of_answer(cls, field: str, value: object) -> "Evidence":
        """Evidence from a structured answer rather than from words."""
        return cls(field, str(value))

    @property
    def is_words(self) -> bool:
        return self.start is not None


class Finding(NamedTuple):
    """One practice's answer: a score of 0 to 100, or None for "not judged"; why; and the evidence.

    `reason` is a plain sentence in English, marked for translation; `details` fills its %(placeholders)s.
    """

    practice: str
    score: float | None
    reason: str
    evidence: tuple[Evidence, ...] = ()
    details: tuple[tuple[str, str], ...] = ()

    @property
    def is_judged(self) -> bool:
        return self.score is not None
