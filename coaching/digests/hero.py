"""A piece of one's own words of that week, to begin the mail with."""

from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.assessments.models import Assessment
from coaching.dashboards.own_words import OwnWords, shown_words
from coaching.engine.practices import BY_KEY
from microconnect.people.models import User
from microconnect.periods import Period

NEWEST = 30  # encounters looked through
LONGEST = 200  # characters: what is read at a glance


def words_of(person: User, week: Period) -> OwnWords | None:
    """The longest that showed a way of meeting somebody, as long as it is read at a glance; None where there is none."""
    newest = (
        Assessment.objects.filter(
            encounter__person=person,
            encounter__occurred_on__gte=week.start,
            encounter__occurred_on__lt=week.end,
        )
        .order_by("-encounter__occurred_at")
        .values_list("findings", "encounter__public_id")[:NEWEST]
    )
    said = [
        (len(mark.text), mark.text, finding.practice, public_id)
        for findings, public_id in newest
        for finding, mark in shown_words(findings)
        if len(mark.text) <= LONGEST
    ]
    if not said:
        return None
    _length, text, practice, public_id = max(said, key=lambda item: item[0])
    return OwnWords(text, _(BY_KEY[practice].landed), reverse("encounters:detail", args=[public_id]))
