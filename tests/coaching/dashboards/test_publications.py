"""Charts mark the week from which on figures are made differently."""

from datetime import timedelta

from django.utils import timezone

from coaching.assessments.services import assess_all
from coaching.versions.marks import published_within
from microconnect.periods import Period
from tests.factories import EncounterFactory, publish_draft


def _weeks(now, first, last):
    return Period(now.date() - timedelta(weeks=first), now.date() - timedelta(weeks=last))


def test_the_first_version_changes_nothing_and_is_not_marked(now, db):
    publish_draft(now=now - timedelta(weeks=2))
    assert published_within(_weeks(now, 4, 0)) == []


def test_a_later_version_is_marked_on_the_first_day_it_counts_for(now, db):
    publish_draft(now=now - timedelta(weeks=10))
    publish_draft(now=now - timedelta(weeks=5))
    publish_draft(now=now - timedelta(weeks=1), counts_from=now.date() - timedelta(weeks=3))
    marked = [(mark.day, mark.label) for mark in published_within(_weeks(now, 13, 0))]
    assert marked == [
        (timezone.localdate(now - timedelta(weeks=5)), "guidelines 2"),
        (now.date() - timedelta(weeks=3), "guidelines 3"),
    ]
    assert published_within(_weeks(now, 2, 0)) == []


def test_the_teams_trend_and_ones_own_are_marked(as_user, ada, sana, harbour, now):
    for weeks in range(12):
        EncounterFactory(
            person=ada, team=harbour, occurred_at=now - timedelta(weeks=weeks), greeting="Hello", left_better="yes"
        )
    assess_all(now=now)
    publish_draft(now=now - timedelta(weeks=20))
    publish_draft(now=now - timedelta(weeks=3))
    for user, address in ((sana, harbour.get_absolute_url()), (ada, "/me/")):
        page = as_user(user).get(address).context["page"]
        assert [flag.label for flag in page.trend.flags] == ["guidelines 2"]
