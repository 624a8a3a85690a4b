"""What is said in one situation, phase by phase."""

from dataclasses import dataclass

from coaching.demo.grammar import Lines


@dataclass(frozen=True)
class SituationPhrases:
    """One situation of the demo.

    Args:
        kinds: what it is about (see `coaching.demo.things`).
        share: how often it happens, against the others.
        at_counter: how many of a hundred come to the counter rather than ring or write.
        moods: weights of how customers come in, from 1 (very upset) to 5 (delighted).
        feel, ask: answers that name what it is like, and questions before solving.
        solve, plain, rulebook, handoff: what was done: well, flatly, by the book, by somebody else.
        close: goodbyes that belong to this situation.
        give, refuse: why something extra was given, or not; None where nobody asks for it.
        decline: a no that is kind and says why.
        is_brought: whether they have the thing with them.
        promises: what is promised, and within how many hours.
    """

    name: str
    slug: str
    kinds: tuple[str, ...]
    share: int
    at_counter: int
    moods: tuple[int, int, int, int, int]
    feel: Lines
    ask: Lines
    solve: Lines
    plain: Lines
    rulebook: Lines
    handoff: Lines
    close: Lines
    give: Lines | None = None
    refuse: Lines | None = None
    decline: Lines | None = None
    promises: tuple[tuple[str, int], ...] = ()
    is_brought: bool = False
