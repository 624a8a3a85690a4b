"""Who there is: people, the teams they work in, and since when."""

from microconnect.people.models.membership import Membership, Role
from microconnect.people.models.team import Team
from microconnect.people.models.user import User

__all__ = ["Membership", "Role", "Team", "User"]
