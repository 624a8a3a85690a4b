"""Questions about the person and what happened, with and without a question mark."""

import pytest

from coaching.engine.signals.exploration import exploration, own_questions


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in exploration(text)]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("What happened when you opened it?", "What happened when you opened it?"),
        ("oh no, when did it stop working", "when did it stop working"),
        ("love that scarf, did you knit it", "did you knit it"),
        ("That sounds hard. Why?", "Why?"),
        ("Right. You slept well?", "You slept well?"),
        ("You feel good about that?", "You feel good about that?"),
        ("May I ask what it was?", "May I ask what it was?"),
        ("Oh dear. What happened? I'll sort it.", "What happened?"),
        ("The new knee is fine?", "The new knee is fine?"),
        ("Okay, tell me a bit about the fall", "tell me a bit about the fall"),
        ("I'm wondering how you got home", "I'm wondering how you got home"),
        ("how are you feeling now the cast is off", "how are you feeling now the cast is off"),
        ("I assume all went well?", "I assume all went well?"),
        ("With your brother, and at home, or the office?", "With your brother, and at home, or the office?"),
        ("And?", None),
        ("hello", None),
        ("", None),
    ],
)
def test_a_question_about_them_is_found(text: str, question: str | None) -> None:
    assert found(text) == ([question] if question else [])


@pytest.mark.parametrize(
    "text",
    [
        "It is late, isn't it?",
        "That's the last one, right?",
        "You know that?",
        "What am I doing?",
        "I was lost. What would anybody do? So I left.",
        "That was the reason I went home",
        "She is the one who is a nurse",
        "I wonder if it rains",
        "I only hope you slept?",
        "What's your postcode?",
        "He asked what happened",
        "Okay then?",
    ],
)
def test_tags_transactions_and_talking_to_oneself_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["How can I help you today?", "Anything else?", "Has it come through?"])
def test_what_everybody_is_asked_explores_but_is_no_question_of_ones_own(text: str) -> None:
    assert exploration(text)
    assert own_questions(text) == ()


def test_a_question_of_ones_own_stays_beside_a_stock_one() -> None:
    text = "How can I help? Did the lake freeze over?"

    assert [text[start:end] for start, end in own_questions(text)] == ["Did the lake freeze over?"]


@pytest.mark.parametrize("text", ["When did the money leave your account?", "What happened to your card?"])
def test_what_happened_to_an_account_is_a_question_about_them(text: str) -> None:
    assert [text[start:end] for start, end in own_questions(text)] == [text]


@pytest.mark.parametrize("text", ["What is your account number?", "Did you bring your card?"])
def test_asking_for_a_card_is_business(text: str) -> None:
    assert own_questions(text) == ()


def test_a_note_of_asking_counts() -> None:
    text = "asked her what it does when she starts it"
    assert [text[start:end] for start, end in own_questions(text)] == [text]
