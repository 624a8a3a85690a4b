"""What the catalogue says beyond the examples: ticks without words, scripts, languages we can't read."""

from typing import Any

import pytest

from coaching.engine.facts import EncounterFacts, PastGreeting
from coaching.engine.finding import Finding
from coaching.engine.guidelines import Guideline
from coaching.engine.practices import BY_KEY


def judge(practice: str, **facts: Any) -> Finding:
    return BY_KEY[practice].judge(EncounterFacts(**facts))


def ticks(*touches: str) -> frozenset[str]:
    return frozenset(touches)


_BACK = PastGreeting("a", "Morning, back again")
_HAT = PastGreeting("b", "What a hat!")


@pytest.mark.parametrize(
    ("practice", "touch"),
    [
        ("personal_greeting", "noticed_detail"),
        ("recognition", "recalled_visit"),
        ("presence", "asked_about_them"),
        ("customers_shoes", "named_feeling"),
        ("understanding", "asked_first"),
        ("generosity", "small_extra"),
        ("personalised", "gave_choice"),
        ("proactive", "told_ahead"),
    ],
)
def test_a_touch_that_was_only_ticked_counts_half(practice: str, touch: str) -> None:
    finding = judge(practice, personal_touches=ticks(touch))

    assert finding.score == 50
    assert [piece.text for piece in finding.evidence] == [touch]


@pytest.mark.parametrize(
    "practice", ["presence", "understanding", "real", "personalised", "confirmation", "warm_close"]
)
def test_words_in_a_language_we_cannot_read_are_left_out(practice: str) -> None:
    finding = judge(practice, empathy="Claro, entiendo", resolution="Enviado ayer", closing="Hasta luego")

    assert finding.score is None
    assert "language" in finding.reason


def test_a_greeting_in_another_language_is_left_out_unless_it_says_the_name() -> None:
    assert judge("personal_greeting", greeting="¡Buenos días!").score is None
    assert judge("personal_greeting", greeting="¡Buenos días, María!", customer_name="María").score == 100


def test_an_unhappy_customer_answered_in_another_language_is_left_out() -> None:
    assert judge("customers_shoes", feeling_before=1, empathy="Claro, entiendo").score is None


def test_ownership_in_another_language_is_left_out() -> None:
    assert judge("ownership", resolution="Enviado ayer").score is None


class TestPersonalGreeting:
    def test_the_words_of_a_script_are_a_script_even_with_a_name(self) -> None:
        finding = judge(
            "personal_greeting",
            greeting="Hi Maria, welcome to Lumen, how may I assist you today?",
            customer_name="Maria",
            scripts=("Hi, welcome to Lumen! How may I assist you today",),
        )

        assert finding.score == 0
        assert "script" in finding.reason

    def test_the_same_words_three_times_in_ten_are_a_script_and_name_the_earlier_ones(self) -> None:
        past = tuple(PastGreeting(f"e{n}", "Morning! Good to see you again") for n in range(3))
        finding = judge("personal_greeting", greeting="Morning, good to see you again!", previous_greetings=past)

        assert finding.score == 0
        assert dict(finding.details) == {"times": "3"}
        assert [piece.ref for piece in finding.evidence] == ["", "e0", "e1", "e2"]

    def test_the_same_words_twice_in_ten_are_no_script(self) -> None:
        past = (_BACK,) * 2 + (_HAT,) * 8

        assert judge("personal_greeting", greeting=_BACK.text, previous_greetings=past).score == 100

    def test_only_the_last_ten_greetings_count(self) -> None:
        past = (_HAT,) * 10 + (_BACK,) * 3

        assert judge("personal_greeting", greeting=_BACK.text, previous_greetings=past).score == 100

    def test_a_greeting_that_is_only_the_name_is_never_like_another(self) -> None:
        past = (PastGreeting("a", "Maria"), PastGreeting("b", ""), PastGreeting("c", "Maria!"))
        finding = judge("personal_greeting", greeting="Maria!", customer_name="Maria", previous_greetings=past)

        assert finding.score == 100

    def test_stock_words_with_a_ticked_touch_count_half(self) -> None:
        finding = judge("personal_greeting", greeting="How can I help?", personal_touches=ticks("used_name"))

        assert finding.score == 50


class TestInBounds:
    def test_out_of_bounds_tells_the_guidelines_reason_and_suggestion(self) -> None:
        rule = Guideline(
            "7", "out", "never", "phrase", ("you lot",), "t", "It sorts people.", "Try: “the four of you”."
        )
        finding = judge("in_bounds", greeting="Hi you lot", guidelines=(rule,))

        assert finding.score == 0
        assert finding.reason % dict(finding.details) == (
            "Some of these words are out of bounds: It sorts people. Try: “the four of you”."
        )

    def test_a_missing_element_without_a_title_is_named_by_its_phrase(self) -> None:
        rule = Guideline("7", "in", "required", "phrase", ("Ada here",))
        finding = judge("in_bounds", greeting="Hi", guidelines=(rule,))

        assert finding.score == 50
        assert dict(finding.details)["title"] == "Ada here"


