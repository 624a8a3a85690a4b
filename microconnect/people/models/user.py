"""A person who signs in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from microconnect.people.models.membership import Membership
    from microconnect.people.models.team import Team


class UserQuerySet(models.QuerySet["User"]):
    def visible_to(self, viewer: User) -> UserQuerySet:
        """Oneself; the people of the teams one supervises now; everybody for an administrator."""
        if not viewer.is_active:
            return self.none()
        if viewer.is_administrator:
            return self
        in_my_teams = Q(memberships__team__in=viewer.supervised_team_ids)
        return self.filter(Q(pk=viewer.pk) | in_my_teams).distinct()


class UserManager(BaseUserManager["User"]):
    def get_queryset(self) -> UserQuerySet:
        return UserQuerySet(self.model, using=self._db)

    def visible_to(self, viewer: User) -> UserQuerySet:
        return self.get_queryset().visible_to(viewer)

    def create_user(self, email: str, name: str = "", password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, name: str, password: str | None = None, **fields: Any) -> User:
        """What `manage.py createsuperuser` calls: the first administrator."""
        return self.create_user(email, name, password, is_administrator=True, **fields)


class User(AbstractBaseUser):
    """A person who signs in with their e-mail address. What they may see follows from their memberships."""

    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    name = models.CharField(_("name"), max_length=120, help_text=_("As colleagues call you."))
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_administrator = models.BooleanField(_("administrator"), default=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    sessions_ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_person_per_email",
                violation_error_message=_("Someone with this address is already here."),
            ),
        ]

    def __str__(self) -> str:
        return self.name.strip() or self.email

    def get_session_auth_hash(self) -> str:
        """What a session remembers of its person: once the password or `sessions_ended_at` changes, it is over."""
        return super().get_session_auth_hash() + self._ending

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        return (older + self._ending for older in super().get_session_auth_fallback_hash())

    @property
    def _ending(self) -> str:
        return f":{self.sessions_ended_at.timestamp()}" if self.sessions_ended_at else ""

    @property
    def first_name(self) -> str:
        return str(self).split()[0]

    @property
    def initials(self) -> str:
        parts = str(self).split()
        return "".join(part[0] for part in (parts[0], *parts[1:][-1:])).upper()

    @cached_property
    def memberships_now(self) -> list[Membership]:
        """The memberships that hold now, with their teams: one query for a whole request."""
        return list(self.memberships.current(timezone.now()).select_related("team").order_by("since", "pk"))

    @property
    def teams_now(self) -> list[Team]:
        """The teams one works in now, each once, the first joined first."""
        return list({membership.team_id: membership.team for membership in self.memberships_now}.values())

    @property
    def time_zone(self) -> str:
        """Somebody's days follow the team joined first; the house's own where they are in none."""
        return self.teams_now[0].time_zone if self.teams_now else timezone.get_default_timezone_name()

    def teams_at(self, at: datetime) -> list[Team]:
        """The teams one worked in at that time, the first joined first: what was logged then belongs there."""
        then = self.memberships.current(at).select_related("team").order_by("since", "pk")
        return list({membership.team_id: membership.team for membership in then}.values())

    @property
    def supervised_team_ids(self) -> set[int]:
        return {membership.team_id for membership in self.memberships_now if membership.is_supervisor}

    @property
    def is_supervisor(self) -> bool:
        return bool(self.supervised_team_ids)

    def supervises(self, team_id: int) -> bool:
        return team_id in self.supervised_team_ids
