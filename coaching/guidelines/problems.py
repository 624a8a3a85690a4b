"""What is wrong with a version before it is published, and what deserves a second look."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import gettext as _

from coaching.engine.guidelines import can_match, compile_bounds, conflicts, is_met_by, sayings
from coaching.guidelines.models import GreetingGuideline, GuidelineVersion
from coaching.guidelines.rules import GreetingRules, Rules, ScopedRule
from coaching.guidelines.trying import came_out_as
from interactions.models import Channel
from microconnect.people.models import Team

MOST_CONFLICTS = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at. `blocks` until it is mended; otherwise it is a warning. `about` may be None for the whole set."""

    text: str
    blocks: bool
    about: GreetingGuideline | None = None


def problems_of(draft: GuidelineVersion, rules: Rules, today: date) -> list[Problem]:
    """All that is to be said about a draft and its `rules`, what blocks first."""
    guidelines = list(draft.guidelines.order_by("pk").prefetch_related("teams"))
    found = [
        *_in_examples(guidelines, rules),
        *_in_cases(draft, rules, today),
        *_never_matching(guidelines, rules, today),
        *_contradicting(guidelines, rules),
        *_leaving_nothing(guidelines, rules, today),
    ]
    return sorted(found, key=lambda problem: not problem.blocks)


def _in_examples(guidelines: Iterable[GreetingGuideline], rules: Rules) -> Iterator[Problem]:
    for guideline, rule in zip(guidelines, rules.rules, strict=True):
        if not guideline.matching_example_list:
            yield Problem(_("Add a greeting that meets it."), blocks=True, about=guideline)
        if not guideline.other_example_list:
            yield Problem(_("Add a greeting that looks close and must not meet it."), blocks=True, about=guideline)
        for text in example_errors(rule, guideline):
            yield Problem(text, blocks=True, about=guideline)


def example_errors(rule: ScopedRule, guideline: GreetingGuideline) -> Iterator[str]:
    """In words: which examples do not come out as they say."""
    for example in guideline.matching_example_list:
        if not is_met_by(rule.guideline, example):
            yield _("“%(example)s” is to meet it, and does not.") % {"example": example}
    for example in guideline.other_example_list:
        if is_met_by(rule.guideline, example):
            yield _("“%(example)s” must not meet it, and does.") % {"example": example}


def _in_cases(draft: GuidelineVersion, rules: Rules, today: date) -> Iterator[Problem]:
    for case in draft.cases.select_related("team"):
        came_out = came_out_as(case, rules, today)
        if came_out != case.expected:
            words = {
                "greeting": case.greeting,
                "expected": case.get_expected_display(),
                "came_out": came_out.label,
            }
            yield Problem(_("“%(greeting)s” was to come out as %(expected)s and is %(came_out)s.") % words, blocks=True)


def _never_matching(guidelines: Iterable[GreetingGuideline], rules: Rules, today: date) -> Iterator[Problem]:
    for guideline, rule in zip(guidelines, rules.rules, strict=True):
        if rule.last_day < today:
            yield Problem(_("Its days are over, so it never holds again."), blocks=False, about=guideline)
        for phrase in guideline.phrase_list:
            if not can_match(guideline.match, phrase):
                text = _("“%(phrase)s” can never match anything that people say.") % {"phrase": phrase}
                yield Problem(text, blocks=False, about=guideline)


def _contradicting(guidelines: list[GreetingGuideline], rules: Rules) -> Iterator[Problem]:
    """Where words that are in bounds are out of bounds as well: out of bounds wins."""
    pairs = list(zip(guidelines, rules.rules, strict=True))
    outside = {rule.guideline.id: (guideline, rule) for guideline, rule in pairs if rule.guideline.is_out_of_bounds}
    bounds = compile_bounds(tuple(rule.guideline for _guideline, rule in outside.values()))
    told = 0
    for guideline, rule in pairs:
        if rule.guideline.is_out_of_bounds:
            continue
        for key, phrase in conflicts(rule.guideline, bounds).items():
            other, opposed = outside[key]
            if not rule.overlaps(opposed):
                continue
            words = {"phrase": phrase, "title": other.title}
            yield Problem(
                _("“%(phrase)s” is also out of bounds, by “%(title)s”. Where both hold, out of bounds wins.") % words,
                blocks=False,
                about=guideline,
            )
            told += 1
            if told == MOST_CONFLICTS:
                return


def _leaving_nothing(guidelines: list[GreetingGuideline], rules: Rules, today: date) -> Iterator[Problem]:
    """Channels in which no greeting we can think of stays in bounds."""
    if not guidelines:
        return
    met_by = _met_by(rules)
    teams: list[Team | None] = [None, *{team.pk: team for each in guidelines for team in each.teams.all()}.values()]
    for channel in Channel:
        for team in teams:
            holding = rules.for_greeting(team.pk if team else 0, channel, today)
            if not _leaves_something(holding, met_by):
                where = _("%(channel)s, %(team)s") if team else _("%(channel)s")
                words = {"where": where % {"channel": channel.label, "team": team}}
                yield Problem(_("No greeting that we tried stays in bounds: %(where)s.") % words, blocks=False)


_HELLOS = (
    "Hello",
    "Good morning",
    "Hi there",
    "Hello, how was the journey?",
    "Good evening, nice to see you",
    "你好",
    "Hola",
)


def _met_by(rules: Rules) -> Callable[[str], frozenset[str]]:
    """The ids that a greeting meets among all rules, whoever they hold for: put together once, and not for each team."""
    bounds = compile_bounds(tuple(rule.guideline for rule in rules.rules))
    return cache(lambda greeting: frozenset(match.guideline.id for match in bounds.check(greeting)))


def _leaves_something(holding: GreetingRules, met_by: Callable[[str], frozenset[str]]) -> bool:
    """Whether a plain hello, with what is required said in one of its ways, is in bounds."""
    outside = {rule.id for rule in holding.guidelines if rule.is_out_of_bounds}
    required = [rule for rule in holding.guidelines if rule.is_required]
    needed = {rule.id for rule in required}
    ways = [_ways(rule.match, rule.phrases) for rule in required]
    for hello in _HELLOS:
        for nth in range(max(map(len, ways), default=1)):
            said = [way[min(nth, len(way) - 1)] for way in ways if way]
            met = met_by(" ".join([f"{hello}.", *said]))
            if needed <= met and outside.isdisjoint(met):
                return True
    return False


def _ways(match: str, phrases: Iterable[str]) -> list[str]:
    return [saying for phrase in phrases for saying in sayings(match, phrase)]
