"""The way from a mark on a dashboard to the encounters behind it."""

from dataclasses import dataclass

from django.urls import reverse

from coaching.dashboards.choices import Choice
from microconnect.periods import Period

MISSED_BELOW = 50
NOT_WHOLLY_BELOW = 100  # those that a share leaves out: no, and not sure


@dataclass(frozen=True, slots=True)
class EncounterLinks:
    """Addresses of the list of encounters, all narrowed to the same team or person and channel."""

    base: str

    def __call__(self, period: Period | None = None, **narrowing: str | int) -> str:
        """Narrowed further: by `practice`, `below`, `person`, `channel`, `situation` and the days of `period`."""
        days = f"since={period.start}&until={period.last_day}" if period else ""
        return self.base + _query(narrowing) + days


def encounter_links(
    *, team: str = "", person: int | None = None, channel: str = "", situation: str = ""
) -> EncounterLinks:
    """Links into a team's encounters (by its slug), into one person's, one channel's, one situation's (by its slug)."""
    asked = (("team", team), ("person", person), ("channel", channel), ("situation", situation))
    scope = {name: value for name, value in asked if value}
    return EncounterLinks(f"{reverse('encounters:list')}?{_query(scope)}")


def links_within(choice: Choice, *, team: str = "", person: int | None = None) -> EncounterLinks:
    """The same, in the channel and the situation that a page is narrowed to."""
    situation = choice.situation.slug if choice.situation else ""
    return encounter_links(team=team, person=person, channel=choice.channel, situation=situation)


def _query(narrowing: dict[str, str | int]) -> str:
    """Slugs, keys and numbers: nothing to quote, and there are some seventy links on a page."""
    return "".join(f"{name}={value}&" for name, value in narrowing.items())
