"""What to do about a pattern that cannot be read, in plain words."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from coaching.engine.guidelines import PatternError, PatternFault, parse_pattern

_ADVICE = {
    PatternFault.NO_WORDS: _("“%(pattern)s” has no words to look for. Write one."),
    PatternFault.UNCLOSED_GROUP: _("In “%(pattern)s” a bracket stays open: put a “)” where the choices end."),
    PatternFault.UNOPENED_GROUP: _("In “%(pattern)s” a “)” closes nothing: put a “(” where the choices begin."),
    PatternFault.EMPTY_CHOICE: _("In “%(pattern)s” a choice is empty: write a word on both sides of each “|”."),
    PatternFault.TOO_DEEP: _("“%(pattern)s” has too many brackets in brackets. Make two patterns of it."),
    PatternFault.NOTHING_TO_LEAVE_OUT: _("In “%(pattern)s” put the “?” right after the word or bracket to leave out."),
    PatternFault.SHORT_BEGINNING: _("In “%(pattern)s” write at least two letters before the “*”."),
    PatternFault.SIGN_TOUCHES_WORD: _("In “%(pattern)s” put a space around “*” and “#”."),
    PatternFault.OPENS_WITH_WILDCARD: _(
        "“%(pattern)s” begins with any word, so it would catch everything. Begin with a word."
    ),
    PatternFault.MAY_BE_EMPTY: _("In “%(pattern)s” every word may be left out. Keep one that has to be there."),
    PatternFault.TOO_MANY_STATES: _("“%(pattern)s…” holds too many choices. Make two patterns of it."),
}
_SHOWN = 60


def pattern_errors(patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        try:
            parse_pattern(pattern)
        except PatternError as error:
            yield str(_ADVICE[error.code]) % {"pattern": pattern[:_SHOWN]}
