"""Whether like cases are treated alike, here and elsewhere."""

from datetime import timedelta

from interactions.models import Concession
from tests.coaching.dashboards.reading import text_of
from tests.coaching.dashboards.rows import count
from tests.factories import EncounterFactory, SituationFactory

URL = "/teams/harbour-street/alike/"


def _cases(person, team, situation, now, given: int, kept: int) -> None:
    encounters = [
        EncounterFactory(
            person=person,
            team=team,
            situation=situation,
            occurred_at=now - timedelta(days=number % 30, minutes=number),
            concession=Concession.OWN_JUDGEMENT if number < given else Concession.DECLINED,
        )
        for number in range(given + kept)
    ]
    count(*encounters)


def test_a_situation_handled_otherwise_than_elsewhere_is_sure(sana, ada, otto, harbour, mill, now, as_user):
    returns = SituationFactory(name="Return without receipt", slug="returns")
    _cases(ada, harbour, returns, now, given=18, kept=2)
    _cases(otto, mill, returns, now, given=4, kept=16)
    response = as_user(sana).get(URL)
    assert "90 % here, 20 % elsewhere · sure" in text_of(response)
    assert "team=harbour-street&amp;situation=returns" in response.content.decode()


def test_a_difference_that_may_be_chance_is_shown_without_sure(sana, ada, otto, harbour, mill, now, as_user):
    returns = SituationFactory(name="Return without receipt")
    _cases(ada, harbour, returns, now, given=7, kept=3)
    _cases(otto, mill, returns, now, given=5, kept=5)
    words = text_of(as_user(sana).get(URL))
    assert "70 % here, 50 % elsewhere" in words
    assert "· sure" not in words


def test_what_surely_differs_comes_before_what_comes_first_by_name(sana, ada, otto, harbour, mill, now, as_user):
    for name, given in (("Choosing a gift", 5), ("Return without receipt", 18)):
        situation = SituationFactory(name=name)
        _cases(ada, harbour, situation, now, given=given, kept=20 - given)
        _cases(otto, mill, situation, now, given=4, kept=16)
    words = text_of(as_user(sana).get(URL))
    assert words.index("Return without receipt") < words.index("Choosing a gift")


def test_fewer_than_ten_cases_are_not_compared(sana, ada, otto, harbour, mill, now, as_user):
    returns = SituationFactory(name="Return without receipt")
    _cases(ada, harbour, returns, now, given=9, kept=0)
    _cases(otto, mill, returns, now, given=5, kept=5)
    words = text_of(as_user(sana).get(URL))
    assert "Return without receipt" not in words
    assert "Shown for situations with ten encounters here and ten elsewhere" in words


def test_what_nobody_ever_gives_cannot_be_uneven(sana, ada, otto, harbour, mill, now, as_user):
    gifts = SituationFactory(name="Choosing a gift")
    _cases(ada, harbour, gifts, now, given=0, kept=12)
    _cases(otto, mill, gifts, now, given=0, kept=12)
    assert "Choosing a gift" not in text_of(as_user(sana).get(URL))


def test_htmx_gets_the_fragment_that_the_page_holds(sana, as_user):
    fragment = as_user(sana).get(URL, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert "Like cases alike" in fragment


def test_it_is_closed_to_those_whom_the_team_is_closed_to(otto, ada, harbour, as_user):
    assert as_user(otto).get(URL).status_code == 404
    assert as_user(ada).get(URL).status_code == 403
