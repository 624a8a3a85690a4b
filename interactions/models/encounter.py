"""The encounter: one logged contact."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interactions.models.choices import (
    Channel,
    Concession,
    Feeling,
    LeftBetter,
    Outcome,
    StateBefore,
)
from interactions.models.situation import Situation
from microconnect.people.models import Team, User

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LONGEST_SECONDS = 24 * 60 * 60
LONGEST_WORDS = 4_000
_SEARCHED = ("customer_name", "customer_reference", "greeting", "empathy", "resolution", "closing")


class EncounterQuerySet(models.QuerySet["Encounter"]):
    def visible_to(self, viewer: User) -> EncounterQuerySet:
        """One's own; those of the teams one supervises now; all of them for an administrator."""
        if not viewer.is_active:
            return self.none()
        if viewer.is_administrator:
            return self
        return self.filter(Q(person=viewer) | Q(team__in=viewer.supervised_team_ids))

    def newest_first(self) -> EncounterQuerySet:
        return self.order_by("-occurred_at", "-pk")

    def with_words(self, words: str) -> EncounterQuerySet:
        """Those in which a customer is called so, or in whose texts it was said; part of a word is enough.

        One question to all texts at once, worded as the index `encounter_words` has it: PostgreSQL finds what it has.
        """
        return self.alias(all_words=Joined(*_SEARCHED)).filter(all_words__icontains=words)


