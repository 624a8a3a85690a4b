"""The list page by page: everything once, from the newest to the oldest and back, and how many there are."""

from datetime import timedelta
from random import Random

import pytest

from coaching.assessments.services import assess_encounter
from coaching.encounters import reader
from coaching.encounters.paging import COUNTED, PER_PAGE
from interactions import words_index
from interactions.models import Encounter
from microconnect.people.models import Role
from tests.factories import EncounterFactory, MembershipFactory, PromiseFactory, SituationFactory, TeamFactory

LIST = "/encounters/"


@pytest.fixture
def many(ada, harbour, now):
    """Stores so many encounters at once, the first of them a minute ago, each a minute (or nothing) before the other."""

    def many(count: int, *, apart: int = 60, **facts) -> list[Encounter]:
        facts = {"person": ada, "team": harbour, **facts}
        at = facts.pop("occurred_at", now - timedelta(minutes=1))
        return Encounter.objects.bulk_create(
            EncounterFactory.build(occurred_at=at - timedelta(seconds=number * apart), **facts)
            for number in range(count)
        )

    return many


def _page(client, **address):
    response = client.get(LIST, address)
    assert response.status_code == 200
    return response.context["page"]


def _walk(client, **address) -> list[list[int]]:
    """The pages, from the newest to where no link leads further back."""
    pages: list[list[int]] = []
    page = _page(client, **address)
    while page.earlier:
        pages.append(page.keys)
        assert len(pages) < 200
        page = _page(client, **address, before=page.earlier)
    return [*pages, page.keys]


@pytest.mark.parametrize("apart", [60, 0], ids=["one a minute", "all in one moment"])
def test_one_pages_to_the_oldest_and_back(as_user, ada, many, apart):
    many(2 * PER_PAGE + 5, apart=apart)
    client = as_user(ada)
    pages = _walk(client)
    assert [len(page) for page in pages] == [PER_PAGE, PER_PAGE, 5]
    everything = list(Encounter.objects.newest_first().values_list("pk", flat=True))
    assert [key for page in pages for key in page] == everything
    first = _page(client)
    second = _page(client, before=first.earlier)
    third = _page(client, before=second.earlier)
    assert (first.later, third.earlier) == (None, None)
    assert _page(client, after=third.later).keys == pages[1]
    assert _page(client, after=second.later).keys == pages[0]


def test_the_newest_page_is_a_full_one_and_has_no_later(as_user, ada, many):
    many(PER_PAGE + 5)
    client = as_user(ada)
    page = _page(client)
    shown = Encounter.objects.get(pk=page.keys[3])
    near_the_top = reader.Position(shown.occurred_at, shown.pk)
    again = _page(client, after=near_the_top)
    assert (again.keys, again.later) == (page.keys, None)


def test_a_kept_address_shows_the_same_however_much_comes_in_or_goes(as_user, ada, many):
    encounters = many(PER_PAGE + 5)
    client = as_user(ada)
    before = _page(client).earlier
    many(3, apart=1)
    assert _page(client, before=before).keys == [encounter.pk for encounter in encounters[PER_PAGE:]]
    encounters[PER_PAGE - 1].delete()
    assert _page(client, before=before).keys == [encounter.pk for encounter in encounters[PER_PAGE:]]


@pytest.mark.parametrize("name", ["before", "after"])
@pytest.mark.parametrize("said", ["x", "٣", "a\x00b", "9" * 500, "LTEuLTE"])
def test_a_place_that_is_none_is_the_newest(as_user, ada, many, name, said):
    many(PER_PAGE + 1)
    client = as_user(ada)
    assert _page(client, **{name: said}) == _page(client)


