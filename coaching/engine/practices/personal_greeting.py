"""A greeting that could only have been said to this customer.

A name, something noticed, a real question about them, something from last time: any of these makes it theirs.
A friendly hello that anyone could get is half way. A script is a greeting an administrator calls one, or the
same words you have said at least three times in your last ten, or a sentence the whole team says word for word, or
stock phrases and nothing more. What the team says is nobody's fault: a name in it, or a touch you ticked, counts half.
"""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import OTHER_LANGUAGE, is_readable, is_said, judged, not_judged, ticked, words
from coaching.engine.likeness import is_recited, is_script, repeats, said_by_team
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.greeting import greeting
from coaching.engine.signals.names import name_in
from coaching.engine.signals.opening import has_own_words, personal_touches, stock_opening
from coaching.engine.text import Spans
from coaching.engine.text import gettext_noop as _

KEY = "personal_greeting"
_TOUCHES = ("used_name", "recalled_visit", "remembered_preference", "noticed_detail", "asked_about_them")


def judge(facts: EncounterFacts) -> Finding:
    if not is_said(facts.greeting):
        return _from_ticks(facts)
    script = _script(facts) or _shared(facts)
    if script is not None:
        return script
    personal = _personal(facts)
    if personal:
        return judged(
            KEY,
            SHOWN,
            _("Nobody else could have been greeted like this."),
            words(facts, "greeting", personal),
        )
    if not is_readable(facts.greeting):
        return not_judged(KEY, OTHER_LANGUAGE)
    return _generic(facts)


def _from_ticks(facts: EncounterFacts) -> Finding:
    touches = ticked(facts, "personal_touches", *_TOUCHES)
    if touches:
        return judged(KEY, CLAIMED, _("You say it was personal. Write down the words, and they will show it."), touches)
    return not_judged(KEY, _("No greeting was logged, so there is nothing to read."))


def _script(facts: EncounterFacts) -> Finding | None:
    whole = words(facts, "greeting", [(0, len(facts.greeting))])
    if is_script(facts.greeting, facts.scripts, facts.customer_name):
        return judged(KEY, MISSED, _("These are the words of the script. Yours would land better."), whole)
    alike = repeats(facts.greeting, facts.previous_greetings, facts.customer_name)
    if not alike:
        return None
    earlier = (Evidence("greeting", "", ref=past.ref) for past in alike)
    reason = _("%(times)s of your last ten greetings were nearly the same words.")
    return judged(KEY, MISSED, reason, (*whole, *earlier), times=len(alike))


def _shared(facts: EncounterFacts) -> Finding | None:
    """What the team says to everybody: a whole sentence is a script, a short hello only a general one."""
    times = said_by_team(facts.greeting, facts.team_greetings, facts.customer_name)
    if not times:
        return None
    is_named = bool(name_in(facts.greeting, facts.customer_name))
    if is_recited(facts.greeting, facts.customer_name):
        return _recited(facts, times, is_named=is_named)
    if is_named or not _personal(facts):
        return None
    reason = _(
        "A friendly hello; your team said nearly the same %(times)s times lately."
        " One thing about this person would make it theirs."
    )
    return judged(KEY, CLAIMED, reason, words(facts, "greeting", [(0, len(facts.greeting))]), times=times)


def _recited(facts: EncounterFacts, times: int, *, is_named: bool) -> Finding:
    whole = words(facts, "greeting", [(0, len(facts.greeting))])
    if is_named:
        reason = _("You used their name; the rest your team said nearly word for word %(times)s times lately.")
        return judged(KEY, CLAIMED, reason, whole, times=times)
    touches = ticked(facts, "personal_touches", *_TOUCHES)
    reason = _(
        "Your team said this nearly word for word %(times)s times lately."
        " One thing about this person would make it theirs."
    )
    return judged(KEY, CLAIMED if touches else MISSED, reason, (*whole, *touches), times=times)


def _personal(facts: EncounterFacts) -> Spans:
    return personal_touches(facts.greeting, facts.customer_name)


def _generic(facts: EncounterFacts) -> Finding:
    stock = stock_opening(facts.greeting)
    hello = greeting(facts.greeting)
    if stock or not (hello or has_own_words(facts.greeting)):
        touches = ticked(facts, "personal_touches", *_TOUCHES)
        reason = _("Everyone could have got these words. One thing about this person makes them theirs.")
        return judged(KEY, CLAIMED if touches else MISSED, reason, (*words(facts, "greeting", stock), *touches))
    reason = _("A friendly hello. One thing about this person would make it theirs.")
    return judged(KEY, CLAIMED, reason, words(facts, "greeting", hello))


def _example(text: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "greeting", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Make the greeting your own"),
    phase=Phase.GREETING,
    source="What happened when the agent told me, “I’ve checked your bag to Jamaica”",
    what=_("Open with something only this customer could be told: a name, something you noticed, a real question."),
    why=_("The first words decide whether somebody feels met or processed."),
    how_scored=_(
        "Words that only this customer could have been told give 100. A friendly but general"
        " hello, or a personal touch"
        " you ticked without its words, gives 50. A script, stock phrases alone or the same"
        " words again and again give 0. So does a whole sentence that your team says nearly word for word to"
        " everybody, unless a name or a touch you ticked is in it: then it gives 50."
    ),
    try_saying=_("“Morning Maria! Did the lake freeze over in the end?”"),
    landed=_("The greeting was yours"),
    weight=15,
    shows=(
        _example("Morning [[Maria]]! [[Did the lake freeze over in the end?]]"),
        _example("[[Who's waiting for you at the other end?]] Somebody always is"),
        _example("HI THERE [[AMARA]] COME ON IN", customer_name="Amara Obi"),
        _example("こんにちは、[[田中]]さん", customer_name="田中"),
        _example("Hello! love that [[scarf]], [[did you knit it]]"),
        _example("[[welcome back]], [[same table by the window?]]"),
        _example("[[Good morning]], lovely day out there 🙂", CLAIMED),
        _example("Hello, [[how can I help you today]]?", MISSED),
    ),
    misses=(
        _example("How may I help you?", customer_name="May"),
        _example("Good afternoon, welcome in"),
        _example("Hello, do you have your order number?"),
        _example("Hi, Ada here, how can I help?"),
        _example("Next please"),
        _example("how are you doing today"),
    ),
    judge=judge,
)
