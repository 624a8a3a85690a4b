"""The tables of every other page as files: what the page shows, to whom it shows it, and nothing besides."""

import io
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import openpyxl
import pytest

from coaching.assessments.services import assess_encounter
from coaching.dashboards.choices import Choice
from coaching.dashboards.fairness.page import fair_page
from coaching.dashboards.fairness.question import Measure, Question
from coaching.dashboards.organisation.page import organisation_page
from coaching.dashboards.person.page import own_page, person_page
from coaching.dashboards.scripts.page import scripts_page
from coaching.dashboards.tables.fairness import FAIR
from coaching.dashboards.tables.organisation import ORGANISATION
from coaching.dashboards.tables.person import PERSON
from coaching.dashboards.tables.scripts import SCRIPTS
from coaching.dashboards.tables.sheets import Sheet
from coaching.dashboards.wording import percent, whole
from coaching.engine.practices import PRACTICES
from tests.coaching.dashboards.reading import queries_of, taken, text_of
from tests.coaching.dashboards.rows import TODAY, logged, practised, weeks_ago
from tests.coaching.dashboards.test_fair_page import gave, sorted_at_once
from tests.coaching.dashboards.test_scripts_page import STOCK, greeted
from tests.factories import EncounterFactory, PromiseFactory, SituationFactory, TeamFactory, UserFactory

FAIR_PAGE = "/teams/harbour-street/fair/"
SCRIPTS_PAGE = "/teams/harbour-street/scripts/"
PAGES: dict[str, Sequence[Sheet[Any]]] = {
    FAIR_PAGE: FAIR,
    SCRIPTS_PAGE: SCRIPTS,
    "/me/": PERSON,
    "/organisation/": ORGANISATION,
}
EACH = [(page, sheet.name) for page, sheets in PAGES.items() for sheet in sheets]


@pytest.fixture
def adas(ada, harbour) -> str:
    return f"/teams/{harbour.slug}/people/{ada.pk}/"


@pytest.fixture
def a_day_of_everybody(ada, ben, harbour, otto, mill):
    """Something for every page: scores, practices, greetings that are told, extras, a situation."""
    returns = SituationFactory(name="Returns", slug="returns")
    for nth, person in enumerate((ada, ben)):
        logged(person, harbour, TODAY, [60, 65, 70, 75, 80 + nth])
        practised(person, harbour, weeks_ago(5), "warm_close", [0, 50] * 10)
        practised(person, harbour, weeks_ago(1), "warm_close", [50, 100] * 10)
        greeted(person, harbour, weeks_ago(2), 1 + nth, 10)
        gave(person, harbour, 4 + nth, 20, situation=returns)
        sorted_at_once(person, harbour, 12, 20, situation=returns)
    gave(otto, mill, 180, 900, situation=returns)
    logged(otto, mill, TODAY, [60, 65, 70, 75, 80])


# Consistent and fair


@pytest.mark.parametrize("of", Measure)
def test_people_and_teams_are_the_lines_of_the_page(as_user, ivy, harbour, a_day_of_everybody, of):
    page = fair_page(harbour, ivy, Question(Choice(TODAY), of))
    for name, plot in (("people", page.people), ("teams", page.teams)):
        rows = taken(as_user(ivy), f"{FAIR_PAGE}tables/{name}.csv", of=of)
        assert [(row[name.replace("people", "person").rstrip("s")], row["n"], row["met"]) for row in rows] == [
            (row.name, str(row.n), str(row.count)) for row in plot.rows
        ]
        assert [percent(float(row["share"])) for row in rows] == [row.share for row in plot.rows]
        assert [between(row) for row in rows] == [row.between for row in plot.rows]


def test_each_has_the_limits_that_it_is_judged_by(as_user, sana, ada, ben, harbour, otto, mill):
    gave(otto, mill, 180, 900)
    gave(ada, harbour, 14, 20)
    gave(ben, harbour, 9, 20)
    gave(UserFactory(name="Cato"), harbour, 4, 20)
    rows = taken(as_user(sana), f"{FAIR_PAGE}tables/people.csv")
    assert [(row["person"], row["lines"], row["sure"]) for row in rows] == [
        ("Ada Okafor", "far_outside", "yes"),
        ("Ben Lindqvist", "outside", "no"),
        ("Cato", "inside", "no"),
    ]
    for row in rows:
        share, *limits = (float(row[key]) for key in ("share", "inner_low", "inner_high", "outer_low", "outer_high"))
        inside = limits[0] <= share <= limits[1], limits[2] <= share <= limits[3]
        assert {"inside": (True, True), "outside": (False, True), "far_outside": (False, False)}[row["lines"]] == inside
    assert float(rows[0]["everybody"]) == pytest.approx(207 / 960, abs=1e-4)


