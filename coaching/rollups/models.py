"""What dashboards read: one row a person, team, day and channel, recomputed whole whenever that day changes."""

from django.conf import settings
from django.db import models

from interactions.models import Channel
from microconnect.people.models import Team


class ActivityDay(models.Model):
    """How much one person logged on one day in one channel, and how it scored."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    channel = models.CharField(max_length=5, choices=Channel)
    encounters = models.PositiveIntegerField()
    connections = models.PositiveIntegerField(help_text="Encounters in which the words showed a human practice.")
    judged = models.PositiveIntegerField(help_text="Encounters with a score.")
    total = models.PositiveIntegerField(help_text="Sum of the scores.")
    squares = models.PositiveIntegerField(help_text="Sum of the squared scores.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "team", "day", "channel"], name="one_activity_day"),
        ]
        indexes = [models.Index(fields=["team", "day"], name="activity_team_day")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.channel}: {self.encounters}"


class PracticeDay(models.Model):
    """How one practice scored for one person on one day in one channel."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    channel = models.CharField(max_length=5, choices=Channel)
    practice = models.CharField(max_length=20)
    judged = models.PositiveIntegerField()
    total = models.FloatField()
    squares = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "team", "day", "channel", "practice"], name="one_practice_day"),
        ]
        # In the order in which dashboards group, and with what they add up: they never open the table's own rows.
        indexes = [
            models.Index(
                fields=["team", "practice", "person", "channel", "day", "judged", "total", "squares"],
                name="practice_of_team",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.channel} {self.practice}"