def test_links_keep_the_conditions_and_conditions_begin_anew(as_user, ada, many):
    many(PER_PAGE + 1, channel="ear")
    client = as_user(ada)
    before = _page(client, channel="ear").earlier
    assert f'href="?channel=ear&amp;before={before}"' in client.get(LIST, {"channel": "ear"}).content.decode()
    response = client.get(LIST, {"channel": "ear", "before": str(before)})
    assert [condition.url_without for condition in response.context["conditions"]] == ["?"]


@pytest.mark.parametrize(("there", "said"), [(1, "1 encounter"), (26, "26 encounters"), (1_000, "1,000 encounters")])
def test_it_says_how_many_there_are(as_user, ada, many, there, said):
    many(there)
    page = as_user(ada).get(LIST).content.decode()
    assert said in page
    assert ("More than" in page, "since" in page) == (False, False)


def test_beyond_a_thousand_nobody_counts(as_user, ada, many):
    many(COUNTED + 1)
    assert "More than 1,000 encounters" in as_user(ada).get(LIST).content.decode()


def test_a_condition_is_looked_up_in_so_many_and_then_further_back(as_user, sana, many, now):
    rare = many(1, channel="ear", occurred_at=now - timedelta(days=40))
    many(reader.LOOKED_AT + 1, apart=1)
    client = as_user(sana)
    response = client.get(LIST, {"channel": "ear", "team": "harbour-street"})
    page = response.context["page"]
    assert page.keys == []
    assert "There may be some before." in response.content.decode()
    further = _page(client, channel="ear", team="harbour-street", before=page.earlier)
    assert further.keys == [rare[0].pk]
    assert (further.earlier, further.looked_back_to) == (None, None)


@pytest.mark.parametrize("seed", range(4))
def test_everything_that_one_may_see_is_on_one_of_the_pages(
    as_user, sana, ada, ben, harbour, mill, now, seed, monkeypatch
):
    """Also when next to nothing is looked at in one go, in teams of different pace, and of one's own elsewhere."""
    monkeypatch.setattr(reader, "LOOKED_AT", 7)
    random, third = Random(seed), TeamFactory()
    MembershipFactory(user=sana, team=third, role=Role.SUPERVISOR)
    Encounter.objects.bulk_create(
        EncounterFactory.build(
            person=random.choice([ada, ben, sana]),
            team=random.choice([harbour, harbour, harbour, mill, third]),
            channel=random.choice(["ear", "face", "face"]),
            occurred_at=now - timedelta(hours=int(random.triangular(1, 90, 1))),
        )
        for _ in range(120)
    )
    expected = Encounter.objects.visible_to(sana).newest_first()
    assert 0 < expected.count() < 120
    for narrowed in ({}, {"channel": "ear"}, {"person": ada.pk}, {"team": harbour.slug}):
        conditions = {"team__slug" if name == "team" else name: value for name, value in narrowed.items()}
        found = [key for page in _walk(as_user(sana), **narrowed) for key in page]
        assert found == list(expected.filter(**conditions).values_list("pk", flat=True))
    back: list[int] = []
    page = _page(as_user(sana), after="MC4w")  # "0.0": after the beginning of time
    while page.later:
        back = [*page.keys, *back]
        page = _page(as_user(sana), after=page.later)
    newest_full_one = [key for key in page.keys if key not in back]
    assert [*newest_full_one, *back] == list(expected.values_list("pk", flat=True))


def test_an_administrator_finds_a_situation_by_itself(as_user, ivy, many, now, monkeypatch):
    monkeypatch.setattr(reader, "LOOKED_AT", 5)
    situation = SituationFactory(slug="gift")
    old = many(2, situation=situation, occurred_at=now - timedelta(days=300))
    many(20)
    assert _page(as_user(ivy), situation="gift").keys == [encounter.pk for encounter in old]


def test_promises_that_wait_are_found_however_far_back(as_user, sana, many, now, monkeypatch):
    monkeypatch.setattr(reader, "LOOKED_AT", 5)
    [old] = many(1, occurred_at=now - timedelta(days=300))
    PromiseFactory(encounter=old)
    many(20)
    page = _page(as_user(sana), promises="overdue")
    assert (page.keys, page.looked_back_to) == ([old.pk], None)