def test_fewer_than_five_are_left_out(as_user, sana, ada, ben, harbour, otto, mill):
    gave(otto, mill, 180, 900)
    gave(ada, harbour, 4, 4)
    gave(ben, harbour, 1, 5)
    assert [row["person"] for row in taken(as_user(sana), f"{FAIR_PAGE}tables/people.csv")] == ["Ben Lindqvist"]


def test_other_teams_have_no_name_for_a_supervisor_and_no_more_lines_than_on_the_page(as_user, sana, ivy, ada, harbour):
    for number in range(70):
        gave(ada, TeamFactory(name=f"Shop {number:02}"), 4, 20)
    gave(ada, harbour, 4, 20)
    rows = taken(as_user(sana), f"{FAIR_PAGE}tables/teams.csv")
    assert len(rows) == 60
    assert {row["team"] for row in rows} == {"Harbour Street", "Another team"}
    assert len(taken(as_user(ivy), f"{FAIR_PAGE}tables/teams.csv")) == 71


def test_situations_here_and_everywhere(as_user, sana, harbour, a_day_of_everybody):
    [row] = taken(as_user(sana), f"{FAIR_PAGE}tables/situations.csv")
    [case] = fair_page(harbour, sana, Question(Choice(TODAY))).cases
    assert row["situation"] == case.name
    for key in ("extra_here", "extra_everywhere", "first_time_here", "first_time_everywhere"):
        rate = getattr(case, key.removesuffix("_here"))
        assert (row[f"{key}_n"], percent(float(row[f"{key}_share"]))) == (str(rate.n), rate.share)
        assert between(row, f"{key}_") == rate.between


def test_what_the_page_is_asked_the_file_is_asked(as_user, sana, ada, harbour, otto, mill):
    repair = SituationFactory(slug="repair")
    gave(otto, mill, 180, 900, situation=repair)
    gave(otto, mill, 180, 900, day=weeks_ago(6))
    gave(ada, harbour, 4, 20, situation=repair, channel="ear")
    gave(ada, harbour, 9, 9, day=weeks_ago(6))
    client, address = as_user(sana), f"{FAIR_PAGE}tables/people.csv"
    assert taken(client, address, channel="ear", situation="repair")[0]["n"] == "20"
    assert taken(client, address, since="2026-10-08", until="2026-10-09")[0]["met"] == "9"
    assert taken(client, address, of="first_time") == []


# Scripts and variety


def test_by_name_only_what_the_person_was_told_first(as_user, sana, ada, ben, harbour):
    greeted(ada, harbour, weeks_ago(2), 9, 10)
    greeted(ada, harbour, weeks_ago(1), 10, 10)
    greeted(ben, harbour, TODAY, 10, 10)
    [row] = taken(as_user(sana), f"{SCRIPTS_PAGE}tables/people.csv")
    assert (row["person"], row["n"], row["met"], row["share"], row["surely_high"]) == (
        "Ada Okafor",
        "10",
        "9",
        "0.9",
        "yes",
    )
    [line] = scripts_page(harbour, sana, Choice(TODAY)).people
    assert between(row) == f"{line.of.reading.low_text}–{line.of.reading.high_text}"


def test_the_teams_weeks_are_as_empty_as_on_the_page(as_user, sana, ada, harbour):
    greeted(ada, harbour, TODAY, 10, 10)
    greeted(ada, harbour, weeks_ago(2), 2, 10)
    rows = taken(as_user(sana), f"{SCRIPTS_PAGE}tables/weeks.csv")
    assert [(row["week_of"], row["n"], row["share"]) for row in rows[-3:]] == [
        ("2026-11-02", "10", "0.2"),
        ("2026-11-09", "0", ""),
        ("2026-11-16", "0", ""),
    ]
    drawn = scripts_page(harbour, sana, Choice(TODAY)).trend.readings
    assert [row["n"] for row in rows] == [str(reading.n) for reading in drawn]


