"""How alike two greetings are, and when somebody's greeting has become a script.

`token_sort_ratio` is used: it compares the same words in any order, and unlike `token_set_ratio` it does not
call "Morning!" and "Morning Maria, did the lake freeze over?" the same because one holds the other.
"""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from coaching.engine.facts import PastGreeting
from coaching.engine.text import read

ALIKE = 90
TIMES = 3
LATEST = 10
_ENOUGH = 600  # code points compared: a greeting is shorter, and comparing costs the product of both lengths


def repeats(text: str, previous: Iterable[PastGreeting], name: str = "") -> tuple[PastGreeting, ...]:
    """The earlier greetings, of the last ten, that this one nearly repeats; none when fewer than three do."""
    bare = _bare(text, name)
    if not bare:
        return ()
    alike = tuple(past for past in tuple(previous)[:LATEST] if _is_alike(bare, _bare(past.text, name)))
    return alike if len(alike) >= TIMES else ()


def is_script(text: str, scripts: Iterable[str], name: str = "") -> bool:
    """Whether the greeting is one of the scripts, give or take a word."""
    bare = _bare(text, name)
    return bool(bare) and any(_is_alike(bare, _bare(script, name)) for script in scripts)


def _is_alike(one: str, other: str) -> bool:
    return bool(other) and fuzz.token_sort_ratio(one, other, score_cutoff=ALIKE) >= ALIKE


@lru_cache(maxsize=64)
def _bare(text: str, name: str) -> str:
    """The words alone, without the customer's name: a script with a name in it is still a script."""
    names = set(read(name).words)
    return " ".join(word for word in read(text[:_ENOUGH]).words if word not in names)
