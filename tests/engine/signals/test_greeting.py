"""What counts as a hello."""

import pytest

from coaching.engine.signals.greeting import greeting


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in greeting(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Good morning!", ["Good morning"]),
        ("hai sir", ["hai"]),
        ("gud mrng madam", ["gud mrng"]),
        ("HELLO THERE 👋", ["HELLO THERE"]),
        ("welcome back, same table?", ["welcome back"]),
        ("thank you for calling good morning", ["good morning"]),
        ("Hi Tom. How are you doing?", ["Hi", "How are you doing"]),
        ("My name is Lena", ["My name is Lena"]),
        ("I'm Rosa in Leeds.", ["I'm Rosa"]),
        ("Hey there, come in", ["Hey there"]),
    ],
)
def test_a_hello_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "you’re welcome",
        "your welcome",
        "You are very welcome!",
        "have a good evening",
        "we'll ring early morning",
        "Hey thanks so much",
        "that's the morning delivery gone",
        "byebye hello",
        "he said hello to us",
        "my name is on the list",
        "I'M DONE",
        "this is Thursday's parcel and it came without the lid",
        "it was all in the box we sent hello",
    ],
)
def test_what_only_sounds_like_a_hello_is_left_alone(text: str) -> None:
    assert found(text) == []
