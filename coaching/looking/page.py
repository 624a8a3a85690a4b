"""What a look found, ready to be read: the sums in words, by team, channel and person, and the greetings that change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from coaching.dashboards.wording import whole
from coaching.encounters.marking import Mark, Segment, segments_of
from coaching.engine.guidelines import verdict
from coaching.guidelines.models import GuidelineVersion
from coaching.guidelines.rules import Rules, rules_in_force, rules_of
from coaching.looking.seen import INSIDE, MISSING, OUTSIDE, SILENT
from coaching.looking.tally import Sums, Tally
from interactions.models import Channel, Encounter
from microconnect.people.models import Team, User

VERDICTS = {
    INSIDE: gettext_lazy("in bounds"),
    OUTSIDE: gettext_lazy("out of bounds"),
    MISSING: gettext_lazy("something required missing"),
    SILENT: gettext_lazy("no greeting"),
}
SHOWN_FROM = 5  # a mean over fewer says nothing


@dataclass(frozen=True, slots=True)
class Line:
    """One team, channel or person. The means are empty where too few were scored."""

    name: str
    sums: Sums
    before: str
    after: str
    shift: str
    tone: str


@dataclass(frozen=True, slots=True)
class Kind:
    """How many verdicts went from one to another."""

    old: str
    new: str
    count: int


@dataclass(frozen=True, slots=True)
class Changed:
    """One encounter that comes out otherwise, its greeting marked where the guidelines are met."""

    encounter: Encounter
    old: str
    new: str
    before: int | None
    after: int | None
    segments: list[Segment]


def line_of(name: str, sums: Sums) -> Line:
    if sums.mean_before is None or sums.mean_after is None or sums.scored < SHOWN_FROM:
        return Line(name, sums, "", "", "", "")
    shift = round(sums.shift, 1)
    return Line(
        name,
        sums,
        before=whole(sums.mean_before),
        after=whole(sums.mean_after),
        shift=f"{shift:+.1f}".replace("-", "−") if shift else "0",
        tone="well" if shift > 0 else "try" if shift < 0 else "",
    )


def team_lines(tally: Tally) -> list[Line]:
    names = dict(Team.objects.filter(pk__in=tally.teams).values_list("pk", "name"))
    return _by_name((names.get(team, ""), sums) for team, sums in tally.teams.items())


def channel_lines(tally: Tally) -> list[Line]:
    return [line_of(str(channel.label), tally.channels[channel]) for channel in Channel if channel in tally.channels]


def people_lines(tally: Tally) -> list[Line]:
    """Those whose figures move, by name: a list, never a ranking."""
    touched = {person: sums for person, sums in tally.people.items() if sums.changed or sums.moved}
    names = {user.pk: str(user) for user in User.objects.get_queryset().filter(pk__in=touched).only("name", "email")}
    return _by_name((names.get(person, ""), sums) for person, sums in touched.items())


def kinds_of(tally: Tally) -> list[Kind]:
    """The most frequent first."""
    counted = sorted(tally.kinds.items(), key=lambda kind: -kind[1])
    pairs = ((kind.partition(" "), count) for kind, count in counted)
    return [Kind(str(VERDICTS[old]), str(VERDICTS[new]), count) for (old, _space, new), count in pairs]


def changed_of(listed: Sequence[Sequence[Any]], rules: tuple[Rules, Rules] | None, viewer: User) -> Iterator[Changed]:
    """The listed encounters that the viewer may see and that are still there, in the order they were found."""
    visible = Encounter.objects.visible_to(viewer).select_related("person", "team")
    encounters = visible.in_bulk([primary_key for primary_key, *_rest in listed])
    for primary_key, old, new, before, after in listed:
        if primary_key in encounters:
            encounter = encounters[primary_key]
            segments = _segments(encounter, rules)
            yield Changed(encounter, str(VERDICTS[old]), str(VERDICTS[new]), before, after, segments)


def rules_to_mark(parameters: Mapping[str, Any]) -> tuple[Rules, Rules] | None:
    """What to mark greetings by: what is published, and the draft; None where the draft is no longer what was looked at."""
    draft = GuidelineVersion.objects.filter(pk=parameters["version"], edition=parameters["edition"]).first()
    return (rules_in_force(), rules_of(draft)) if draft and draft.is_draft else None


def _segments(encounter: Encounter, rules: tuple[Rules, Rules] | None) -> list[Segment]:
    """Marked where words go out of bounds by the draft, or went out of bounds until now."""
    marks: list[Mark] = []
    for side, tone in zip(rules or (), ("well", "try"), strict=False):
        holding = side.for_greeting(encounter.team_id, encounter.channel, encounter.occurred_on)
        found = verdict(encounter.greeting, holding.guidelines)
        marks += [Mark(start, end, tone) for match in found.out_of_bounds for start, end in match.spans]
    return segments_of(encounter.greeting, marks)


def _by_name(lines: Iterable[tuple[str, Sums]]) -> list[Line]:
    return sorted((line_of(name, sums) for name, sums in lines), key=lambda line: line.name.casefold())
