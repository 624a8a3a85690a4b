"""Teams: added, renamed, moved to another time zone, retired. Raises as the verbs of memberships do."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from microconnect.audit.models import record
from microconnect.organisation.services.acting import lock_teams, require_administrator
from microconnect.organisation.services.memberships import as_facts, record_end
from microconnect.people.models import Membership, Team, User
from microconnect.periods import starts_at

_NO_SLUGS = {"add"}  # addresses of pages beside the teams' own
_LONGEST_SLUG = 80


def add_team(*, by: User, name: str, time_zone: str) -> Team:
    """A team without people yet. Its address is made from its name, and stays."""
    require_administrator(by)
    _refuse_taken(name)
    try:
        with transaction.atomic():
            team = Team.objects.create(name=name, slug=_free_slug(name), time_zone=time_zone)
            record(by=by, action="team_added", target=team, before={}, after={"name": name, "time_zone": time_zone})
    except IntegrityError as error:  # taken in the same moment
        raise ValidationError({"name": _taken(name)}) from error
    return team


def rename_team(*, by: User, team: Team, name: str) -> bool:
    """Call it something else; False where it is called so. Links to it go on working."""
    require_administrator(by)
    _refuse_taken(name, but=team)
    try:
        return _change(by, team, "team_renamed", name=name)
    except IntegrityError as error:
        raise ValidationError({"name": _taken(name)}) from error


def change_time_zone(*, by: User, team: Team, time_zone: str) -> bool:
    """Let its days begin elsewhere from now on; False where they do. Days that were counted stay as they were."""
    require_administrator(by)
    return _change(by, team, "team_time_zone_changed", time_zone=time_zone)


@transaction.atomic
def retire_team(*, by: User, team: Team, last_day: date | None, now: datetime) -> None:
    """Let nobody work there after `last_day`; without one the team has to be empty, and is retired now.

    Memberships end with that day, and those that were to begin after it are taken back. What happened there stays.
    """
    require_administrator(by)
    team = lock_teams(team)[team.pk]
    if team.retired_at is not None:
        raise ValidationError(_("This team is retired already."))
    at = now if last_day is None else starts_at(team.time_zone, last_day + timedelta(days=1))
    staying = list(team.memberships.filter(Q(until=None) | Q(until__gt=at)).select_related("user", "team"))
    if last_day is None and any(membership.user.is_active for membership in staying):
        raise ValidationError({"last_day": _("There are people in it. Say which day is their last.")})
    for membership in staying:
        _end(by, membership, at)
    team.retired_at = at
    team.save(update_fields=["retired_at"])
    record(by=by, action="team_retired", target=team, before={"retired_at": None}, after={"retired_at": at})


@transaction.atomic
def reopen_team(*, by: User, team: Team) -> bool:
    """Let people join it again; False where they can. Whoever was in it has to be added anew."""
    require_administrator(by)
    team = lock_teams(team)[team.pk]
    if team.retired_at is None:
        return False
    record(
        by=by, action="team_reopened", target=team, before={"retired_at": team.retired_at}, after={"retired_at": None}
    )
    team.retired_at = None
    team.save(update_fields=["retired_at"])
    return True


def _end(by: User, membership: Membership, at: datetime) -> None:
    before = as_facts(membership)
    if membership.since >= at:
        record(by=by, action="membership_withdrawn", target=membership.user, before=before, after={})
        membership.delete()
        return
    membership.until = at
    membership.save(update_fields=["until"])
    record_end(by, membership, before)


@transaction.atomic
def _change(by: User, team: Team, action: str, **wanted: str) -> bool:
    stored = lock_teams(team)[team.pk]
    before = {field: getattr(stored, field) for field in wanted}
    if before == wanted:
        return False
    for field, value in wanted.items():
        setattr(stored, field, value)
    stored.save(update_fields=list(wanted))
    record(by=by, action=action, target=stored, before=before, after=wanted)
    return True


def _refuse_taken(name: str, but: Team | None = None) -> None:
    if any(team != but for team in Team.objects.filter(name__iexact=name)):
        raise ValidationError({"name": _taken(name)})


def _taken(name: str) -> str:
    return _("There is a team called “%(name)s” already. Give this one another name.") % {"name": name}


def _free_slug(name: str) -> str:
    made = slugify(name)[: _LONGEST_SLUG - 6].strip("-") or "team"
    taken = set(Team.objects.filter(slug__startswith=made).values_list("slug", flat=True)) | _NO_SLUGS
    return next(slug for slug in _slugs(made) if slug not in taken)


def _slugs(made: str) -> Iterator[str]:
    yield made
    for number in count(2):
        yield f"{made}-{number}"
