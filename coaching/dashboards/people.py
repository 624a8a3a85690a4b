"""The people of a team, in the order of their names: never a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from django.urls import reverse

from coaching.dashboards.advice import Advice, Desk, advice
from coaching.dashboards.charts import Interval, interval
from coaching.dashboards.figures import Figures
from coaching.dashboards.queries.activity import NOTHING, Activity
from coaching.dashboards.readings import reading
from coaching.dashboards.scripts.told import told
from microconnect.people.models import User
from microconnect.periods import starts_at

SETTLING_IN = timedelta(weeks=3)  # from the end of the newest week


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person's line of the table."""

    person: User
    page_url: str
    url: str
    logged: int
    chart: Interval
    advice: Advice


def person_rows(figures: Figures) -> Sequence[PersonRow]:
    """A row for each member of the team, over the chosen weeks."""
    choice = figures.choice
    told_of = told(choice.period, choice.today)
    desk = Desk(
        practices=figures.shown.practices,
        scorecard=figures.scorecard,
        links=figures.links,
        period=choice.period,
        usual_encounters=_usual(figures),
        new_here=_new_here(figures),
        greetings=figures.in_channel.within(told_of).activity,
        greetings_of=told_of,
    )
    return [_row(person, figures, desk) for person in figures.people]


def _usual(figures: Figures) -> float:
    """The middle of what people logged, so that one very keen person does not set the measure."""
    counts = [_activity(person, figures).encounters for person in figures.people]
    return median(counts) if counts else 0.0


def _new_here(figures: Figures) -> frozenset[int]:
    """Those who came so lately that what others logged in these weeks is no measure for them."""
    period, zone = figures.choice.period, figures.team.time_zone
    since = max(starts_at(zone, period.start), starts_at(zone, period.end) - SETTLING_IN)
    return frozenset(person for person, joined_at in figures.joined_at.items() if joined_at > since)


def _row(person: User, figures: Figures, desk: Desk) -> PersonRow:
    activity = _activity(person, figures)
    url = figures.links(figures.choice.period, person=person.pk)
    target = (figures.scorecard.target_low, figures.scorecard.target_high)
    overdue = figures.promises.overdue_by.get(person.pk, 0)
    return PersonRow(
        person=person,
        page_url=figures.choice.of_one().at(reverse("teams:person", args=[figures.team.slug, person.pk])),
        url=url,
        logged=activity.encounters,
        chart=interval(reading(str(person), activity.scores, url), target=target),
        advice=advice(person.pk, activity, overdue, desk),
    )


def _activity(person: User, figures: Figures) -> Activity:
    return figures.shown.activity.get(person.pk, NOTHING)
