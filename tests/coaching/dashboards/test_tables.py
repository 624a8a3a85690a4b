"""Each table of a team's page as a file: the page's figures, a little less rounded."""

import io

import openpyxl
import pytest

from coaching.dashboards.tables.team import TEAM
from interactions.models import Channel, Encounter
from tests.coaching.dashboards.reading import taken
from tests.coaching.dashboards.rows import TODAY, count, logged, practised, weeks_ago
from tests.factories import EncounterFactory, SituationFactory

HARBOUR = "/teams/harbour-street/"
NAMES = [sheet.name for sheet in TEAM]


def table(client, name: str, **narrowed: str) -> list[dict[str, str]]:
    return taken(client, f"{HARBOUR}tables/{name}.csv", **narrowed)


def test_people_by_name_with_their_mean_and_how_sure(as_user, sana, ben, ada, harbour):
    logged(ben, harbour, TODAY, [60, 65, 70, 75, 81])
    logged(ada, harbour, TODAY, [70] * 4)
    assert table(as_user(sana), "people") == [
        {"person": "Ada Okafor", "logged": "4", "n": "4", "mean": "", "low": "", "high": ""},
        {"person": "Ben Lindqvist", "logged": "5", "n": "5", "mean": "70.2", "low": "60.0", "high": "80.4"},
    ]


def test_a_name_is_never_a_formula(as_user, sana, ada, harbour):
    ada.name = "=Ada"
    ada.save()
    assert table(as_user(sana), "people")[0]["person"] == "'=Ada"


def test_practices_with_what_the_change_compares(as_user, sana, ada, harbour):
    practised(ada, harbour, weeks_ago(5), "warm_close", [0, 50] * 5)
    practised(ada, harbour, weeks_ago(1), "warm_close", [50, 100, 100, 100, 100])
    [row] = table(as_user(sana), "practices")
    assert (row["practice"], row["name"], row["phase"]) == ("warm_close", "Close like a person", "follow_through")
    assert (row["n"], row["mean"]) == ("5", "90.0")
    assert [row[key] for key in ("n_before", "mean_before", "n_recent", "mean_recent")] == ["10", "25.0", "5", "90.0"]


def test_weeks_by_their_monday_those_without_anything_as_well(as_user, sana, ada, harbour):
    logged(ada, harbour, weeks_ago(1), [70, 71, 72, 73, 74])
    rows = table(as_user(sana), "weeks")
    assert len(rows) == 13
    assert rows[-2]["week_of"] == "2026-11-09"
    assert (rows[-2]["encounters"], rows[-2]["mean"], rows[-1]["n"]) == ("5", "72.0", "0")


def test_the_channel_of_the_address_narrows_the_table_as_it_does_the_page(as_user, sana, ada, harbour):
    logged(ada, harbour, TODAY, [70] * 5)
    logged(ada, harbour, TODAY, [50] * 6, channel="ear")
    client = as_user(sana)
    assert table(client, "people")[0]["n"] == "11"
    assert table(client, "people", channel="ear")[0]["n"] == "6"
    assert table(client, "weeks", channel="ear", weeks="4")[-1]["n"] == "6"
    assert {row["channel"]: row["n"] for row in table(client, "channels", channel="ear")} == {
        "face": "5",
        "ear": "6",
        "click": "0",
    }


def test_situations_here_and_elsewhere(as_user, sana, ada, harbour, mill, now):
    late = SituationFactory(name="Late delivery")
    facts = {"situation": late, "occurred_at": now}
    EncounterFactory.create_batch(3, person=ada, team=harbour, concession="own_judgement", wait_seconds=60, **facts)
    EncounterFactory.create_batch(3, person=ada, team=harbour, concession="none", **facts)
    EncounterFactory.create_batch(4, team=mill, concession="approved", **facts)
    count(*Encounter.objects.all())
    [row] = table(as_user(sana), "situations")
    assert (row["situation"], row["encounters"]) == ("Late delivery", "6")
    assert (row["extra_here_n"], row["extra_here_met"], row["extra_here_share"]) == ("6", "3", "0.5")
    assert (row["extra_elsewhere_n"], row["extra_elsewhere_met"], row["extra_elsewhere_share"]) == ("4", "", "")
    assert 57 <= int(row["wait_p50"]) <= 63


@pytest.mark.parametrize("name", NAMES)
def test_a_team_without_anything_has_a_header(as_user, sana, harbour, name):
    rows = table(as_user(sana), name)
    assert len(rows) == {"weeks": 13, "channels": len(Channel)}.get(name, 0)


@pytest.mark.parametrize("name", NAMES)
def test_each_opens_in_excel(as_user, sana, ada, harbour, name):
    logged(ada, harbour, TODAY, [60, 65, 70, 75, 80])
    response = as_user(sana).get(f"{HARBOUR}tables/{name}.xlsx")
    assert response["Content-Disposition"] == f'attachment; filename="harbour-street-{name}-2026-11-18.xlsx"'
    assert openpyxl.load_workbook(io.BytesIO(b"".join(response))).active.freeze_panes == "A2"


def test_a_table_that_the_page_does_not_have_is_404(as_user, sana, harbour):
    assert as_user(sana).get(f"{HARBOUR}tables/salaries.csv").status_code == 404


def test_the_page_offers_each_with_its_own_conditions(as_user, sana, ada, harbour):
    logged(ada, harbour, TODAY, [70])
    html = as_user(sana).get(HARBOUR, {"weeks": "13", "channel": "face"}).content.decode()
    for name in NAMES:
        assert f'href="{HARBOUR}tables/{name}.csv?weeks=13&amp;channel=face"' in html


def test_what_cannot_be_shown_is_told_by_the_page(as_user, sana, harbour):
    response = as_user(sana).get(f"{HARBOUR}tables/people.csv", {"since": "yesterday"}, follow=True)
    assert response.redirect_chain == [(f"{HARBOUR}?since=yesterday", 302)]
    assert response.status_code == 422
