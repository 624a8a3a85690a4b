"""What counts as a goodbye."""

import pytest

from coaching.engine.signals.closing import closing, goodbyes


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in closing(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("your parcel comes on Friday between two and four okay bye", ["bye"]),
        ("b'bye", ["b'bye"]),
        ("Have yourself a terrific weekend!", ["Have yourself a terrific weekend"]),
        ("have great day", ["have great day"]),
        ("it was lovely talking to you", ["lovely talking to you"]),
        ("Glad I could help 😊", ["Glad I could help"]),
        ("Take care, speak to you soon", ["Take care", "speak to you soon"]),
        ("You too!", ["You too"]),
        ("ENJOY YOUR TRIP", ["ENJOY YOUR TRIP"]),
    ],
)
def test_a_goodbye_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "you're welcome",
        "I'll take care of it",
        "they have a great menu",
        "we had good luck with it",
        "I enjoy it myself",
        "something you might enjoy",
        "I'd be happy to help",
        "I like the green one better than you too",
        "three days to enjoy the film",
    ],
)
def test_what_only_sounds_like_a_goodbye_is_left_alone(text: str) -> None:
    assert found(text) == []


LONG = "the refund has gone through and it should be on your card by friday or monday at the latest thank you bye"


def test_a_bye_in_which_a_long_run_of_words_ends_is_no_close_of_its_own_but_a_goodbye() -> None:
    assert closing(LONG) == ()
    assert [LONG[start:end] for start, end in goodbyes(LONG)] == ["bye"]


@pytest.mark.parametrize(
    "text", [LONG.replace(" thank", ". Thank"), LONG.replace(" thank", ", thank"), "right then thank you bye"]
)
def test_after_a_pause_or_a_few_words_it_stands_for_itself(text: str) -> None:
    assert closing(text)
