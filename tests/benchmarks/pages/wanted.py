"""What is asked, as whom, and how many milliseconds of CPU it may take. A line more is measured without further ado."""

import uuid
from datetime import UTC, datetime, timedelta

from interactions.models import Encounter, Situation
from microconnect.people.models import User
from tests.benchmarks.admin_site import FORM, PATH
from tests.benchmarks.pages.lines import BARE_VIEW, Form, Wanted
from tests.benchmarks.pages.urls import BARE
from tests.benchmarks.synthetic.chain import ADMINISTRATOR, SUPERVISOR

THE_TEAM = tuple(f"bench-{number}@bench.example" for number in range(1, 11))  # the measured one
ADA = THE_TEAM[0]
TEAM = "/teams/bench-1/"
OTHER_TEAMS_SUPERVISOR = "supervisor-1@bench.example"  # of bench-2 to bench-10
SAME = 1.3  # what a line may cost at the largest size against the smallest
GREETING = "Morning Maria! Did the lake freeze over in the end?"
SAID = {
    "channel": "face",
    "greeting": GREETING,
    "empathy": "Three hours in that queue with the little one, no wonder you're worn out.",
    "resolution": "I'll ring the depot myself and see where it is.",
    "closing": "Give my best to the lake, and ring me if it is not there by noon.",
    "feeling_before": "2",
    "feeling_after": "5",
    "customer_name": "Maria",
}


def wanted() -> list[Wanted]:
    """All lines; addresses that depend on the data are looked up."""
    ada = User.objects.get(email=ADA)
    situation = Situation.objects.get(slug="return-without-receipt")
    bare = Wanted(BARE_VIEW, SUPERVISOR, BARE)
    return [bare, *_dashboards(ada, situation), *_lists(ada, situation), *_of_one_encounter(ada, situation)]


def _dashboards(ada: User, situation: Situation) -> list[Wanted]:
    return [
        Wanted("team page, 4 weeks", SUPERVISOR, TEAM, target=25, times_bare=10, grows=SAME),
        Wanted("team page, 13 weeks", SUPERVISOR, f"{TEAM}?weeks=13", target=25, times_bare=10, grows=SAME),
        Wanted("another team's page, 13 weeks", OTHER_TEAMS_SUPERVISOR, "/teams/bench-2/?weeks=13", target=25),
        Wanted("team page, one situation", SUPERVISOR, f"{TEAM}?weeks=13&situation={situation.slug}", grows=SAME),
        Wanted("team page, beside all other teams", SUPERVISOR, f"{TEAM}?weeks=13&compare=teams", grows=SAME),
        *(
            Wanted(f"team page's part: {part}", SUPERVISOR, f"{TEAM}{part}/?weeks=13", grows=SAME)
            for part in ("matrix", "when", "situations", "alike")
        ),
        Wanted("own page", ADA, "/me/", target=15, grows=SAME),
        Wanted("person page", SUPERVISOR, f"{TEAM}people/{ada.pk}/", target=15, grows=SAME),
        Wanted("organisation page", ADMINISTRATOR, "/organisation/", target=60, grows=SAME),
        Wanted("fairness page", SUPERVISOR, f"{TEAM}fair/?weeks=13", grows=SAME),
        Wanted("scripts page", SUPERVISOR, f"{TEAM}scripts/?weeks=13", grows=SAME),
        Wanted("teams of one supervisor", OTHER_TEAMS_SUPERVISOR, "/teams/"),
        Wanted("teams, first of all 500", ADMINISTRATOR, "/teams/"),
    ]


def _lists(ada: User, situation: Situation) -> list[Wanted]:
    today = datetime.now(UTC).date()
    weeks = f"since={today - timedelta(weeks=13)}&until={today}"
    return [
        Wanted("encounter list", SUPERVISOR, "/encounters/", grows=SAME),
        Wanted("encounter list, nine teams", OTHER_TEAMS_SUPERVISOR, "/encounters/"),
        Wanted("encounter list, everything", ADMINISTRATOR, "/encounters/"),
        Wanted("list of a person", SUPERVISOR, f"/encounters/?person={ada.pk}&{weeks}", target=15, grows=SAME),
        Wanted(
            "list by situation and channel",
            SUPERVISOR,
            f"/encounters/?situation={situation.slug}&channel=face&{weeks}",
            target=15,
            grows=SAME,
        ),
        Wanted(
            "list by practice below 50",
            SUPERVISOR,
            f"/encounters/?practice=warm_close&below=50&{weeks}",
            target=15,
            grows=SAME,
        ),
        Wanted("list with promises overdue", SUPERVISOR, "/encounters/?promises=overdue", target=15, grows=SAME),
        Wanted("everything by situation", ADMINISTRATOR, f"/encounters/?situation={situation.slug}&{weeks}", target=15),
        Wanted("search, one team", SUPERVISOR, "/encounters/?q=violin", target=100, until=1_000_000),
        Wanted("search, everything, found often", ADMINISTRATOR, "/encounters/?q=morning", target=100, until=1_000_000),
        Wanted("search, everything, one match", ADMINISTRATOR, "/encounters/?q=R-2997", target=100, until=1_000_000),
        Wanted(
            "search, everything, no match",
            ADMINISTRATOR,
            "/encounters/?q=xylophone+quartz",
            target=100,
            until=1_000_000,
        ),
    ]


def _of_one_encounter(ada: User, situation: Situation) -> list[Wanted]:
    newest = Encounter.objects.filter(person=ada).exclude(closing="").newest_first()[0]
    return [
        Wanted("feedback", ADA, newest.get_absolute_url()),
        Wanted("log page", ADA, "/log/"),
        Wanted("log POST, scored and rolled up", THE_TEAM, "/log/", _logged(situation), target=8, grows=SAME),
        Wanted("the same row by Django's admin", ADA, f"/{PATH}interactions/encounter/add/", _saved(ada)),
        Wanted("greeting check", ADA, "/guidelines/check/", lambda: {"greeting": GREETING, "channel": "face"}),
        Wanted("practices", ADA, "/practices/"),
    ]


def _logged(situation) -> Form:
    said = {
        **SAID,
        "outcome": "sorted",
        "promise_by": "tomorrow",
        "promise_what": "Ring the depot",
        "situation": str(situation.pk),
        "concession": "own_judgement",
        "wait_seconds": "2",
    }
    return lambda: {**said, "public_id": str(uuid.uuid4())}


def _saved(person) -> Form:
    team = person.teams_now[0]
    return lambda: {**SAID, **FORM, "person": str(person.pk), "team": str(team.pk), "wait_seconds": "120"}
