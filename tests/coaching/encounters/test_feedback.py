"""The feedback page: evidence in the words, what landed, one thing to try, how it was made; never a list of failings."""

from datetime import timedelta

import pytest

from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_encounter
from coaching.encounters.feedback import feedback_of
from coaching.scorecards.models import ScorecardVersion
from interactions.models import Encounter
from tests.factories import EncounterFactory, PromiseFactory


@pytest.fixture
def encounter(ada, harbour, now) -> Encounter:
    encounter = EncounterFactory(
        person=ada,
        team=harbour,
        customer_name="Maria",
        greeting="Morning Maria! Did the lake freeze over in the end?",
        empathy="Three hours in that queue with the little one, no wonder you're worn out.",
        closing="Anything else? Have a nice day.",
        feeling_before=2,
        feeling_after=5,
        wait_seconds=90,
    )
    assess_encounter(encounter, now=now)
    return encounter


def _feedback(encounter, *, is_mine=True):
    return feedback_of(encounter, Assessment.objects.get(encounter=encounter), is_mine=is_mine)


def test_marked_words_are_the_persons_own(encounter):
    said = _feedback(encounter).said
    assert [one.label for one in said] == ["You said first", "You answered", "You said goodbye"]
    assert "".join(segment.text for segment in said[0].segments) == encounter.greeting
    assert any(segment.tone == "well" for segment in said[0].segments)


def test_numbers_are_counted_in_reading_order_and_each_is_explained(encounter):
    feedback = _feedback(encounter)
    in_text = [number for one in feedback.said for segment in one.segments for number in segment.numbers]
    explained = [landed.number for landed in feedback.landed]
    assert explained == sorted(explained)
    assert set(in_text) == set(explained)
    assert in_text[0] == 1


def test_what_answers_show_stands_beside_what_words_show(encounter):
    feedback = _feedback(encounter)
    assert all(landed.number is None for landed in feedback.also)
    assert "recovery" in {landed.key for landed in feedback.also}


def test_there_is_one_thing_to_try_and_it_is_not_among_what_landed(encounter):
    feedback = _feedback(encounter)
    assert feedback.try_next is not None
    assert feedback.try_next.key not in {landed.key for landed in [*feedback.landed, *feedback.also]}


def test_the_parts_make_the_number_that_is_stored(encounter):
    feedback = _feedback(encounter)
    assert feedback.score.value == Assessment.objects.get().score
    counted = [part for part in feedback.parts if not part.is_bonus]
    weights = sum(int(part.weight) for part in counted)
    mean = sum(int(part.score) * int(part.weight) for part in counted) / weights
    assert abs(mean + float(feedback.score.bonus) - (feedback.score.value or 0)) <= 1


def test_a_supervisor_reads_it_in_the_third_person(encounter):
    assert _feedback(encounter, is_mine=False).said[0].label == "Said first"


def test_the_page_shows_it_all(as_user, ada, encounter):
    PromiseFactory(encounter=encounter)
    page = as_user(ada).get(encounter.get_absolute_url()).content.decode()
    for words in (
        "What landed",
        "One thing to try next",
        "How this number was made",
        "Ring back about the kettle",
        "1:30 min",
    ):
        assert words in page
    assert "<mark" in page
    assert "Log another" in page


def test_a_supervisor_gets_something_to_talk_about_and_cannot_edit(as_user, sana, encounter):
    page = as_user(sana).get(encounter.get_absolute_url()).content.decode()
    assert "One thing to talk about" in page
    assert "Ada Okafor" in page
    assert "Change what you wrote" not in page


def test_too_little_gives_no_number_and_says_so_kindly(as_user, ada, harbour, now):
    bare = EncounterFactory(person=ada, team=harbour)
    assess_encounter(bare, now=now)
    assert Assessment.objects.get().score is None
    assert "Not enough to say" in as_user(ada).get(bare.get_absolute_url()).content.decode()


@pytest.mark.parametrize("state", ["not assessed", "edited since"])
def test_words_not_read_yet_are_said_to_be_safe(as_user, ada, encounter, state):
    if state == "not assessed":
        Assessment.objects.all().delete()
    else:
        Encounter.objects.update(revision=2)
    page = as_user(ada).get(encounter.get_absolute_url()).content.decode()
    assert "still reading" in page
    assert "What landed" not in page


def test_an_old_figure_is_explained_by_its_own_scorecard(encounter):
    before = _feedback(encounter).parts
    rules = ScorecardVersion.objects.current().rules
    ScorecardVersion.objects.create(name="Next", rules={**rules, "weights": {"reset": 1}})
    assert _feedback(encounter).parts == before


def test_words_cannot_break_the_page(as_user, ada, harbour, now):
    nasty = EncounterFactory(
        person=ada, team=harbour, greeting='<script>alert(1)</script> Maria & "you" 100%(s)s {{ x }}'
    )
    assess_encounter(nasty, now=now)
    page = as_user(ada).get(nasty.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page
    assert "{{ x }}" in page


def test_what_it_came_back_about_is_named_only_to_those_who_may_see_it(as_user, ada, sana, mill, harbour, now):
    elsewhere = EncounterFactory(person=ada, team=mill)
    back = EncounterFactory(person=ada, team=harbour, repeat_of=elsewhere)
    assert str(elsewhere.public_id) in as_user(ada).get(back.get_absolute_url()).content.decode()
    assert str(elsewhere.public_id) not in as_user(sana).get(back.get_absolute_url()).content.decode()


@pytest.fixture
def repeated(ada, harbour, mill, now) -> list[Encounter]:
    """Ada said the same four times; the first time at Mill Lane."""
    same = "Welcome in, what can I do for you today my friend"
    encounters: list[Encounter] = [
        EncounterFactory(person=ada, team=team, greeting=same, occurred_at=now - timedelta(hours=hours))
        for hours, team in ((4, mill), (3, harbour), (2, harbour), (1, harbour))
    ]
    for encounter in encounters:
        assess_encounter(encounter, now=now)
    return encounters


def test_a_repeated_greeting_leads_to_the_earlier_ones(as_user, ada, repeated):
    page = as_user(ada).get(repeated[-1].get_absolute_url()).content.decode()
    assert all(f'href="{earlier.get_absolute_url()}"' in page for earlier in repeated[:-1])


def test_a_supervisor_is_led_only_to_what_they_may_see(as_user, sana, repeated):
    page = as_user(sana).get(repeated[-1].get_absolute_url()).content.decode()
    led_to = [f'href="{earlier.get_absolute_url()}"' in page for earlier in repeated[:-1]]
    assert led_to == [False, True, True]


def test_findings_hold_which_greetings_are_repeated_and_not_their_words(repeated):
    finding = next(f for f in repeated[-1].assessment.findings if f["practice"] == "personal_greeting")
    assert [(text, bool(ref)) for _field, _start, _end, text, ref in finding["evidence"]] == [
        (repeated[-1].greeting, False),
        ("", True),
        ("", True),
        ("", True),
    ]
