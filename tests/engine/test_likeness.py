"""When greetings are nearly the same words, and when that makes a script of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.engine.assess import assess
from coaching.engine.facts import EncounterFacts, PastGreeting, TeamGreeting
from coaching.engine.finding import Finding
from coaching.engine.likeness import is_comparable, is_recited, is_script, repeats, said_by_team, who_said

CARD = "Good morning, thank you for calling Mill Lane, have you shopped with us before?"
SHORT = "Morning, what brings you in today?"


def _team(*texts: str, colleagues: int = 3) -> tuple[TeamGreeting, ...]:
    return tuple(TeamGreeting(number % colleagues, text) for number, text in enumerate(texts))


def _judged(greeting: str, **facts) -> Finding:
    return assess(EncounterFacts(greeting=greeting, **facts)).finding("personal_greeting")


class TestAlike:
    @pytest.mark.parametrize(
        "typed",
        [
            "GOOD MORNING THANK YOU FOR CALLING MILL LANE HAVE YOU SHOPPED WITH US BEFORE",
            "good morning, thank you for calling Mill Lane, have u shopped with us befor? 😊",
            "Good morning and thank you for calling Mill Lane. Have you shopped with us before",
        ],
    )
    def test_typing_changes_nothing(self, typed: str) -> None:
        assert who_said(typed, _team(CARD)) == [0]

    def test_a_greeting_that_holds_another_is_not_like_it(self) -> None:
        assert who_said(f"{CARD} My sister did, she bought the blue one.", _team(CARD)) == []

    def test_the_hour_makes_no_other_sentence_of_it(self) -> None:
        said = "Good {}, Mo here, how can I help?"
        assert who_said(said.format("evening"), _team(said.format("morning"))) == [0]
        assert repeats("Evening!", [PastGreeting(str(n), "Morning!") for n in range(3)]) == ()

    def test_curly_apostrophes_and_none_are_the_same(self) -> None:
        assert repeats("Hi, you’re next", [PastGreeting(str(n), "Hi, youre next") for n in range(3)])

    def test_each_greeting_is_compared_without_its_own_customers_name(self) -> None:
        said = "Hello {}, lovely to see you, what can I find for you?"
        past = [PastGreeting(name, said.format(name), name) for name in ("Maximilian", "Bo", "Evangeline")]
        assert len(repeats(said.format("Al"), past, "Al")) == 3

    def test_a_name_and_a_hello_is_nobodys_script(self) -> None:
        past = [PastGreeting(name, f"Hi {name}!", name) for name in ("Tom", "Ana", "Sam")]
        assert repeats("Hi Maria!", past, "Maria") == ()
        assert not is_script("Hi Maria!", ["Hi"], "Maria")

    def test_a_few_words_again_and_again_are_a_script_where_no_name_is_in_them(self) -> None:
        assert len(repeats("Morning!", [PastGreeting(str(n), "morning") for n in range(4)])) == 4

    def test_a_page_of_text_is_compared_by_its_beginning(self) -> None:
        page = f"{CARD} " * 400
        assert who_said(page, _team(page + "more")) == [0]

    def test_words_in_other_scripts_are_counted_whole(self) -> None:
        assert not is_comparable("नमस्ते मारिया जी")
        assert is_comparable("नमस्ते जी आप कैसे हैं")


class TestTeam:
    @given(
        st.text(), st.text(), st.lists(st.builds(TeamGreeting, st.integers(1, 4), st.text(), st.text()), max_size=30)
    )
    def test_whatever_was_said_is_counted_at_most_once(self, text: str, name: str, team: list[TeamGreeting]) -> None:
        assert len(who_said(text, team, name)) <= len(team)
        assert said_by_team(text, [*team, *_team(*[text] * 12)], name) in {0, *range(12, 43)}

    def test_ten_times_by_three_colleagues_is_the_houses(self) -> None:
        assert said_by_team(CARD, _team(*[CARD] * 10)) == 10

    def test_nine_times_is_not(self) -> None:
        assert said_by_team(CARD, _team(*[CARD] * 9, *["Mind the step, love the hat"] * 50)) == 0

    def test_two_colleagues_are_not_the_team(self) -> None:
        assert said_by_team(CARD, _team(*[CARD] * 40, colleagues=2)) == 0

    def test_only_the_last_200_count(self) -> None:
        assert said_by_team(CARD, _team(*["Mind the step, love the hat"] * 195, *[CARD] * 50)) == 0

    @pytest.mark.parametrize("hello", ["Morning!", "Hi there", "Good morning, welcome"])
    def test_a_short_hello_belongs_to_everybody(self, hello: str) -> None:
        assert said_by_team(hello, _team(*[hello] * 200)) == 0

    def test_nothing_said_is_like_nothing(self) -> None:
        assert said_by_team("", _team(*[""] * 20)) == 0

    def test_eight_words_are_learnt_by_heart(self) -> None:
        assert is_recited("Good morning, Mill Lane, how can I help?")
        assert not is_recited("Good morning, how can I help you?")


class TestPersonalGreeting:
    def test_a_sentence_of_the_whole_team_is_a_script_and_says_so_kindly(self) -> None:
        finding = _judged(CARD, team_greetings=_team(*[CARD] * 34))
        assert finding.score == 0
        assert finding.reason % dict(finding.details) == (
            "Your team said this nearly word for word 34 times lately. One thing about this person would make it theirs."
        )

    def test_the_evidence_is_ones_own_words_and_nobody_elses(self) -> None:
        team = tuple(TeamGreeting(who, f"{CARD} {name}", name) for who, name in enumerate(["Zoltan", "Ophelia"] * 6))
        finding = _judged(CARD, team_greetings=team)
        assert [(mark.text, mark.ref) for mark in finding.evidence] == [(CARD, "")]
        assert "Zoltan" not in repr(finding)

    def test_with_a_name_in_it_counts_half(self) -> None:
        finding = _judged(f"Maria! {CARD}", customer_name="Maria", team_greetings=_team(*[CARD] * 10))
        assert finding.score == 50
        assert finding.reason.startswith("You used their name")

    def test_with_a_touch_that_was_ticked_counts_half(self) -> None:
        finding = _judged(CARD, personal_touches=frozenset({"noticed_detail"}), team_greetings=_team(*[CARD] * 10))
        assert finding.score == 50
        assert [mark.text for mark in finding.evidence] == [CARD, "noticed_detail"]

    def test_a_short_question_that_everybody_asks_is_general(self) -> None:
        assert _judged(SHORT).score == 100
        finding = _judged(SHORT, team_greetings=_team(*[SHORT] * 10))
        assert finding.score == 50
        assert dict(finding.details) == {"times": "10"}

    def test_a_short_hello_with_a_name_stays_theirs(self) -> None:
        said = "Morning Maria, what brings you in today?"
        assert _judged(said, customer_name="Maria", team_greetings=_team(*[SHORT] * 10)).score == 100

    def test_a_general_hello_is_as_general_as_it_was(self) -> None:
        said = "Good morning, lovely day out there"
        assert _judged(said, team_greetings=_team(*[said] * 10)) == _judged(said)

    def test_ones_own_repeats_come_first(self) -> None:
        past = tuple(PastGreeting(str(number), CARD) for number in range(10))
        finding = _judged(CARD, previous_greetings=past, team_greetings=_team(*[CARD] * 10))
        assert "of your last ten" in finding.reason
        assert {mark.text for mark in finding.evidence} == {CARD, ""}

    def test_a_greeting_in_a_language_we_cannot_read_is_left_be_until_the_team_says_it_too(self) -> None:
        said = "Dzień dobry pani, czym mogę pani dzisiaj pomóc"
        assert _judged(said).score is None
        assert _judged(said, team_greetings=_team(*[said] * 10)).score == 0
