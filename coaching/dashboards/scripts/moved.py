"""Whether a team's greetings became more of a script: one sentence, of weeks that people were told of first."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from coaching.dashboards.choices import Choice
from coaching.dashboards.queries.activity import Week, added
from coaching.dashboards.queries.people import BeforeAndAfter
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.scripts.told import told_before_and_recent
from coaching.dashboards.wording import long_day, percent
from coaching.statistics import Sums, changed, sure_of
from microconnect.periods import Period


def how_it_moved(weeks: Sequence[Week], choice: Choice) -> str:
    """Each person is compared with themselves; empty where there is too little on either side to speak of a share."""
    before, recent = told_before_and_recent(choice)
    sums = BeforeAndAfter(_by_person(weeks, before), _by_person(weeks, recent))
    if min(sums.then.n, sums.now.n) < SHOWN_FROM:
        return ""
    found = changed(sums.pairs)
    texts = {
        "now": percent(sums.now.mean),
        "before": percent(sums.then.mean),
        "since": long_day(recent.start),
        "until": long_day(recent.last_day),
    }
    if found is None or sure_of([found]) != [True]:
        return (
            _(
                "%(now)s of the greetings from %(since)s to %(until)s were a script, %(before)s in the weeks before: "
                "too early to say whether that changed."
            )
            % texts
        )
    if found.by > 0:
        return _("More greetings were a script: %(before)s, then %(now)s from %(since)s to %(until)s: sure.") % texts
    return _("Fewer greetings were a script: %(before)s, then %(now)s from %(since)s to %(until)s: sure.") % texts


def _by_person(weeks: Iterable[Week], period: Period) -> dict[int, Sums]:
    people: dict[int, list[Week]] = {}
    for week in weeks:
        if week.monday in period and week.activity.greetings:
            people.setdefault(int(week.part), []).append(week)
    return {person: added(week.activity for week in own).scripted.sums for person, own in people.items()}
