"""What changes from one version to the next, in words for those who are held to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.engine.guidelines import Guideline
from coaching.guidelines.readable import label_of, where_said
from coaching.guidelines.rules import Rules, ScopedRule
from microconnect.people.models import Team


@dataclass(frozen=True, slots=True)
class Change:
    """One guideline that is new, gone, or says something else; `before` or `after` is None at either end.

    `teams` are the ids of those it concerns; empty for all. `names` are those of teams, by id.
    """

    before: ScopedRule | None
    after: ScopedRule | None
    names: Mapping[int, str]

    @property
    def guideline(self) -> Guideline:
        return (self.after or self.before).guideline  # type: ignore[union-attr]

    @property
    def teams(self) -> frozenset[int]:
        sides = [rule.teams for rule in (self.before, self.after) if rule]
        return frozenset() if not all(sides) else frozenset().union(*sides)

    def concerns(self, team_ids: Iterable[int]) -> bool:
        return not self.teams or not self.teams.isdisjoint(team_ids)

    @property
    def kind(self) -> str:
        """ "new", "gone" or "changed"."""
        return "gone" if self.after is None else "new" if self.before is None else "changed"

    @property
    def lines(self) -> list[str]:
        """In plain words, the most important first."""
        if self.before is None or self.after is None:
            return [self._whole()]
        return list(_differences(self.before, self.after, self.names))

    def _whole(self) -> str:
        guideline = self.guideline
        words = {"title": _named(guideline), "reason": guideline.reason, "label": label_of(guideline)}
        if self.after is None:
            return _("%(title)s no longer holds. It is yours to decide now.") % words
        told = _("New, %(label)s: %(title)s. %(reason)s") % words
        return told + _with_suggestion(guideline)


def changes_between(before: Rules, after: Rules) -> list[Change]:
    """What is new first, then what changed, then what is gone; in the order of the guidelines."""
    old = {rule.guideline.id: rule for rule in before.rules}
    new = {rule.guideline.id: rule for rule in after.rules}
    names = _names_of([*old.values(), *new.values()])
    found = [Change(old.get(key), rule, names) for key, rule in new.items() if old.get(key) != rule]
    gone = [Change(rule, None, names) for key, rule in old.items() if key not in new]
    return [*sorted(found, key=lambda change: change.before is not None), *gone]


def lines_for(changes: Iterable[Change], team_ids: Iterable[int]) -> list[str]:
    """All that concerns somebody in these teams, in words."""
    team_ids = set(team_ids)
    return [line for change in changes if change.concerns(team_ids) for line in change.lines]


def _names_of(rules: Iterable[ScopedRule]) -> dict[int, str]:
    teams = frozenset().union(*(rule.teams for rule in rules))
    return dict(Team.objects.filter(pk__in=teams).values_list("pk", "name")) if teams else {}


def _differences(before: ScopedRule, after: ScopedRule, names: Mapping[int, str]) -> Iterator[str]:
    old, new = before.guideline, after.guideline
    title = {"title": _named(new)}
    if old.strength != new.strength:
        labels = {"before": label_of(old), "after": label_of(new)}
        yield _("%(title)s was %(before)s and is %(after)s now.") % {**title, **labels}
    added = [phrase for phrase in new.phrases if phrase not in old.phrases]
    dropped = [phrase for phrase in old.phrases if phrase not in new.phrases]
    if added:
        yield _("%(title)s now also means %(phrases)s.") % {**title, "phrases": _quoted(added)}
    if dropped:
        yield _("%(title)s no longer means %(phrases)s.") % {**title, "phrases": _quoted(dropped)}
    if (before.teams, before.channels, before.first_day, before.last_day) != (
        after.teams, after.channels, after.first_day, after.last_day
    ):  # fmt: skip
        yield _("%(title)s holds: %(where)s.") % {**title, "where": where_said(after, names)}
    if old.match != new.match or before.is_script != after.is_script:
        yield _("%(title)s is looked for in another way.") % title
    if (old.title, old.reason, old.suggestion) != (new.title, new.reason, new.suggestion):
        yield _("%(title)s: %(reason)s") % {**title, "reason": new.reason} + _with_suggestion(new)


def _named(guideline: Guideline) -> str:
    """Its title in quotes; many are a quotation already."""
    return guideline.title if guideline.title.startswith("“") else f"“{guideline.title}”"


def _with_suggestion(guideline: Guideline) -> str:
    return " " + _("Try: %(suggestion)s") % {"suggestion": guideline.suggestion} if guideline.suggestion else ""


def _quoted(phrases: list[str]) -> str:
    return ", ".join(f"“{phrase}”" for phrase in phrases)
