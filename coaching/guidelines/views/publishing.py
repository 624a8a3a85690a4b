"""Look at what the draft would have changed, then publish it."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from coaching.guidelines.changes import changes_between
from coaching.guidelines.models import GuidelineVersion
from coaching.guidelines.problems import problems_of
from coaching.guidelines.publishing import ROOM, publish_guidelines
from coaching.guidelines.rules import rules_in_force, rules_of
from coaching.guidelines.services import drafting
from coaching.versions.overtaken import told_when_overtaken
from coaching.versions.publishing import PublishingPages, Review
from microconnect.people.access import administrators_only
from microconnect.people.requests import SignedInRequest

_only_administrators = administrators_only(_("Administrators publish the guidelines."))


def _review(draft: GuidelineVersion) -> Review:
    rules = rules_of(draft)
    return Review(changes_between(rules_in_force(), rules), problems_of(draft, rules, timezone.localdate()))


_pages = PublishingPages(
    room=ROOM,
    drafting=drafting,
    publish_draft=publish_guidelines,
    review=_review,
    done=_("Published. It holds from the next greeting on."),
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
