"""Adding up in the database, read back as the plain numbers they are."""

from typing import TypeVar

from django.db.models import Field, Q, QuerySet, Sum

from coaching.rollups.models import WeekTally
from microconnect.periods import Period

Row = TypeVar("Row", bound=WeekTally)


def plain_sum(column: str, condition: Q | None = None) -> Sum:
    """A sum without a converter on every value: over some hundred rows those cost as much as the query."""
    return Sum(column, filter=condition, output_field=Field())


def within(rows: QuerySet[Row], period: Period) -> QuerySet[Row]:
    """The rows of the weeks that begin in this period, in no order."""
    return rows.filter(week__gte=period.start, week__lt=period.end).order_by()
