"""Adding up in the database, read back as the plain numbers they are."""

from typing import Any, TypeVar

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateField, Field, Func, Model, Q, QuerySet, Sum
from django.db.models.sql.compiler import SQLCompiler

from microconnect.periods import Period

Row = TypeVar("Row", bound=Model)


def plain_sum(column: str, condition: Q | None = None) -> Sum:
    """A sum without a converter on every value: over some hundred rows those cost as much as the query."""
    return Sum(column, filter=condition, output_field=Field())


def within(days: QuerySet[Row], period: Period) -> QuerySet[Row]:
    """The rollup rows of these days, in no order."""
    return days.filter(day__gte=period.start, day__lt=period.end).order_by()


class Monday(Func):
    """The Monday of a date's week, by the database: on SQLite, TruncWeek would call Python for each row."""

    template = "date_trunc('week', %(expressions)s)::date"
    output_field = DateField()

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="date(%(expressions)s, 'weekday 0', '-6 days')", **context)
