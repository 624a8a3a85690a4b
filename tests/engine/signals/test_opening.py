"""How an encounter opens."""

import pytest

from coaching.engine.signals.opening import personal_greeting, scripted_greeting


def found(text: str, before: str = "") -> tuple[bool, bool]:
    return bool(personal_greeting(text, "", before)), bool(scripted_greeting(text, "", before))


@pytest.mark.parametrize("text", ["Hi Joyce, how can I help?", "Back again, how did the curtains turn out?"])
def test_words_for_one_person_are_personal(text: str) -> None:
    assert found(text) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for calling Northline, how may I help you?",
        "Hi, how are you today?",
        "Good evening, do you have a reservation?",
        "Good morning, Northgate Clinic, how can I help?",
    ],
)
def test_words_off_a_card_are_scripted(text: str) -> None:
    assert found(text) == (False, True)


@pytest.mark.parametrize("text", ["Hi", "Good morning", "Hello, come in out of that wild old weather, how can I help?"])
def test_a_bare_hello_and_ones_own_words_are_neither(text: str) -> None:
    assert not found(text)[1]


def test_an_answer_to_a_hello_opens_and_words_in_the_middle_do_not() -> None:
    assert found("how can I help", "hello") == (False, True)
    assert found("how can I help with that", "the parcel is broken") == (False, False)


def test_a_house_and_a_word_after_a_pause_are_no_names() -> None:
    assert not personal_greeting("Buenos días señora, en qué puedo ayudar", "", "")
    assert not personal_greeting("Thank you for calling Dr Adeyemi's surgery, how may I help?", "", "")
