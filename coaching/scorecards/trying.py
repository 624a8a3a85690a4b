"""The three encounters that a draft is tried on: which they are, and what it would make of each."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.assessments.models import Assessment
from coaching.engine.practices import BY_KEY
from coaching.engine.scoring import Part, Score
from coaching.scorecards.weighing import Weighing, score_as_stored
from interactions.models import Encounter
from microconnect.people.models import User

HOW_MANY = 3
OFFERED = 20
_WALKED = 200  # the newest ones, among which the next of a channel is looked for
MOST_MOVERS = 3
_LEAST = Fraction(1, 20)  # of a point: less is shown as 0.0


@dataclass(frozen=True, slots=True)
class Mover:
    """A practice with what it gives to the number, in points: now, by the draft, and the difference as it is read."""

    name: str
    before: str
    after: str
    by: str
    tone: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One encounter. `movers` are the practices that move it most; `parts` are all that count on either side."""

    chosen: str
    label: str
    encounter: Encounter
    options: list[tuple[str, str]]
    before: int | None
    after: int | None
    movers: list[Mover]
    parts: list[Mover]
    notes: list[str]


def tried_on(asked: Sequence[str], another: str, viewer: User, draft: Weighing) -> list[Tried]:
    """What the draft would make of the encounters `asked` for, by their public ids.

    Args:
        another: the place ("0", "1", "2") in which another one is wanted.
    """
    recent = _recent(viewer)
    chosen = _chosen(asked, another, recent, viewer)
    offered = [*dict.fromkeys([*(public_id for public_id, _channel in recent[:OFFERED]), *chosen])]
    labels = _labels(offered, viewer)
    options = [(public_id, labels[public_id]) for public_id in offered if public_id in labels]
    assessments = _assessments(chosen, viewer)
    return [_tried(assessments[one], labels[one], options, draft) for one in chosen if one in assessments]


def _recent(viewer: User) -> list[tuple[str, str]]:
    """Public id and channel of those with a score among the newest, the last to happen first."""
    scored = Encounter.objects.visible_to(viewer).filter(assessment__score__isnull=False).order_by("-pk")
    newest = scored.values_list("public_id", "channel", "occurred_at")[:_WALKED]
    last_first = sorted(newest, key=lambda found: found[2], reverse=True)
    return [(str(public_id), channel) for public_id, channel, _at in last_first]


def _chosen(asked: Sequence[str], another: str, recent: list[tuple[str, str]], viewer: User) -> list[str]:
    """Three: those asked for that are there, then the newest of the channels that are missing, then the newest."""
    known = _known(asked[:HOW_MANY], viewer)
    chosen = [*dict.fromkeys(public_id for public_id in asked[:HOW_MANY] if public_id in known)]
    if another in map(str, range(len(chosen))):
        place = int(another)
        chosen[place] = _next_after(chosen[place], known[chosen[place]], chosen, recent)
    met = {channel for public_id, channel in recent if public_id in chosen}
    for public_id, channel in recent:
        if len(chosen) < HOW_MANY and public_id not in chosen and channel not in met:
            chosen.append(public_id)
            met.add(channel)
    return [*chosen, *(public_id for public_id, _channel in recent if public_id not in chosen)][:HOW_MANY]


def _known(asked: Iterable[str], viewer: User) -> dict[str, str]:
    """public id -> channel, of those that are there and assessed."""
    there = Encounter.objects.visible_to(viewer).filter(public_id__in=list(_uuids(asked)), assessment__isnull=False)
    return {str(public_id): channel for public_id, channel in there.values_list("public_id", "channel")}


def _uuids(asked: Iterable[str]) -> Iterator[uuid.UUID]:
    for text in asked:
        try:
            yield uuid.UUID(text)
        except ValueError:
            continue


def _next_after(one: str, channel: str, chosen: list[str], recent: list[tuple[str, str]]) -> str:
    """The next older one of the same channel, then round again; the same where there is no other."""
    same = [public_id for public_id, its in recent if its == channel]
    start = same.index(one) + 1 if one in same else 0
    return next((each for each in [*same[start:], *same[:start]] if each not in chosen), one)


def _labels(public_ids: list[str], viewer: User) -> dict[str, str]:
    told = Encounter.objects.visible_to(viewer).filter(public_id__in=public_ids).select_related("person", "team")
    narrow = told.only("public_id", "channel", "occurred_at", "person__name", "person__email", "team__time_zone")
    return {str(each.public_id): _label(each) for each in narrow}


def _label(encounter: Encounter) -> str:
    at = date_format(localtime(encounter.occurred_at, ZoneInfo(encounter.team.time_zone)), "j M, H:i")
    return f"{encounter.person}, {at}, {encounter.get_channel_display().lower()}"


def _assessments(public_ids: list[str], viewer: User) -> dict[str, Assessment]:
    there = Encounter.objects.visible_to(viewer).filter(public_id__in=public_ids, assessment__isnull=False)
    return {str(each.public_id): each.assessment for each in there.select_related("assessment")}


def _tried(assessment: Assessment, label: str, options: list[tuple[str, str]], draft: Weighing) -> Tried:
    before, after = score_as_stored(assessment), draft.score(assessment)
    pairs = zip(before.parts, after.parts, strict=True)
    parts = [(one, other) for one, other in pairs if one.counts or other.counts]
    moved = [(one, other) for one, other in parts if abs(other.points - one.points) >= _LEAST]
    moved.sort(key=lambda pair: -abs(pair[1].points - pair[0].points))
    return Tried(
        chosen=str(assessment.encounter.public_id),
        label=label,
        encounter=assessment.encounter,
        options=options,
        before=assessment.score,
        after=after.value,
        movers=[_mover(*pair) for pair in moved[:MOST_MOVERS]],
        parts=[_mover(*pair) for pair in parts],
        notes=list(_notes(before, after, draft)),
    )


def _mover(before: Part, after: Part) -> Mover:
    by = after.points - before.points
    is_seen = abs(by) >= _LEAST
    return Mover(
        name=_(BY_KEY[before.practice].name),
        before=_points(before.points),
        after=_points(after.points),
        by=f"{float(by):+.1f}".replace("-", "−") if is_seen else "0",
        tone=("well" if by > 0 else "try") if is_seen else "",
    )


def _notes(before: Score, after: Score, draft: Weighing) -> Iterator[str]:
    """What is not in the parts: a cap that comes or goes, a bonus that is full, too little to say."""
    if after.value is None:
        told = ngettext(
            "No score: %(n)d practice can answer, and %(minimum)d are asked for.",
            "No score: %(n)d practices can answer, and %(minimum)d are asked for.",
            after.judged,
        )
        yield told % {"n": after.judged, "minimum": draft.scorecard.minimum_judged}
    elif after.capped_by:
        words = {"cap": draft.scorecard.critical_cap, "title": _(BY_KEY[after.capped_by].name)}
        yield _("Held at %(cap)d at most by “%(title)s”.") % words
    elif before.capped_by:
        yield _("No longer held down by “%(title)s”.") % {"title": _(BY_KEY[before.capped_by].name)}


def _points(points: Fraction) -> str:
    return f"{float(points):.1f}"
