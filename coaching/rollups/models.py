"""What dashboards read: encounters added up by week, for each person, each team and the whole organisation.

Why weeks, and why each row carries its practices as JSON, is in docs/decisions/0021.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from coaching.rollups.fields import SumsField
from coaching.rollups.tally import COUNTS, HISTOGRAMS, LISTS, Tally
from interactions.models import Channel, Situation
from microconnect.people.models import Team

SUMS = (*COUNTS, *LISTS, *HISTOGRAMS)

# Rows of all together and those of single situations are indexed apart. Said like this, PostgreSQL reads both indexes;
# with nothing said it knows of neither, and reads the table.
TOGETHER_AND_APART = Q(situation=None) | Q(situation__isnull=False)


class WeekTally(models.Model):
    """The tally of one week and channel: of all encounters where `situation` is None, else of that situation's."""

    week = models.DateField(help_text="Its Monday; a day belongs to the week of the team's own calendar.")
    channel = models.CharField(max_length=5, choices=Channel)
    situation = models.ForeignKey(Situation, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    encounters = models.PositiveIntegerField()
    connections = models.PositiveIntegerField(help_text="Encounters in which the words showed a human practice.")
    judged = models.PositiveIntegerField(help_text="Encounters with a score.")
    total = models.PositiveBigIntegerField(help_text="Sum of the scores.")
    squares = models.PositiveBigIntegerField(help_text="Sum of the squared scores.")
    first_time_known = models.PositiveIntegerField(help_text="Encounters of which it is known how they ended.")
    first_time = models.PositiveIntegerField(help_text="Those that were right the first time.")
    better_known = models.PositiveIntegerField(
        help_text="Encounters after which somebody said whether they left better."
    )
    better = models.PositiveIntegerField(help_text="Those that did.")
    concession_known = models.PositiveIntegerField(help_text="Encounters of which it is known whether extra was given.")
    conceded = models.PositiveIntegerField(help_text="Those in which it was.")
    greetings = models.PositiveIntegerField(help_text="Greetings that could be judged.")
    scripted = models.PositiveIntegerField(help_text="Those that were a script, or the same words again and again.")
    promises = models.PositiveIntegerField(help_text="Promises made.")
    promises_kept = models.PositiveIntegerField()
    promises_in_time = models.PositiveIntegerField()
    promises_open = models.PositiveIntegerField()

    practices = SumsField(help_text="key -> [judged, total, squares], in whole points.")
    hours = SumsField(help_text="hour of the week -> [encounters, judged, total, squares].")
    waits = SumsField(help_text="bucket -> encounters; see coaching.rollups.histograms.")
    handling = SumsField(help_text="bucket -> encounters.")
    due = SumsField(help_text="when an open promise falls due (seconds since 1970) -> promises.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.week} {self.channel}: {self.encounters}"

    @property
    def tally(self) -> Tally:
        return Tally(
            {name: getattr(self, name) for name in COUNTS}, *(getattr(self, name) for name in LISTS + HISTOGRAMS)
        )


def sums_of(tally: Tally) -> dict[str, Any]:
    """What a row stores of a tally."""
    return {**tally.counts, **{name: getattr(tally, name) for name in LISTS + HISTOGRAMS}}


class PersonWeek(WeekTally):
    """One person's week in one team."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+", db_index=False)
    days = models.PositiveSmallIntegerField(help_text="On which days they logged: bit 0 is Monday.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "team", "week", "channel"], condition=Q(situation=None), name="one_person_week"
            ),
            models.UniqueConstraint(
                fields=["person", "team", "week", "channel", "situation"],
                condition=Q(situation__isnull=False),
                name="one_person_situation_week",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "week"], condition=Q(situation=None), name="team_person_week"),
            models.Index(
                fields=["team", "situation", "week"],
                condition=Q(situation__isnull=False),
                name="team_person_situation_week",
            ),
            # Open promises are few: found without walking through the weeks.
            models.Index(
                fields=["team"], condition=Q(situation=None, promises_open__gt=0), name="team_person_open_promises"
            ),
        ]


class TeamWeek(WeekTally):
    """One team's week: the sum of its people's."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "week", "channel"], condition=Q(situation=None), name="one_team_week"
            ),
            models.UniqueConstraint(
                fields=["team", "week", "channel", "situation"],
                condition=Q(situation__isnull=False),
                name="one_team_situation_week",
            ),
        ]
        indexes = [
            # What the organisation's page and "consistent and fair" add up for hundreds of teams, without opening their
            # wide rows.
            models.Index(
                fields=["week", "team"],
                include=[
                    "channel",
                    "encounters",
                    "judged",
                    "total",
                    "squares",
                    "first_time_known",
                    "first_time",
                    "concession_known",
                    "conceded",
                ],
                condition=Q(situation=None),
                name="week_of_teams",
            ),
            models.Index(
                fields=["situation", "week"], condition=Q(situation__isnull=False), name="situation_week_of_teams"
            ),
            models.Index(fields=["team"], condition=Q(situation=None, promises_open__gt=0), name="team_open_promises"),
        ]


class OrganisationWeek(WeekTally):
    """Everybody's week: the sum of the teams'."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["week", "channel"], condition=Q(situation=None), name="one_organisation_week"
            ),
            models.UniqueConstraint(
                fields=["week", "channel", "situation"],
                condition=Q(situation__isnull=False),
                name="one_organisation_situation_week",
            ),
        ]
