"""What each signal finds in words as people type them, and what it leaves alone."""

from collections.abc import Callable

import pytest

from coaching.engine.signals.anything_else import anything_else
from coaching.engine.signals.apology import apology
from coaching.engine.signals.check_details import check_details
from coaching.engine.signals.closing import closing
from coaching.engine.signals.confirm_done import confirm_done
from coaching.engine.signals.details import details
from coaching.engine.signals.emotional_reaction import emotional_reaction
from coaching.engine.signals.exploration import exploration
from coaching.engine.signals.gratitude import gratitude
from coaching.engine.signals.greeting import greeting
from coaching.engine.signals.hold import hold
from coaching.engine.signals.interpretation import interpretation
from coaching.engine.signals.names import addressed_name, customer_name
from coaching.engine.signals.offer import offer
from coaching.engine.signals.ownership import ownership
from coaching.engine.signals.rulebook import rulebook
from coaching.engine.signals.wishes import wishes
from coaching.engine.text import Spans

Signal = Callable[[str], Spans]


def found(signal: Signal, text: str) -> list[str]:
    return [text[start:end] for start, end in signal(text)]


@pytest.mark.parametrize(
    ("signal", "text", "expected"),
    [
        (greeting, "good morning how can i help", ["good morning"]),
        (greeting, "Hiya!!", ["Hiya"]),
        (apology, "im sooo sorry about that", ["im sooo sorry"]),
        (apology, "oh dear, that’s our fault", ["our fault"]),
        (apology, "you wait, sorry", ["sorry"]),
        (gratitude, "thankyou very much", ["thankyou very much"]),
        (hold, "can you just bear with me a moment", ["bear with me"]),
        (offer, "Shall I connect you?", ["Shall I connect"]),
        (offer, "how can i help", ["how can i help"]),
        (closing, "bye bye then", ["bye bye"]),
        (anything_else, "What else can I do for you?", ["What else can"]),
        (confirm_done, "Alright. Your table is booked.", ["is booked"]),
        (check_details, "Please confirm the following details", ["Please confirm the"]),
        (ownership, "i'll just pop you through", ["i'll just pop"]),
        (exploration, "oh no what happened", ["what happened"]),
        (exploration, "So, and how was the trip?", ["how was the trip?"]),
        (emotional_reaction, "What a long day", ["What a long day"]),
        (interpretation, "that must feel lonely", ["that must feel lonely"]),
        (rulebook, "that's against company policy", ["company policy"]),
        (details, "so you're off to Lisbon with your new puppy", ["off to Lisbon", "your new puppy"]),
        (addressed_name, "Good morning Mrs Patel, hello", ["Patel"]),
        (addressed_name, "Thanks Tom! Sorry, Ann", ["Tom", "Ann"]),
        (wishes, "good luck with the driving test", ["good luck with the driving"]),
    ],
)
def test_a_signal_finds_its_words(signal: Signal, text: str, expected: list[str]) -> None:
    assert found(signal, text) == expected


@pytest.mark.parametrize(
    ("signal", "text"),
    [
        (greeting, "I'll ring you this morning"),
        (greeting, "it came and went and then it came back to us all in the morning"),
        (apology, "not sorry at all"),
        (apology, "he is so sorry"),
        (apology, "You were really very sorry"),
        (apology, "a sorry sight"),
        (apology, "she said sorry"),
        (gratitude, "he said thanks"),
        (hold, "sit down a moment"),
        (offer, "I can't help with that"),
        (offer, "I can see it"),
        (anything_else, "we never do anything else"),
        (confirm_done, "it isn't booked"),
        (confirm_done, "she said it was booked"),
        (ownership, "he'll ring them"),
        (ownership, "I'll see you tomorrow"),
        (ownership, "she told me I'll call them"),
        (exploration, "What's your order number?"),
        (exploration, "He asked what happened"),
        (rulebook, "the policy says no but I made an exception"),
        (details, "your account, your patience and your new order"),
        (details, "OFF TO LISBON"),
        (details, "it takes three days"),
        (details, "your, well, and"),
        (details, "your"),
        (details, "off to bed"),
        (addressed_name, "Hello Sir"),
        (addressed_name, "HELLO TOM"),
        (addressed_name, "hello tom"),
        (addressed_name, "Thanks Tom for the call"),
        (addressed_name, "Hi. Tom"),
        (wishes, "have a great day"),
        (wishes, "have a relaxing evening"),
        (wishes, "enjoy, Maria"),
    ],
)
def test_a_signal_leaves_what_only_looks_like_it(signal: Signal, text: str) -> None:
    assert found(signal, text) == []


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("morning MARIA lopez", "Maria López", ["MARIA"]),
        ("Hello Maria Lopez", "maria  lopez", ["Maria Lopez"]),
        ("Hi Jean-Luc!", "Jean-Luc", ["Jean-Luc"]),
        ("O’Brien, come in", "O'Brien", ["O’Brien"]),
        ("민지님 안녕하세요", "민지", ["민지"]),
        ("Привет, Ольга!", "Ольга", ["Ольга"]),
        ("مرحبا ليلى", "ليلى", ["ليلى"]),
        ("Hello May, come in", "May", ["May"]),
        ("How may I help?", "May", []),
        ("Will you pay?", "Will", []),
        ("Marianne is here", "Maria", []),
        ("Dr who?", "Dr.", []),
        ("a b c", "B", []),
        ("hello", "", []),
    ],
)
def test_a_known_name_is_found_in_any_script_and_as_a_whole_word(text: str, name: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in customer_name(text, name)] == expected