def test_how_often_a_greeting_repeats_is_taken_away_and_its_words_are_not(as_user, sana, ada, harbour, now):
    for number in range(8):
        at = now - timedelta(weeks=2, minutes=8 - number)
        assess_encounter(EncounterFactory(person=ada, team=harbour, greeting=STOCK, occurred_at=at), now=now)
    greeted(ada, harbour, weeks_ago(2), 8, 8)
    [row] = taken(as_user(sana), f"{SCRIPTS_PAGE}tables/people.csv")
    assert row["repeated"] == row["repeated_of"] != ""
    assert STOCK not in str(row)
    assert STOCK in text_of(as_user(sana).get(SCRIPTS_PAGE))


# One person


def test_a_persons_practices_and_weeks_are_the_pages(as_user, sana, ada, harbour, adas, now, a_day_of_everybody):
    page = person_page(ada, harbour, sana, Choice(TODAY, weeks=13), now)
    practices = taken(as_user(sana), f"{adas}tables/practices.csv", weeks="13")
    assert [(row["name"], row["n_recent"]) for row in practices] == [(line.name, str(line.n)) for line in page.lines]
    for row, line in zip(practices, page.lines, strict=True):
        assert (shown(row["mean_before"]), shown(row["mean_recent"])) == (line.before, line.now)
        assert row["sure"] == ({True: "yes", False: "no"}[line.is_sure] if line.change else "")
    assert any(row["sure"] == "yes" for row in practices)
    assert_weeks(taken(as_user(sana), f"{adas}tables/weeks.csv", weeks="13"), page.trend.readings)


def test_only_what_happened_in_that_team_and_all_of_it_under_me(as_user, sana, ada, harbour, mill, adas, now):
    logged(ada, harbour, TODAY, [70] * 6)
    logged(ada, mill, TODAY, [70] * 4)
    assert taken(as_user(sana), f"{adas}tables/weeks.csv")[-1]["n"] == "6"
    rows = taken(as_user(ada), "/me/tables/weeks.csv")
    assert rows[-1]["n"] == "10"
    assert_weeks(rows, own_page(ada, Choice(TODAY), now).trend.readings)


def test_promises_are_those_of_the_page_without_their_words(as_user, ada, harbour, now):
    encounter = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=3))
    PromiseFactory(encounter=encounter, what="Ring Mrs Nowak", due_at=now - timedelta(days=1))
    PromiseFactory(encounter=encounter, what="Ring again", due_at=now + timedelta(days=1))
    rows = taken(as_user(ada), "/me/tables/promises.csv")
    assert [(row["due_at_utc"], row["overdue"]) for row in rows] == [
        ("2026-11-17 09:30:00", "yes"),
        ("2026-11-19 09:30:00", "no"),
    ]
    assert rows[0]["encounter"] == str(encounter.public_id)
    assert "Nowak" not in str(rows)


def test_a_person_of_another_team_is_no_part_of_this_one(as_user, sana, otto):
    assert as_user(sana).get(f"/teams/harbour-street/people/{otto.pk}/tables/weeks.csv").status_code == 404


# The organisation


def test_all_teams_in_the_order_of_the_page(as_user, ivy, ada, harbour, mill, now, a_day_of_everybody):
    for number in range(55):
        TeamFactory(name=f"Shop {number:02}")
    client = as_user(ivy)
    rows = taken(client, "/organisation/tables/teams.csv")
    page = organisation_page(Choice(TODAY), now)
    assert [row["team"] for row in rows][:50] == [team.name for team in page.teams]
    assert len(rows) == 57
    for row, team in zip(rows, page.teams, strict=False):
        assert (row["encounters"], shown(row["mean"])) == (team.encounters, team.score)
        assert row["sure"] == "; ".join(team.sentences)
    logged_by = {row["team"]: (row["members_logged"], row["members"]) for row in rows}
    assert logged_by["Harbour Street"] == ("2", "2")


def test_practices_channels_and_weeks_are_the_pages(as_user, ivy, now, a_day_of_everybody):
    client, page = as_user(ivy), organisation_page(Choice(TODAY), now)
    bars = [bar for _phase, chart in page.phases for bar in chart.rows]
    for name, held in (("practices", bars), ("channels", page.channels.rows)):
        rows = taken(client, f"/organisation/tables/{name}.csv")
        assert [(row["name"], row["n"]) for row in rows] == [(bar.reading.label, str(bar.reading.n)) for bar in held]
        assert [whole(float(row["mean"])) if row["mean"] else "" for row in rows] == [
            bar.reading.value_text for bar in held
        ]
    assert_weeks(taken(client, "/organisation/tables/weeks.csv"), page.trend.readings)


def test_practices_have_names_that_tell_them_apart():
    assert len({practice.name for practice in PRACTICES}) == len(PRACTICES)


