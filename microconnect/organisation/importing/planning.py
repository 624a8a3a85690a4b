"""What a list would do, line by line, if it were stored now. Nothing is stored here."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from microconnect.organisation.identity import clean_email, clean_name
from microconnect.organisation.importing.reading import Line
from microconnect.organisation.queries import ADMINISTRATOR
from microconnect.organisation.services import rules
from microconnect.people.models import Membership, Role, Team, User
from microconnect.periods import day_in, starts_at


class Kind(models.TextChoices):
    """What a line would do; the labels say it of one line or of many."""

    WRONG = "wrong", gettext_lazy("to look at")
    NEW = "new", gettext_lazy("new")
    JOINS = "joins", gettext_lazy("into one more team")
    MOVES = "moves", gettext_lazy("moved")
    STAYS = "stays", gettext_lazy("as they are")


@dataclass(frozen=True, slots=True)
class Step:
    """One line and what it would do, `words` saying it. What it is about is None where it is about nobody."""

    line: Line
    kind: Kind
    words: str
    name: str = ""
    email: str = ""
    person: User | None = None
    team: Team | None = None
    role: str = ""
    day: date | None = None
    leaves: Membership | None = None

    @property
    def place(self) -> tuple[Team, date]:
        """Where and from when, of a step that puts somebody somewhere.

        Raises:
            ValueError: it does not.
        """
        if self.team is None or self.day is None:
            raise ValueError(f"Line {self.line.number} puts nobody anywhere.")
        return self.team, self.day


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps, in the order of the lines."""

    steps: list[Step]

    def of_kind(self, kind: str) -> list[Step]:
        return [step for step in self.steps if step.kind == kind]

    @property
    def counts(self) -> list[tuple[Kind, int]]:
        """Each kind that there is, and how many lines are of it; what has to be looked at comes first."""
        counted = Counter(step.kind for step in self.steps)
        return [(kind, counted[kind]) for kind in Kind if counted[kind]]

    @property
    def to_read(self) -> list[Step]:
        """As people read it: what to look at first, then the rest, each in the order of the lines."""
        wrong = self.of_kind(Kind.WRONG)
        return [*wrong, *(step for step in self.steps if step.kind != Kind.WRONG)]

    @property
    def is_right(self) -> bool:
        return not self.of_kind(Kind.WRONG)

    @property
    def changes(self) -> list[Step]:
        return [step for step in self.steps if step.kind in {Kind.NEW, Kind.JOINS, Kind.MOVES}]

    @property
    def newcomers(self) -> int:
        return len({step.email for step in self.of_kind(Kind.NEW)})

    @property
    def digest(self) -> str:
        """Of everything that would be stored: two plans with the same digest do the same."""
        told = [
            [
                step.line.number,
                step.kind,
                step.name,
                step.email,
                step.person.pk if step.person else None,
                step.team.pk if step.team else None,
                step.role,
                step.day.isoformat() if step.day else None,
                step.leaves.pk if step.leaves else None,
            ]
            for step in self.steps
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class _Wrong(Exception):
    """A line that cannot be stored; the message is the sentence that says why."""


def plan_for(lines: list[Line], *, by: User, now: datetime) -> Plan:
    """What these lines would do if `by` stored them now. Three queries, whatever their number."""
    house = _House(by, now)
    addresses = [_address_of(line) for line in lines]
    several = Counter(address for address in addresses if address)
    seen: dict[str, list[Step]] = defaultdict(list)
    steps = []
    for line, address in zip(lines, addresses, strict=True):
        try:
            step = house.step(line, seen[address], is_alone=several[address] == 1)
        except _Wrong as wrong:
            step = Step(line, Kind.WRONG, str(wrong))
        seen[address].append(step)
        steps.append(step)
    return Plan(steps)


class _House:
    """Everybody and every team as they are now, held in memory for the length of one plan."""

    def __init__(self, by: User, now: datetime) -> None:
        self.by, self.now = by, now
        self.people = {person.email.lower(): person for person in User.objects.visible_to(by)}
        self.teams = {team.name: team for team in Team.objects.visible_to(by)}
        self.folded: dict[str, list[Team]] = defaultdict(list)
        for team in self.teams.values():
            self.folded[team.name.casefold()].append(team)
        self.memberships: dict[int, list[Membership]] = defaultdict(list)
        for membership in Membership.objects.select_related("team").order_by("since", "pk"):
            self.memberships[membership.user_id].append(membership)
        roles = [*Role.choices, (ADMINISTRATOR, _("administrator"))]
        self.roles = {said.casefold(): value for value, label in roles for said in (value, str(label))}
        self.places_in_words: dict[tuple[Team, str, date], dict[str, object]] = {}

    def step(self, line: Line, before: list[Step], *, is_alone: bool) -> Step:
        """What the line does, after the lines `before` it about the same address.

        Raises:
            _Wrong: with the sentence that says what to look at.
        """
        if not line.is_whole:
            raise _Wrong(_("There are more cells than columns."))
        name, email = _cleaned(clean_name, line.name), _cleaned(clean_email, line.email)
        person = self.people.get(email)
        if not line.team and not line.role:
            return self._without_team(line, name, email, person)
        role = self._role(line.role)
        if role == ADMINISTRATOR:
            return self._administrator(line, name, email, person)
        team = self._team(line.team)
        _refuse_contradictions(name, team, role, before)
        day = _day(line.since) or day_in(team.time_zone, self.now)
        step = Step(line, Kind.NEW, "", name, email, person, team, role, day)
        if person is not None:
            return self._of_somebody_here(step, person, team, day, is_alone=is_alone)
        _raise(rules.why_not_into(team))
        return replace(step, words=_("%(team)s, %(role)s, from %(day)s") % self._words(team, role, day))

    def _of_somebody_here(self, step: Step, person: User, team: Team, day: date, *, is_alone: bool) -> Step:
        """What the line does for somebody who is here already. Their name stays; their page changes it."""
        role, all_places = step.role, self.memberships[person.pk]
        places = [place for place in all_places if place.until is None or place.until > self.now]
        there = next((place for place in places if place.team_id == team.pk and place.role == role), None)
        if there is not None:
            return replace(step, kind=Kind.STAYS, words=_stays(step, person, there), day=None)
        _raise(rules.why_not_active(person))
        _raise(rules.why_not_oneself(self.by, person, role))
        _raise(rules.why_not_into(team))
        _raise(rules.why_not_from(team, role, starts_at(team.time_zone, day), all_places))
        if not is_alone or not places:
            words = _("joins %(team)s, %(role)s, from %(day)s") % self._words(team, role, day)
            return replace(step, kind=Kind.JOINS, words=words)
        if len(places) > 1:
            raise _Wrong(_("They are in several teams now. Move them on their page, or list all their teams here."))
        _raise(rules.why_not_moved(places[0], team, role, day, self.now))
        words = _("from %(old)s, %(old_role)s, to %(team)s, %(role)s, on %(day)s") % {
            "old": places[0].team,
            "old_role": places[0].get_role_display(),
            **self._words(team, role, day),
        }
        return replace(step, kind=Kind.MOVES, words=words, leaves=places[0])

    def _without_team(self, line: Line, name: str, email: str, person: User | None) -> Step:
        if person is None:
            raise _Wrong(_("Say which team they work in, and as what."))
        return Step(line, Kind.STAYS, _("is here; no team is said"), name, email, person)

    def _administrator(self, line: Line, name: str, email: str, person: User | None) -> Step:
        if person is None or not person.is_administrator:
            raise _Wrong(_("A list makes nobody an administrator. Their page does, one at a time."))
        if line.team:
            raise _Wrong(
                _("An administrator is in no team as such. Say frontline or supervisor, or leave the team out.")
            )
        return Step(line, Kind.STAYS, _("administers already"), name, email, person, None, ADMINISTRATOR)

    def _team(self, name: str) -> Team:
        exact = self.teams.get(name)
        alike = [exact] if exact else self.folded[name.casefold()]
        if len(alike) == 1:
            return alike[0]
        if not name:
            raise _Wrong(_("Say which team they work in."))
        raise _Wrong(
            _("There is no team called “%(name)s”. Add it first, or look at its spelling.") % {"name": name[:80]}
        )

    def _role(self, said: str) -> str:
        """A role by its name, in this language or as it is stored."""
        if not said:
            raise _Wrong(_("Say what they do: frontline or supervisor."))
        role = self.roles.get(said.casefold())
        if role is None:
            raise _Wrong(_("“%(role)s” is no role. Write frontline or supervisor.") % {"role": said[:40]})
        return role

    def _words(self, team: Team, role: str, day: date) -> dict[str, object]:
        """Thousands of lines name few places and days, and saying a day takes longer than all the rest."""
        place = (team, role, day)
        if place not in self.places_in_words:
            first = rules.said_day(team, starts_at(team.time_zone, day))
            self.places_in_words[place] = {"team": team, "role": Role(role).label, "day": first}
        return self.places_in_words[place]


def _address_of(line: Line) -> str:
    """The address in the spelling in which it is stored; "" where it is none."""
    try:
        return clean_email(line.email)
    except ValidationError:
        return ""


def _cleaned(clean: Callable[[str], str], typed: str) -> str:
    try:
        return clean(typed)
    except ValidationError as error:
        raise _Wrong(" ".join(error.messages)) from error


def _day(said: str) -> date | None:
    """2026-03-01, or 1.3.2026. What Excel makes of it, 3/1/2026, is one day here and another there."""
    if not said:
        return None
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            day = datetime.strptime(said, pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
        if 2000 <= day.year < 2100:
            return day
    raise _Wrong(_("“%(day)s” is not a day we can be sure of. Write it as 2026-03-01.") % {"day": said[:40]})


def _refuse_contradictions(name: str, team: Team, role: str, before: Iterable[Step]) -> None:
    for step in before:
        if step.team == team and step.role == role:
            raise _Wrong(_("Line %(number)d says the same of this address already.") % {"number": step.line.number})
        if step.kind != Kind.WRONG and step.name != name:
            raise _Wrong(_("Line %(number)d gives this address another name.") % {"number": step.line.number})


def _stays(step: Step, person: User, there: Membership) -> str:
    """That they are there, and what of the line is not taken over."""
    said = [_("%(team)s, %(role)s: there already.") % {"team": there.team, "role": there.get_role_display()}]
    if _day(step.line.since) not in {None, day_in(there.team.time_zone, there.since)}:
        said.append(_("Since %(day)s, which stays.") % {"day": rules.said_day(there.team, there.since)})
    if person.name != step.name:
        said.append(_("Called %(name)s here, which stays.") % {"name": person})
    return " ".join(said)


def _raise(sentence: str | None) -> None:
    if sentence:
        raise _Wrong(sentence)
