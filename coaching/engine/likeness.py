"""How alike two greetings are, and when a greeting has become a script.

Greetings are compared word by word, in any order, without the customer's name: what is left of "Morning Maria, did
the lake freeze over?" is not "Morning!", because a comparison that lets one hold the other is never made.

Why these numbers: docs/decisions/0008-scripted-greetings.md.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from coaching.engine.facts import PastGreeting, TeamGreeting
from coaching.engine.text import MARKS, fold

ALIKE = 90
TIMES, LATEST = 3, 10  # one's own
TEAM_TIMES, TEAM_LATEST = 10, 200  # the colleagues', together
COLLEAGUES = 3  # fewer, and the count would speak of somebody in particular
FEWEST_WORDS = 4  # "Good morning" and "Hi there" belong to everybody
RECITED_WORDS = 8  # so many words alike are learnt by heart, fewer may be a habit
COMPARED = 600  # code points: a greeting is shorter, and comparing costs the product of both lengths

_BY_THE_CLOCK = dict.fromkeys(("afternoon", "evening"), "morning")  # the hour says which, not the person
_WORDS = re.compile(rf"[^\W_][\w{MARKS}]*")


def repeats(text: str, previous: Iterable[PastGreeting], name: str = "") -> tuple[PastGreeting, ...]:
    """The earlier greetings, of the last ten, that this one nearly repeats; none when fewer than three do."""
    bare = _bare(text[:COMPARED], name)
    if not bare:
        return ()
    alike = tuple(
        past for past in tuple(previous)[:LATEST] if _is_alike(bare, _bare(past.text[:COMPARED], past.name or name))
    )
    return alike if len(alike) >= TIMES else ()


def is_script(text: str, scripts: Iterable[str], name: str = "") -> bool:
    """Whether the greeting is one of the scripts, give or take a word."""
    bare = _bare(text[:COMPARED], name)
    return bool(bare) and any(_is_alike(bare, _bare(script[:COMPARED], name)) for script in scripts)


def said_by_team(text: str, team: Iterable[TeamGreeting], name: str = "") -> int:
    """How many of the colleagues' greetings are nearly these words; 0 unless it is ten or more, by three or more."""
    said_by = who_said(text, team, name) if is_comparable(text, name) else []
    return len(said_by) if len(said_by) >= TEAM_TIMES and len(set(said_by)) >= COLLEAGUES else 0


def who_said(text: str, team: Iterable[TeamGreeting], name: str = "") -> list[int]:
    """The colleague behind each of the team's last greetings that is nearly these words."""
    speakers = defaultdict(list)
    for said in tuple(team)[:TEAM_LATEST]:
        speakers[_bare(said.text[:COMPARED], said.name)].append(said.said_by)
    bare = _bare(text[:COMPARED], name)
    alike = process.extract(bare, list(speakers), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
    return [speaker for words, _ratio, _index in alike for speaker in speakers[words]]


def most_repeated(said: Iterable[PastGreeting]) -> tuple[PastGreeting, int] | None:
    """The greeting that the most of `said` nearly repeat, the first of them, with how many there are; None where none does."""
    held = [(past, _bare(past.text[:COMPARED], past.name)) for past in said]
    counts = [sum(_is_alike(bare, other) for _past, other in held) if bare else 0 for _past, bare in held]
    most = max(counts, default=0)
    return (held[counts.index(most)][0], most) if most > 1 else None


def is_comparable(text: str, name: str = "") -> bool:
    """Whether the greeting is long enough to be held against the team's."""
    return _length(text, name) >= FEWEST_WORDS


def is_recited(text: str, name: str = "") -> bool:
    """Whether the greeting is so long that nobody else would find the same words by chance."""
    return _length(text, name) >= RECITED_WORDS


def _length(text: str, name: str) -> int:
    return len(_bare(text[:COMPARED], name).split())


def _is_alike(one: str, other: str) -> bool:
    return bool(other) and fuzz.ratio(one, other, score_cutoff=ALIKE) >= ALIKE


@lru_cache(maxsize=2_048)
def _bare(text: str, name: str) -> str:
    """The sorted words without the customer's name: a script with a name in it is still a script, "Hi Maria" is none.

    Those of a few hundred greetings are kept, because the next encounter is held against nearly the same ones.
    """
    words, names = _words(text), set(_words(name))
    left = [word for word in words if word not in names]
    if len(left) < FEWEST_WORDS:
        return " ".join(sorted(left)) if len(left) == len(words) else ""
    return " ".join(sorted(_BY_THE_CLOCK.get(word, word) for word in left))


def _words(text: str) -> list[str]:
    return _WORDS.findall(fold(text).replace("'", ""))