def test_a_situation_and_a_channel_narrow_the_organisations_tables(as_user, ivy, a_day_of_everybody):
    rows = taken(as_user(ivy), "/organisation/tables/teams.csv", situation="returns", channel="face")
    assert {row["team"]: row["encounters"] for row in rows} == {"Harbour Street": "40", "Mill Lane": "900"}
    assert taken(as_user(ivy), "/organisation/tables/weeks.csv", channel="ear")[-1]["n"] == "0"


# Each of them


@pytest.mark.parametrize(("page", "name"), EACH)
def test_each_opens_in_excel(as_user, ivy, a_day_of_everybody, page, name):
    response = as_user(ivy).get(f"{page}tables/{name}.xlsx")
    assert response["Content-Disposition"].endswith(f'-{name}-2026-11-18.xlsx"')
    assert openpyxl.load_workbook(io.BytesIO(b"".join(response))).active.freeze_panes == "A2"


@pytest.mark.parametrize(("page", "name"), EACH)
def test_nothing_logged_is_a_header(as_user, ivy, harbour, page, name):
    rows = taken(as_user(ivy), f"{page}tables/{name}.csv")
    assert len(rows) == {"weeks": 13, "channels": 3}.get(name, page == "/organisation/" and name == "teams")


@pytest.mark.parametrize("page", PAGES)
def test_a_table_that_the_page_does_not_have_is_404(as_user, ivy, harbour, page):
    assert as_user(ivy).get(f"{page}tables/salaries.csv").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_the_page_offers_each_with_its_own_conditions(as_user, ivy, harbour, a_day_of_everybody, page):
    logged(ivy, harbour, TODAY, [70] * 5)
    html = as_user(ivy).get(page, {"weeks": "13", "channel": "face"}).content.decode()
    for sheet in PAGES[page]:
        for ending in ("csv", "xlsx"):
            assert f'href="{page}tables/{sheet.name}.{ending}?weeks=13&amp;channel=face"' in html


def test_a_persons_page_offers_them_too(as_user, sana, adas, a_day_of_everybody):
    html = as_user(sana).get(adas).content.decode()
    assert f'href="{adas}tables/practices.csv"' in html


def test_days_of_the_address_are_offered_as_well(as_user, sana, a_day_of_everybody):
    html = as_user(sana).get(SCRIPTS_PAGE, {"since": "2026-10-01"}).content.decode()
    assert f'href="{SCRIPTS_PAGE}tables/people.csv?since=2026-09-28&amp;until=2026-11-22"' in html


@pytest.mark.parametrize("page", [FAIR_PAGE, SCRIPTS_PAGE])
def test_what_cannot_be_shown_is_told_by_the_page(as_user, sana, page):
    response = as_user(sana).get(f"{page}tables/people.csv", {"since": "yesterday"}, follow=True)
    assert response.redirect_chain == [(f"{page}?since=yesterday", 302)]
    assert response.status_code == 422


@pytest.mark.parametrize(("page", "name"), EACH)
def test_more_people_teams_and_weeks_cost_no_more_queries(as_user, ivy, ada, harbour, a_day_of_everybody, page, name):
    client = as_user(ivy)
    few = queries_of(client, f"{page}tables/{name}.csv")
    for _ in range(25):
        person, team = UserFactory(), TeamFactory()
        for weeks in (0, 2, 7):
            greeted(person, harbour, weeks_ago(weeks), 8, 10)
            logged(person, team, weeks_ago(weeks), [70] * 6, situation=SituationFactory(), concession="approved")
            logged(ivy, team, weeks_ago(weeks), [70] * 6)
    assert (
        queries_of(client, f"{page}tables/{name}.csv") <= few + 1
    )  # greetings that are surely high are read, in one query more


def assert_weeks(rows: Sequence[dict[str, str]], readings) -> None:
    """The lines of a file are the weeks of a chart."""
    assert [row["n"] for row in rows] == [str(reading.n) for reading in readings]
    for key in ("mean", "low", "high"):
        of_page = [getattr(reading, {"mean": "value"}.get(key, key)) for reading in readings]
        assert [row[key] for row in rows] == ["" if number is None else str(round(number, 1)) for number in of_page]


def between(row: dict[str, str], prefix: str = "") -> str:
    low, high = (whole(float(row[f"{prefix}{key}"]) * 100) for key in ("low", "high"))
    return f"{low}–{high}"


def shown(mean: str) -> str:
    return whole(float(mean)) if mean else "–"
