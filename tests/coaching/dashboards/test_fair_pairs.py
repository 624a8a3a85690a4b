"""Two encounters much alike that were handled differently, side by side."""

from datetime import timedelta

import pytest

from coaching.assessments.services import assess_encounter
from coaching.dashboards.fairness.likeness import Candidate, apart, nearest_pairs
from interactions.models import Concession, Outcome
from tests.coaching.dashboards.reading import text_of
from tests.coaching.dashboards.rows import count
from tests.factories import EncounterFactory, SituationFactory

FAIR = "/teams/harbour-street/fair/"


@pytest.fixture
def returns(db):
    return SituationFactory(name="Return without receipt", slug="returns")


@pytest.fixture
def case(harbour, returns, now):
    """A return, an hour ago unless it is said otherwise."""

    def case(person, concession, hours=1, **facts):
        held = {"team": harbour, "situation": returns, "channel": "face", "outcome": Outcome.SORTED, **facts}
        encounter = EncounterFactory(
            person=person, concession=concession, occurred_at=now - timedelta(hours=hours), **held
        )
        count(encounter)
        return encounter

    return case


def candidate(pk, now, *, situation=1, channel="face", feeling=3, wait=60, days=0):
    return Candidate(pk, situation, channel, feeling, wait, now - timedelta(days=days))


def test_the_nearest_is_chosen_and_taken_once(now):
    some = [candidate(1, now), candidate(2, now)]
    others = [candidate(10, now, feeling=5), candidate(11, now, feeling=3), candidate(12, now, feeling=4)]
    assert nearest_pairs(some, others, most=6) == [(1, 11), (2, 12)]


def test_another_situation_or_channel_is_never_alike(now):
    others = [candidate(10, now, situation=2), candidate(11, now, channel="ear")]
    assert nearest_pairs([candidate(1, now)], others, most=6) == []


def test_what_is_too_far_apart_is_not_called_alike(now):
    assert nearest_pairs([candidate(1, now, feeling=1)], [candidate(2, now, feeling=5, days=10)], most=6) == []


def test_no_more_than_asked_for_and_never_with_itself(now):
    some = [candidate(pk, now) for pk in range(1, 9)]
    assert len(nearest_pairs(some, [candidate(pk, now) for pk in range(11, 19)], most=6)) == 6
    assert nearest_pairs([candidate(1, now)], [candidate(1, now)], most=6) == []


def test_a_wait_twice_as_long_is_a_step_and_so_are_four_weeks(now):
    assert apart(candidate(1, now, wait=0), candidate(2, now, wait=60)) == pytest.approx(1)
    assert apart(candidate(1, now), candidate(2, now, days=28)) == pytest.approx(1)
    assert apart(candidate(1, now), candidate(2, now, feeling=None)) == 1
    assert apart(candidate(1, now, wait=None), candidate(2, now)) == 1


def test_given_and_declined_stand_side_by_side_with_their_words(sana, ada, ben, case, as_user):
    given = case(ada, Concession.OWN_JUDGEMENT, resolution="I swapped it on the spot.", concession_reason="A gift")
    kept = case(ben, Concession.DECLINED, resolution="I could not take it back.")
    response = as_user(sana).get(FAIR)
    words = text_of(response)
    assert "Return without receipt · Face to face · Ada and Ben" in words
    assert "Something extra given Ada Okafor" in words
    assert "I swapped it on the spot." in words
    assert "A gift" in words
    assert "Asked for, and declined Ben Lindqvist" in words
    for encounter in (given, kept):
        assert f'href="{encounter.get_absolute_url()}"' in response.content.decode()


def test_the_evidence_is_marked_once_it_was_assessed(sana, ada, ben, case, now, as_user):
    given = case(ada, Concession.OWN_JUDGEMENT, greeting="Morning Maria! Did the lake freeze over?", resolution="Done.")
    case(ben, Concession.NONE, resolution="Done.")
    assess_encounter(given, now=now)
    assert '<mark class="well">Maria</mark>' in as_user(sana).get(FAIR).content.decode()


def test_sorted_at_once_and_not(sana, ada, ben, case, now, as_user):
    assess_encounter(case(ada, "", resolution="There you go."), now=now)
    case(ben, "", resolution="I passed it to the depot.", outcome=Outcome.PASSED_ON)
    words = text_of(as_user(sana).get(f"{FAIR}?of=first_time"))
    assert "Sorted Ada Okafor" in words
    assert "Passed on Ben Lindqvist" in words


def test_another_teams_case_is_never_read(sana, ada, otto, mill, case, as_user):
    case(ada, Concession.OWN_JUDGEMENT, resolution="I swapped it.")
    case(otto, Concession.DECLINED, resolution="Never seen here.", team=mill)
    words = text_of(as_user(sana).get(FAIR))
    assert "Never seen here." not in words
    assert "no two cases to put side by side" in words


def test_cases_without_words_have_nothing_to_read(sana, ada, ben, case, as_user):
    case(ada, Concession.OWN_JUDGEMENT, greeting="Hello", empathy="", resolution="")
    case(ben, Concession.DECLINED, resolution="No.")
    assert "no two cases to put side by side" in text_of(as_user(sana).get(FAIR))


def test_six_pairs_at_most_the_newest_first(sana, ada, ben, case, as_user):
    for hours in range(1, 9):
        case(ada, Concession.OWN_JUDGEMENT, hours=hours, resolution=f"Yes number {hours}.")
        case(ben, Concession.DECLINED, hours=hours, resolution="No.")
    words = text_of(as_user(sana).get(FAIR))
    assert words.index("Yes number 1.") < words.index("Yes number 6.")
    assert "Yes number 7." not in words