class Joined(models.Func):
    """Texts as one, with a character between them that nobody types, so that no match runs from one into the next."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = models.TextField()

    def __init__(self, *names: str) -> None:
        with_gaps = (part for name in names for part in (models.Value("\x1f"), models.F(name)))
        super().__init__(*list(with_gaps)[1:])


class Encounter(models.Model):
    """One logged contact: who, where, how it went, in the words that were used. Only the channel and outcome are asked for."""

    WORDS = ("greeting", "empathy", "resolution", "closing")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Person, team and situation have no index of their own: those below begin with them.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="encounters", db_index=False
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="encounters", db_index=False)
    channel = models.CharField(_("channel"), max_length=5, choices=Channel)
    situation = models.ForeignKey(
        Situation,
        verbose_name=_("situation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="encounters",
        db_index=False,
    )

    occurred_at = models.DateTimeField(_("when it happened"))
    # By the team's calendar and clock as they were then: they stay when the team moves to another time zone.
    occurred_on = models.DateField(editable=False)
    occurred_hour = models.PositiveSmallIntegerField(editable=False, help_text="0 to 23.")
    device_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="What the device's clock said when it was saved there."
    )
    clock_offset_ms = models.BigIntegerField(
        null=True,
        blank=True,
        editable=False,
        help_text="Milliseconds by which our clock was ahead of the device's when it last heard from us.",
    )
    received_at = models.DateTimeField(default=timezone.now, editable=False)

    customer_name = models.CharField(_("their first name"), max_length=60, blank=True)
    customer_reference = models.CharField(_("reference"), max_length=60, blank=True)
    feeling_before = models.PositiveSmallIntegerField(_("came in"), choices=Feeling, null=True, blank=True)
    feeling_after = models.PositiveSmallIntegerField(_("left"), choices=Feeling, null=True, blank=True)
    left_better = models.CharField(_("did they leave better?"), max_length=6, choices=LeftBetter, blank=True)

    state_before = models.CharField(_("how were you?"), max_length=10, choices=StateBefore, blank=True)
    reset_taken = models.BooleanField(_("took a breath first"), null=True, blank=True)
    wait_seconds = models.PositiveIntegerField(
        _("they waited"), null=True, blank=True, validators=[MaxValueValidator(LONGEST_SECONDS)]
    )
    handling_seconds = models.PositiveIntegerField(
        _("it took"), null=True, blank=True, validators=[MaxValueValidator(LONGEST_SECONDS)]
    )

    greeting = models.TextField(_("what you said first"), max_length=LONGEST_WORDS, blank=True)
    empathy = models.TextField(_("what you answered"), max_length=LONGEST_WORDS, blank=True)
    resolution = models.TextField(_("what you did about it"), max_length=LONGEST_WORDS, blank=True)
    closing = models.TextField(_("how you said goodbye"), max_length=LONGEST_WORDS, blank=True)
    personal_touches = models.JSONField(_("personal touches"), default=list, blank=True)

    outcome = models.CharField(_("how it ended"), max_length=10, choices=Outcome)
    passed_to = models.CharField(_("who took it on"), max_length=60, blank=True)
    repeat_of = models.ForeignKey(
        "self",
        verbose_name=_("came back about"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="repeats",
        db_index=False,
    )
    concession = models.CharField(_("gave something extra"), max_length=13, choices=Concession, blank=True)
    concession_reason = models.CharField(_("why"), max_length=300, blank=True)
    confirmed = models.JSONField(_("they left with"), default=list, blank=True)

    revision = models.PositiveIntegerField(default=1, editable=False)
    submission = models.CharField(
        max_length=64, editable=False, help_text="Digest of what was sent first; a retry has the same."
    )

    objects = EncounterQuerySet.as_manager()

    class Meta:
        verbose_name = _("encounter")
        verbose_name_plural = _("encounters")
        indexes = [
            models.Index(fields=["person", "occurred_at"], name="encounter_person_time"),
            models.Index(fields=["team", "occurred_at"], name="encounter_team_time"),
            models.Index(fields=["person", "team", "occurred_on"], name="encounter_person_day"),
            models.Index(fields=["situation", "occurred_at"], name="encounter_situation_time"),
            # The newest of all, for those who see everything.
            models.Index(fields=["occurred_at", "id"], name="encounter_time"),
            # Few came back about an earlier one; the others need no entry.
            models.Index(fields=["repeat_of"], condition=Q(repeat_of__isnull=False), name="encounter_repeat"),
            # On PostgreSQL also `encounter_words`: see interactions.words_index.
            # How a situation was decided lately is answered from this index alone, whatever the table has grown to.
            models.Index(
                fields=["situation", "occurred_at", "id", "concession"],
                condition=~Q(concession=""),
                name="encounter_situation_decided",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(occurred_at__gte=EARLIEST), name="encounter_is_of_this_century"),
            models.CheckConstraint(condition=Q(occurred_hour__lte=23), name="encounter_hour_is_of_a_day"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="encounter_channel_is_known"),
            # Empty only where it was never recorded: imported conversations don't say how they ended.
            models.CheckConstraint(condition=Q(outcome__in=["", *Outcome.values]), name="encounter_outcome_is_known"),
            models.CheckConstraint(
                condition=Q(concession__in=["", *Concession.values]), name="encounter_concession_is_known"
            ),
            models.CheckConstraint(
                condition=Q(left_better__in=["", *LeftBetter.values]), name="encounter_left_better_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state_before__in=["", *StateBefore.values]), name="encounter_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(feeling_before=None) | Q(feeling_before__range=(1, 5)),
                name="encounter_feeling_before_1_to_5",
            ),
            models.CheckConstraint(
                condition=Q(feeling_after=None) | Q(feeling_after__range=(1, 5)), name="encounter_feeling_after_1_to_5"
            ),
            models.CheckConstraint(
                condition=Q(wait_seconds=None) | Q(wait_seconds__lte=LONGEST_SECONDS),
                name="encounter_wait_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(handling_seconds=None) | Q(handling_seconds__lte=LONGEST_SECONDS),
                name="encounter_handling_within_a_day",
            ),
            models.CheckConstraint(condition=Q(revision__gte=1), name="encounter_revisions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_channel_display()} · {self.occurred_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("encounters:detail", args=[self.public_id])

    @property
    def editable_until(self) -> datetime:
        return self.received_at + timedelta(hours=settings.EDIT_HOURS)

    def is_editable_by(self, user: User, now: datetime) -> bool:
        """The person who logged it, for a day (`EDIT_HOURS`); never someone else."""
        return self.person_id == user.pk and user.is_active and now < self.editable_until
