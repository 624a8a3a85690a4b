"""What stands in a file of encounters, column by column; docs/files.md says it to those who read one.

Answers one can tap keep their codes ("face", "sorted"): a file from a Spanish screen and one from an English fit together.
A customer's first name stays in the house; the reference is what joins a line to another system.
"""

from coaching.engine.practices import BY_KEY
from microconnect.exporting.table import Column, Kind

PRACTICE_KEYS = tuple(BY_KEY)

COLUMNS = (
    Column("id", Kind.CODE),
    Column("day", Kind.DAY),
    Column("time", Kind.TIME),
    Column("time_zone", Kind.CODE),
    Column("at_utc", Kind.MOMENT),
    Column("person"),
    Column("team"),
    Column("channel", Kind.CODE),
    Column("situation"),
    Column("reference"),
    Column("feeling_before", Kind.WHOLE),
    Column("feeling_after", Kind.WHOLE),
    Column("left_better", Kind.CODE),
    Column("state_before", Kind.CODE),
    Column("reset_taken", Kind.CODE),
    Column("wait_seconds", Kind.WHOLE),
    Column("handling_seconds", Kind.WHOLE),
    Column("greeting", Kind.WORDS),
    Column("empathy", Kind.WORDS),
    Column("resolution", Kind.WORDS),
    Column("closing", Kind.WORDS),
    Column("personal_touches", Kind.CODE),
    Column("left_with", Kind.CODE),
    Column("outcome", Kind.CODE),
    Column("passed_to"),
    Column("came_back_about", Kind.CODE),
    Column("concession", Kind.CODE),
    Column("concession_reason", Kind.WORDS),
    Column("promises", Kind.WHOLE),
    Column("promises_kept", Kind.WHOLE),
    Column("promises_kept_late", Kind.WHOLE),
    Column("promise_open_until_utc", Kind.MOMENT),
    Column("score", Kind.WHOLE),
    *(Column(key, Kind.WHOLE) for key in PRACTICE_KEYS),
)
