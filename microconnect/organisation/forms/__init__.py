"""Forms of the administrators' pages. Their words are checked as they are stored."""

from microconnect.organisation.forms.find import FindForm
from microconnect.organisation.forms.importing import ImportForm
from microconnect.organisation.forms.invite import InviteForm
from microconnect.organisation.forms.membership import AddMembershipForm, EndMembershipForm, MoveForm
from microconnect.organisation.forms.person import PersonForm
from microconnect.organisation.forms.team import AddTeamForm, RenameTeamForm, RetireTeamForm, TimeZoneForm

__all__ = [
    "AddMembershipForm",
    "AddTeamForm",
    "EndMembershipForm",
    "FindForm",
    "ImportForm",
    "InviteForm",
    "MoveForm",
    "PersonForm",
    "RenameTeamForm",
    "RetireTeamForm",
    "TimeZoneForm",
]
