"""Adding up in the database, read back as the plain numbers they are."""

from typing import TypeVar

from django.db.models import BigIntegerField, Field, Q, QuerySet, Sum
from django.db.models.functions import Cast

from coaching.rollups.models import WeekTally
from microconnect.periods import Period

Row = TypeVar("Row", bound=WeekTally)


def plain_sum(column: str, condition: Q | None = None) -> Cast:
    """A sum without a converter on every value: over some hundred rows those cost as much as the query.

    Cast, since PostgreSQL adds big integers up to decimals, which are slow and do not mix with floats.
    """
    return Cast(Sum(column, filter=condition, output_field=Field()), BigIntegerField())


def within(rows: QuerySet[Row], period: Period) -> QuerySet[Row]:
    """The rows of the weeks that begin in this period, in no order."""
    return rows.filter(week__gte=period.start, week__lt=period.end).order_by()
