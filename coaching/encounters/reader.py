"""Reads the list forwards and back, never further than so many encounters in one go.

An index finds the newest of a team, of a person, about a situation, or of all. Whatever else is asked for (a practice,
words, a channel) is looked up in those, and in so many of them at most: what is rare may be further back than that, and
then it is known how far was looked. So no question, however odd, reads a year of a whole organisation.
"""

from collections.abc import Collection
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Max, Min, OuterRef, Q, Subquery

from coaching.encounters.filters import EncounterFilter
from coaching.encounters.further import further_back, has_index_for
from coaching.encounters.stretch import Stretch, positions
from interactions.models import Encounter
from interactions.models.encounter import EncounterQuerySet
from microconnect.keyset import Position
from microconnect.people.models import Team, User

LOOKED_AT = 2_000  # encounters and their assessments: 5 ms
LOOKED_THROUGH = 10_000  # their words: 40 ms


class Reader:
    """What one viewer may see, narrowed by a valid filter or not at all."""

    def __init__(self, viewer: User, narrowed: EncounterFilter | None) -> None:
        self._viewer = viewer
        self._narrowed = narrowed
        self._sent: dict[str, Any] = narrowed.sent if narrowed else {}
        self._found = self._by(self._sent, Encounter.objects.visible_to(viewer))
        self._looked = LOOKED_THROUGH if "q" in self._sent else LOOKED_AT

    def earlier_than(self, position: Position | None, *, limit: int) -> Stretch:
        """The newest first, up to `limit`. What has an index of its own is looked for further back than all else."""
        behind = position.earlier("occurred_at") if position else Q()
        floor = self._edge(behind, newest_first=True) if position else self._newest_until
        found = self._found.filter(behind)
        within = found.filter(occurred_at__gte=floor) if floor else found
        stretch = Stretch(positions(within.newest_first()[:limit]), floor)
        if floor and len(stretch.rows) < limit and self._has_own_index:
            return further_back(found, self._begun_at(position) - floor, stretch, limit=limit)
        return stretch

    def count(self, *, limit: int) -> tuple[int, datetime | None]:
        """How many of the newest there are, counted up to `limit`, and how far back that was; None: to the end."""
        floor = self._newest_until
        within = self._found.filter(occurred_at__gte=floor) if floor else self._found
        return within.order_by()[:limit].count(), floor

    def later_than(self, position: Position, *, limit: int) -> Stretch:
        """The oldest first, up to `limit`."""
        before = position.later("occurred_at")
        ceiling = self._edge(before, newest_first=False)
        found = self._found.filter(before, **{"occurred_at__lte": ceiling} if ceiling else {})
        return Stretch(positions(found.order_by("occurred_at", "pk")[:limit]), ceiling)

    def _by(self, names: Collection[str], encounters: EncounterQuerySet) -> EncounterQuerySet:
        return self._narrowed.narrow(encounters, by=names) if self._narrowed else encounters

    @cached_property
    def _newest_until(self) -> datetime | None:
        return self._edge(Q(), newest_first=True)

    def _edge(self, part: Q, *, newest_first: bool) -> datetime | None:
        """The time up to which there are as many encounters as are looked at; None where there are not so many.

        It only says where to stop: who may see what is not decided here. Of several teams each is asked for its share.
        """
        order, farthest = ("-occurred_at", Max) if newest_first else ("occurred_at", Min)
        leading = self._leading
        everything = self._by({*leading, "since", "until"}, Encounter.objects.filter(part))
        times = everything.order_by(order).values_list("occurred_at", flat=True)
        if leading or self._viewer.is_administrator:
            return times[self._looked : self._looked + 1].first()
        teams = self._viewer.supervised_team_ids
        share = self._looked // (len(teams) + 1)
        edges = [times.filter(person=self._viewer)[share : share + 1].first()]
        if teams:
            of_team = Subquery(times.filter(team=OuterRef("pk"))[share : share + 1])
            edges += Team.objects.filter(pk__in=teams).aggregate(edge=farthest(of_team)).values()
        known = [edge for edge in edges if edge]
        return (max if newest_first else min)(known) if known else None

    @property
    def _has_own_index(self) -> bool:
        """Open promises have one everywhere, words where PostgreSQL has trigrams."""
        return "promises" in self._sent or has_index_for(self._sent.get("q", ""))

    @property
    def _leading(self) -> set[str]:
        """The condition by which an index finds the newest, so that next to nothing else is read on the way."""
        if "person" in self._sent:
            return {"person"}
        sees_all = self._viewer.is_administrator
        if (team := self._sent.get("team")) and (sees_all or self._viewer.supervises(team.pk)):
            return {"team"}
        return {"situation"} if sees_all and "situation" in self._sent else set()

    def _begun_at(self, position: Position | None) -> datetime:
        """When the newest encounter was that was looked at, or shortly after."""
        newest = Encounter.objects.order_by("-occurred_at").values_list("occurred_at", flat=True)
        return position.at if position else newest[0]
