"""What administrators do with people and teams: verbs with an actor, each with its audit row."""

from microconnect.organisation.services.administrators import (
    deactivate,
    make_administrator,
    reactivate,
    unmake_administrator,
)
from microconnect.organisation.services.inviting import invite_person, send_again, send_waiting
from microconnect.organisation.services.memberships import (
    add_membership,
    end_membership,
    move_person,
    withdraw_membership,
)
from microconnect.organisation.services.people import change_person
from microconnect.organisation.services.teams import (
    add_team,
    change_time_zone,
    rename_team,
    reopen_team,
    retire_team,
)

__all__ = [
    "add_membership",
    "add_team",
    "change_person",
    "change_time_zone",
    "deactivate",
    "end_membership",
    "invite_person",
    "make_administrator",
    "move_person",
    "reactivate",
    "rename_team",
    "reopen_team",
    "retire_team",
    "send_again",
    "send_waiting",
    "unmake_administrator",
    "withdraw_membership",
]
