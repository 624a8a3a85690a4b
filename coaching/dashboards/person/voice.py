"""The same page said to oneself ("your words") and to a supervisor ("Ada’s words"). Each sentence whole, for translators."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.engine.practices import BY_KEY


@dataclass(frozen=True, slots=True)
class Voice:
    """The words that differ with whom the page speaks to."""

    is_own: bool
    strengths: str
    to_try: str
    words: str
    trend: str
    score: str
    practices: str
    promises: str
    empty_title: str
    empty_text: str

    def practice(self, key: str) -> str:
        """As praise to oneself ("The greeting was yours"), by its name to others."""
        practice = BY_KEY[key]
        return _(practice.landed) if self.is_own else _(practice.name)


def own_voice() -> Voice:
    return Voice(
        is_own=True,
        strengths=_("What you do well"),
        to_try=_("One thing to try next"),
        words=_("Your words, lately"),
        trend=_("Your score, week by week"),
        score=_("Your score"),
        practices=_("Your practices, beside your own past"),
        promises=_("What you promised"),
        empty_title=_("Your weeks start here"),
        empty_text=_(
            "Log an encounter in less time than it took. From the fifth on, this page shows your score with how sure it is, "
            "what landed, and one thing to try."
        ),
    )


def voice_about(first_name: str) -> Voice:
    name = {"name": first_name}
    return Voice(
        is_own=False,
        strengths=_("What %(name)s does well") % name,
        to_try=_("One practice to work on with %(name)s") % name,
        words=_("%(name)s’s words, lately") % name,
        trend=_("%(name)s’s score, week by week") % name,
        score=_("%(name)s’s score") % name,
        practices=_("%(name)s’s practices, beside their own past") % name,
        promises=_("What %(name)s promised") % name,
        empty_title=_("%(name)s has logged nothing here lately") % name,
        empty_text=_(
            "With the first encounter this page begins: what %(name)s does well, one practice to work on, "
            "and the words to talk about. Is there time to log?"
        )
        % name,
    )
