"""The page "consistent and fair", put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.choices import Chip
from coaching.dashboards.fairness.cases import Case, cases
from coaching.dashboards.fairness.groups import everybodys_share
from coaching.dashboards.fairness.pairs import Pair, pairs
from coaching.dashboards.fairness.plots import Plot, people_plot, team_plot
from coaching.dashboards.fairness.question import Measure, Question
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.wording import percent
from microconnect.people.models import Team, User


@dataclass(frozen=True, slots=True)
class FairPage:
    """`everybody` is the share of all teams together, as text; empty where nothing is known."""

    team: Team
    question: Question
    team_url: str
    is_empty: bool
    is_narrowed: bool
    spans: Sequence[Chip]
    channel_chips: Sequence[Chip]
    narrowed: Sequence[Chip]
    measures: Sequence[Chip]
    all_situations: Chip
    cases: Sequence[Case]
    everybody: str
    everybody_share: Share
    people: Plot
    teams: Plot
    pairs: Sequence[Pair]

    @property
    def is_of_extras(self) -> bool:
        return self.question.measure == Measure.EXTRA


def fair_page(team: Team, viewer: User, question: Question) -> FairPage:
    """What `viewer` reads about `team`; whether they may is the view's question. As many queries whatever was logged."""
    spans, channels = question.chips()
    everybody = everybodys_share(question)
    found = cases(team, question)
    people = people_plot(team, question, everybody)
    return FairPage(
        team=team,
        question=question,
        team_url=question.choice.at(team.get_absolute_url()),
        is_empty=not found and not people.rows and not people.under_five,
        is_narrowed=question.is_narrowed,
        spans=spans,
        channel_chips=channels,
        narrowed=question.narrowed(),
        measures=question.measures(),
        all_situations=Chip("", question.url(question.measure, None), question.situation is None),
        cases=found,
        everybody=percent(everybody.share) if everybody.n else "",
        everybody_share=everybody,
        people=people,
        teams=team_plot(team, viewer, question, everybody),
        pairs=pairs(team, viewer, question),
    )
