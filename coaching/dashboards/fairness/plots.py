"""The two funnels of the page: the people of this team, and the teams."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.dashboards.charts.funnel import Dot, Funnel, Shape, funnel
from coaching.dashboards.fairness.groups import (
    Group,
    Named,
    groups_of,
    left_out,
    people_shares,
    team_shares,
)
from coaching.dashboards.fairness.question import Question
from coaching.dashboards.fairness.words import Told, expectation, spoken, told
from coaching.dashboards.links import links_within
from coaching.dashboards.named import named_people
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.wording import percent, percents
from coaching.statistics import Zone
from microconnect.people.models import Team, User

MOST_ROWS = 60
MOST_TOLD = 6
_SHAPES = {Zone.INSIDE: Shape.INSIDE, Zone.OUTSIDE: Shape.OUTSIDE, Zone.FAR_OUTSIDE: Shape.FAR}


@dataclass(frozen=True, slots=True)
class Row:
    """A dot's line of the table."""

    name: str
    url: str
    share: str
    between: str
    count: int
    n: int
    place: str


@dataclass(frozen=True, slots=True)
class Plot:
    """`chart` is None where nothing can be drawn: nobody has five yet, or everybody is alike.

    `groups` are those of `rows`, and those that were left out but have a name.
    """

    chart: Funnel | None
    expectation: str
    told: Sequence[Told]
    rows: Sequence[Row]
    rows_left_out: int
    under_five: int
    groups: Sequence[Group] = ()


def people_plot(team: Team, question: Question, everybody: Share) -> Plot:
    """People of this team, by name; each links to the encounters behind it."""
    shares = people_shares(team, question)
    links = links_within(question.choice, team=team.slug)
    named = {
        person.pk: Named(str(person), person.first_name, links(question.choice.period, person=person.pk))
        for person in named_people(shares)
    }
    return _plot(shares, named, everybody, question, is_team=False)


def team_plot(team: Team, viewer: User, question: Question, everybody: Share) -> Plot:
    """Every team; this one marked. Others have a name only where the viewer supervises them or administers."""
    shares = team_shares(question)
    elsewhere = replace(question, choice=replace(question.choice, person=None))  # nobody of this team is in theirs
    query = elsewhere.url(question.measure, question.situation)
    known = Team.objects.supervised_by(viewer).filter(pk__in=list(shares)).only("name", "slug").order_by("name")
    named = {
        other.pk: Named(other.name, other.name, reverse("teams:fair", args=[other.slug]) + query, other == team)
        for other in known
    }
    return _plot(shares, named, everybody, question, is_team=True)


def _plot(
    shares: Mapping[int, Share], named: Mapping[int, Named], everybody: Share, question: Question, *, is_team: bool
) -> Plot:
    if not 0 < everybody.met < everybody.n:
        return Plot(None, "", (), (), 0, left_out(shares))
    groups = groups_of(shares, named, everybody.share)
    outside = [group for group in groups if group.zone != Zone.INSIDE]
    spoken_of = sorted(outside, key=lambda group: group.zone != Zone.FAR_OUTSIDE)[:MOST_TOLD]
    listed = _listed(groups)
    in_a_row = {id(group) for group in listed}
    return Plot(
        chart=funnel(_dots(groups, listed), everybody.share) if groups else None,
        expectation=expectation(groups, is_team=is_team) if len(groups) > 1 else "",
        told=[
            told(group, everybody.share, question.measure, together=len(groups), is_team=is_team)
            for group in spoken_of
        ],
        rows=[_row(group) for group in listed],
        rows_left_out=len(groups) - len(listed),
        under_five=left_out(shares),
        groups=[group for group in groups if group.name or id(group) in in_a_row],
    )  # fmt: skip


def _listed(groups: Sequence[Group]) -> list[Group]:
    """All of them, or those that say something where they are hundreds; in the same order."""
    if len(groups) <= MOST_ROWS:
        return list(groups)
    telling = sorted(groups, key=lambda group: (not group.is_own, group.zone == Zone.INSIDE, not group.name))
    chosen = {id(group) for group in telling[:MOST_ROWS]}
    return [group for group in groups if id(group) in chosen]


def _dots(groups: Sequence[Group], listed: Sequence[Group]) -> list[Dot]:
    """Only what is named or outside can be pressed; the crowd is drawn as it is. One's own comes last, on top."""
    spoken_of = {id(group) for group in listed if group.name or group.zone != Zone.INSIDE}
    return [
        _dot(group) if id(group) in spoken_of else Dot(group.share.n, group.share.share)
        for group in sorted(groups, key=attrgetter("is_own"))
    ]


def _dot(group: Group) -> Dot:
    return Dot(
        n=group.share.n,
        share=group.share.share,
        shape=Shape.OWN if group.is_own else _SHAPES[group.zone],
        label=group.short if group.is_own or group.zone != Zone.INSIDE else "",
        spoken=spoken(group),
        url="" if group.is_own else group.url,
    )


def _row(group: Group) -> Row:
    places = {
        Zone.INSIDE: _("within"), Zone.OUTSIDE: _("outside the inner lines"), Zone.FAR_OUTSIDE: _("outside the outer lines")
    }  # fmt: skip
    return Row(
        name=group.name or _("Another team"),
        url="" if group.is_own else group.url,
        share=percent(group.share.share),
        between=percents(group.share.interval),
        count=group.share.met,
        n=group.share.n,
        place=places[group.zone],
    )
