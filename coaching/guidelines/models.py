"""What administrators say is in and out of bounds for greetings; the rest is the person's own."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coaching.versions.models import Status, Version, VersionQuerySet
from interactions.models import Channel
from microconnect.people.models import Team, User


class Strength(models.TextChoices):
    """How much a guideline weighs, and with it on which side of the bounds it stands."""

    ENCOURAGED = "encouraged", _("in bounds, encouraged")
    REQUIRED = "required", _("in bounds, required")
    AVOID = "avoid", _("out of bounds, avoid")
    NEVER = "never", _("out of bounds, never")


IN_BOUNDS = (Strength.ENCOURAGED, Strength.REQUIRED)
MOST_PHRASES = 50
LONGEST_PHRASE = 120
MOST_EXAMPLES = 10


class Match(models.TextChoices):
    """How a guideline's lines are looked for; `coaching.engine.guidelines` says what each means."""

    PHRASE = "phrase", _("a line’s words, in this order")
    WORDS = "words", _("a line’s words, anywhere")
    NEAR = "near", _("a line’s words or nearly so, slips and all")
    PATTERN = "pattern", _("a pattern")


class GuidelineVersion(Version):
    """All guidelines as they stand together. Assessments pin the version they were made with, to stay explainable."""

    objects = VersionQuerySet.as_manager()

    class Meta(Version.Meta):
        verbose_name = _("version of the guidelines")
        verbose_name_plural = _("versions of the guidelines")

    def get_absolute_url(self) -> str:
        if self.is_draft:
            return reverse("guidelines:draft")
        return reverse("guidelines:version", args=[self.number])


class GuidelineQuerySet(models.QuerySet["GreetingGuideline"]):
    def visible_to(self, viewer: User) -> GuidelineQuerySet:
        """Administrators only; everybody else meets guidelines where they log."""
        return self if viewer.is_active and viewer.is_administrator else self.none()

    def in_draft(self) -> GuidelineQuerySet:
        """Those that can be changed."""
        return self.filter(version__status=Status.DRAFT)


class GreetingGuideline(models.Model):
    """One thing that is in or out of bounds in a greeting: for which teams, channels and days, and why."""

    version = models.ForeignKey(GuidelineVersion, on_delete=models.CASCADE, related_name="guidelines")
    key = models.UUIDField(default=uuid.uuid4, editable=False, help_text="The same through all versions.")
    title = models.CharField(_("guideline"), max_length=120)
    strength = models.CharField(_("in or out of bounds"), max_length=10, choices=Strength)
    match = models.CharField(_("looks for"), max_length=7, choices=Match, default=Match.PHRASE)
    phrases = models.TextField(
        _("words or phrases"),
        max_length=MOST_PHRASES * (LONGEST_PHRASE + 1),
        help_text=_("One to a line. Capitals and punctuation do not matter."),
    )
    is_script = models.BooleanField(
        _("this is a script"),
        default=False,
        help_text=_("A greeting that is only this counts as a script, not as one's own."),
    )
    reason = models.CharField(_("why"), max_length=300, help_text=_("People read this when it matters. Be kind."))
    suggestion = models.CharField(_("say instead"), max_length=300, blank=True)
    teams = models.ManyToManyField(Team, verbose_name=_("teams"), blank=True, help_text=_("None chosen: all teams."))
    channels = models.JSONField(_("channels"), default=list, blank=True)
    active_from = models.DateField(_("from"), null=True, blank=True)
    active_until = models.DateField(_("until and including"), null=True, blank=True)
    matching_examples = models.TextField(
        _("greetings that meet it"),
        max_length=2_000,
        blank=True,
        help_text=_("At least one, one to a line. They are checked before anything is published."),
    )
    other_examples = models.TextField(
        _("greetings that look close and must not"),
        max_length=2_000,
        blank=True,
        help_text=_("At least one, one to a line. They keep a guideline from catching what it never meant."),
    )

    objects = GuidelineQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("greeting guideline")
        verbose_name_plural = _("greeting guidelines")
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="guideline_once_a_version"),
            models.CheckConstraint(condition=Q(strength__in=Strength.values), name="guideline_strength_is_known"),
            models.CheckConstraint(condition=Q(match__in=Match.values), name="guideline_match_is_known"),
            models.CheckConstraint(
                condition=Q(active_from=None) | Q(active_until=None) | Q(active_until__gte=F("active_from")),
                name="guideline_ends_after_it_begins",
                violation_error_message=_("The last day comes before the first one."),
            ),
            models.CheckConstraint(
                condition=Q(is_script=False) | Q(strength__in=[Strength.AVOID, Strength.NEVER]),
                name="guideline_script_is_out_of_bounds",
                violation_error_message=_("A script is out of bounds: choose avoid or never."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("guidelines:edit", args=[self.pk])

    @property
    def is_in_bounds(self) -> bool:
        return self.strength in IN_BOUNDS

    @property
    def phrase_list(self) -> list[str]:
        return lines_of(self.phrases)

    @property
    def matching_example_list(self) -> list[str]:
        return lines_of(self.matching_examples)

    @property
    def other_example_list(self) -> list[str]:
        return lines_of(self.other_examples)

    def holds_on(self, day: date) -> bool:
        return (self.active_from or day) <= day <= (self.active_until or day)


class Expected(models.TextChoices):
    """What a tricky case is to come out as."""

    IN_BOUNDS = "in", _("in bounds")
    OUT_OF_BOUNDS = "out", _("out of bounds")
    MISSING = "missing", _("in bounds, with something required missing")


class TrickyCase(models.Model):
    """A greeting that is easily judged wrongly, with what it is to come out as: the version's own tests."""

    version = models.ForeignKey(GuidelineVersion, on_delete=models.CASCADE, related_name="cases")
    greeting = models.CharField(_("greeting"), max_length=500)
    channel = models.CharField(_("channel"), max_length=5, choices=Channel, default=Channel.FACE)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    expected = models.CharField(_("comes out as"), max_length=7, choices=Expected)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("tricky case")
        verbose_name_plural = _("tricky cases")
        constraints = [
            models.CheckConstraint(
                condition=Q(expected__in=Expected.values), name="tricky_case_expects_something_known"
            ),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="tricky_case_channel_is_known"),
            models.UniqueConstraint(fields=["version", "greeting", "channel", "team"], name="tricky_case_once_a_team"),
            models.UniqueConstraint(
                fields=["version", "greeting", "channel"], condition=Q(team=None), name="tricky_case_once"
            ),
        ]

    def __str__(self) -> str:
        return self.greeting


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something, without the spaces around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]