class TestWords:
    @pytest.fixture
    def little(self, monkeypatch):
        monkeypatch.setattr(reader, "LOOKED_THROUGH", 5)

    def test_rare_words_are_found_however_far_back_where_they_are_indexed(self, as_user, sana, many, now, little):
        [rare] = many(1, greeting="Did the lake freeze over?", occurred_at=now - timedelta(days=300))
        many(20)
        page = _page(as_user(sana), q="LAKE")
        if words_index.is_there():
            assert (page.keys, page.looked_back_to) == ([rare.pk], None)
        else:
            assert page.keys == []
            assert page.looked_back_to
        assert [key for keys in _walk(as_user(sana), q="LAKE") for key in keys] == [rare.pk]

    @pytest.mark.parametrize("words", ["la", "é", "?", "  ", "%%%", "___"])
    def test_what_no_index_has_is_looked_for_page_by_page(self, as_user, sana, many, now, little, words):
        [rare] = many(1, greeting="la é ?   %%% ___", occurred_at=now - timedelta(days=300))
        many(20)
        found = [key for keys in _walk(as_user(sana), q=words) for key in keys]
        assert found[-1] == rare.pk
        assert len(found) == (21 if not words.strip() else 1)  # spaces are no condition

    def test_words_of_others_stay_theirs(self, as_user, otto, many, now, little):
        many(1, greeting="Did the lake freeze over?", occurred_at=now - timedelta(days=300))
        many(20)
        assert [key for keys in _walk(as_user(otto), q="lake") for key in keys] == []

    def test_many_old_matches_are_paged_through_once_each(self, as_user, ivy, many, now, little):
        old = many(2 * PER_PAGE + 3, closing="Mind the ice", occurred_at=now - timedelta(days=200), apart=3_600)
        many(20)
        found = [key for keys in _walk(as_user(ivy), q="the ice") for key in keys]
        assert found == [encounter.pk for encounter in old]

    @pytest.mark.parametrize(
        "field", ["customer_name", "customer_reference", "greeting", "empathy", "resolution", "closing"]
    )
    def test_every_text_is_searched_and_none_runs_into_the_next(self, as_user, ada, many, field):
        [encounter] = many(1, **{field: "Zoë 100%_sure \\ o'clock"})
        client = as_user(ada)
        for words in ("zoë", "100%_", "SURE \\", "o'clock"):
            assert _page(client, q=words).keys == [encounter.pk], words
        for words in ("100%sure", "1000", "sure_"):
            assert _page(client, q=words).keys == []
        many(1, greeting="abc", empathy="def")
        assert _page(client, q="abcdef").keys == []


def test_days_are_the_teams_own_and_far_off_ones_do_no_harm(as_user, ivy, ada, now):
    far = TeamFactory(time_zone="Pacific/Kiritimati")  # 14 hours ahead of UTC
    at = now.replace(hour=10, minute=30)
    there = EncounterFactory(person=ada, team=far, occurred_at=at)
    assert there.occurred_on > at.date()
    client, day = as_user(ivy), there.occurred_on.isoformat()
    assert _page(client, since=day, until=day).keys == [there.pk]
    assert _page(client, until=at.date().isoformat()).keys == []
    assert _page(client, since="0001-01-01", until="9999-12-31").keys == [there.pk]
    assert _page(client, since="9999-12-31", until="0001-01-01").keys == []


def test_practices_are_looked_up_with_their_assessments(as_user, sana, many, now):
    for encounter in many(3, greeting="How can I help you today?"):
        assess_encounter(encounter, now=now)
    client = as_user(sana)
    assert len(_page(client, practice="personal_greeting", below="50").keys) == 3
    assert _page(client, practice="personal_greeting", below="1").count.number == 3
