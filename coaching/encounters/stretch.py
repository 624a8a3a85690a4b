"""What was read of the list in one go."""

from dataclasses import dataclass
from datetime import datetime

from interactions.models.encounter import EncounterQuerySet
from microconnect.keyset import Position


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was found, the nearest first; `cut_at` is how far it was looked, None where it was to the end."""

    rows: list[Position]
    cut_at: datetime | None = None


def positions(encounters: EncounterQuerySet) -> list[Position]:
    """Where they stand in the list. Whole rows are read for one page only: sorting years must not carry their texts along."""
    return [Position(*row) for row in encounters.values_list("occurred_at", "pk")]
