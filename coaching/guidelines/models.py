"""What administrators say is in and out of bounds for greetings; the rest is the person's own."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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


class Match(models.TextChoices):
    PHRASE = "phrase", _("a line’s words, in this order")
    WORDS = "words", _("a line’s words, anywhere")


class GuidelineQuerySet(models.QuerySet["GreetingGuideline"]):
    def visible_to(self, viewer: User) -> GuidelineQuerySet:
        """Administrators only; everybody else meets guidelines where they log."""
        return self if viewer.is_active and viewer.is_administrator else self.none()

    def current(self) -> GuidelineQuerySet:
        """Those not retired, whether or not their days have come."""
        return self.filter(retired_at=None)


class GreetingGuideline(models.Model):
    """One thing that is in or out of bounds in a greeting: for which teams, channels and days, and why."""

    title = models.CharField(_("guideline"), max_length=120)
    strength = models.CharField(_("in or out of bounds"), max_length=10, choices=Strength)
    match = models.CharField(_("looks for"), max_length=6, choices=Match, default=Match.PHRASE)
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
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = GuidelineQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("greeting guideline")
        verbose_name_plural = _("greeting guidelines")
        constraints = [
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
    def is_retired(self) -> bool:
        return self.retired_at is not None

    @property
    def phrase_list(self) -> list[str]:
        return [line.strip() for line in self.phrases.splitlines() if line.strip()]

    def holds_on(self, day: date) -> bool:
        return (self.active_from or day) <= day <= (self.active_until or day)


class GuidelineVersion(models.Model):
    """All guidelines as they stood after one change. Assessments pin it, to stay explainable."""

    rules = models.JSONField(encoder=DjangoJSONEncoder)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("version of the guidelines")
        verbose_name_plural = _("versions of the guidelines")

    def __str__(self) -> str:
        return str(self.pk)
