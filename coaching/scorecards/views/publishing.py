"""Look at what the draft would have changed, then publish it."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from coaching.scorecards.changes import changes_between
from coaching.scorecards.checking import problems_in
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.publishing import ROOM, publish_scorecard
from coaching.scorecards.services import drafting
from coaching.versions.overtaken import told_when_overtaken
from coaching.versions.publishing import PublishingPages, Review
from microconnect.people.access import administrators_only
from microconnect.people.requests import SignedInRequest

_only_administrators = administrators_only(_("Administrators publish the scorecard."))


def _review(draft: ScorecardVersion) -> Review:
    published = ScorecardVersion.objects.current().scorecard
    return Review(changes_between(published, draft.scorecard), problems_in(draft.scorecard))


_pages = PublishingPages(
    room=ROOM,
    drafting=drafting,
    publish_draft=publish_scorecard,
    review=_review,
    done=_("Published. It counts from the next encounter on."),
)


@require_POST
@_only_administrators
def look(request: SignedInRequest) -> HttpResponse:
    return _pages.look(request)


@require_http_methods(["GET", "HEAD", "POST"])
@_only_administrators
@told_when_overtaken(ROOM)
def publish(request: SignedInRequest) -> HttpResponse:
    return _pages.publish(request)