class TestRecognition:
    def test_an_unknown_first_time_customer_cannot_be_recognised(self) -> None:
        assert judge("recognition", greeting="Good morning").score is None

    @pytest.mark.parametrize(
        "known", [{"customer_name": "Maria"}, {"customer_reference": "A1"}, {"is_first_contact": False}]
    )
    def test_a_known_customer_who_is_met_like_anyone_was_missed(self, known: dict[str, object]) -> None:
        assert judge("recognition", greeting="Good morning", **known).score == 0

    def test_a_known_customer_without_any_words_is_left_out(self) -> None:
        assert judge("recognition", customer_name="Maria").score is None

    def test_seeing_them_again_in_a_goodbye_recalls_nothing(self) -> None:
        assert judge("recognition", closing="Good to see you again soon").score is None


class TestCustomersShoes:
    def test_nobody_was_unhappy_so_nothing_was_missed(self) -> None:
        assert judge("customers_shoes", feeling_before=4, empathy="Right, your size").score is None
        assert judge("customers_shoes", empathy="Right, your size").score is None

    def test_an_unhappy_customer_without_a_logged_answer_is_left_out(self) -> None:
        assert judge("customers_shoes", feeling_before=1, greeting="Hello").score is None

    @pytest.mark.parametrize(("feeling", "score"), [(2, 0), (3, None)])
    def test_unhappy_means_two_or_less(self, feeling: int, score: int | None) -> None:
        assert judge("customers_shoes", feeling_before=feeling, empathy="It has been sent.").score == score

    def test_what_was_done_says_nothing_of_what_was_answered(self) -> None:
        assert judge("customers_shoes", feeling_before=1, resolution="It has been sent.").score is None


class TestOwnership:
    @pytest.mark.parametrize("concession", ["own_judgement", "approved"])
    def test_a_decision_without_words_counts_half(self, concession: str) -> None:
        assert judge("ownership", concession=concession).score == 50

    def test_no_words_and_no_decision_are_left_out(self) -> None:
        assert judge("ownership", concession="declined").score is None

    def test_a_warm_hand_over_counts_half(self) -> None:
        finding = judge("ownership", resolution="I'll put you through to Sam, I've told her everything already")

        assert finding.score == 50

    def test_only_an_answer_without_a_solution_is_left_out(self) -> None:
        assert judge("ownership", empathy="What a day that was").score is None


class TestUnderstanding:
    def test_one_part_alone_leaves_it_out(self) -> None:
        assert judge("understanding", resolution="It has been refunded").score is None

    def test_a_question_after_the_solution_came_too_late(self) -> None:
        finding = judge("understanding", empathy="Right", resolution="I'll send one. What happened to it?")

        assert finding.score == 0


class TestConfirmation:
    def test_ticks_alone_count_half(self) -> None:
        finding = judge("confirmation", confirmed=ticks("number", "asked_anything_else"))

        assert finding.score == 50
        assert len(finding.evidence) == 2

    def test_facts_alone_count_half(self) -> None:
        assert judge("confirmation", resolution="I've sent you the receipt.").score == 50

    def test_a_solution_without_a_goodbye_is_left_out(self) -> None:
        assert judge("confirmation", resolution="Fine as it was").score is None


class TestWarmClose:
    def test_words_said_before_come_back_in_the_goodbye(self) -> None:
        finding = judge("warm_close", greeting="Did the lake freeze?", closing="Lake or not, bye!")

        assert finding.score == 100
        assert [piece.text for piece in finding.evidence] == ["Lake"]

    def test_a_goodbye_with_only_the_name_is_friendly(self) -> None:
        assert judge("warm_close", closing="Bye Maria", customer_name="Maria").score == 50

    def test_a_friendly_word_beside_a_survey_counts_half(self) -> None:
        assert judge("warm_close", closing="Please take our survey. Bye bye").score == 50


class TestSpeed:
    @pytest.mark.parametrize(("seconds", "score"), [(120, 100), (122, 99), (180, 75), (240, 50), (359, 0), (360, 0)])
    def test_the_line_falls_from_the_target_to_three_times_the_target(self, seconds: int, score: int) -> None:
        assert judge("speed", wait_seconds=seconds).score == score

    def test_the_lower_of_the_two_counts(self) -> None:
        finding = judge("speed", wait_seconds=120, handling_seconds=600)

        assert (finding.score, finding.evidence[0].field) == (50, "handling_seconds")


class TestReal:
    @pytest.mark.parametrize(
        "resolution",
        [
            "You should have told us on Monday, so I rang the depot myself and it's here",
            "The policy says thirty days, I've paid for it myself",
        ],
    )
    def test_a_reproach_or_a_rule_beside_a_deed_is_no_miss(self, resolution: str) -> None:
        assert judge("real", resolution=resolution).score != 0

    @pytest.mark.parametrize(
        "resolution",
        ["You should have told us on Monday.", "The policy says thirty days.", "I rang the depot. The policy says no."],
    )
    def test_a_reproach_or_a_rule_alone_is_one(self, resolution: str) -> None:
        assert judge("real", resolution=resolution).score == 0


def test_a_feeling_named_in_a_reproach_is_not_met() -> None:
    assert judge("customers_shoes", feeling_before=1, empathy="You sound upset, you need to calm down").score != 100


@pytest.mark.parametrize(
    "closing", ["It'll be with you on Friday", "I'll ring you at 4", "They are sending it tomorrow"]
)
def test_a_time_that_was_named_is_a_fact_in_hand(closing: str) -> None:
    assert judge("confirmation", closing=closing).score == 50


def test_a_goodbye_dictated_without_a_pause_is_still_a_goodbye() -> None:
    told = "it has gone through to the card that you paid with and it should show up there quite soon take care bye"
    assert judge("warm_close", closing=told).score == 50
