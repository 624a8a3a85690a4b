"""What puts the fault on the customer."""

import pytest

from coaching.engine.signals.blame import blame


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in blame(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You should have told us on Monday", ["You should have told"]),
        ("As I already said, it is the green form", ["As I already said"]),
        ("IF YOU'D READ THE LETTER", ["IF YOU'D READ"]),
        ("please calm down", ["calm down"]),
        ("If you'd asked, you would know", ["If you'd asked, you would"]),
        ("You've typed the name wrong", ["You've typed the name wrong"]),
        ("You never replied", ["You never replied"]),
        ("That's on you", ["'s on you"]),
    ],
)
def test_a_reproach_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's not your fault at all",
        "You shouldn't have to chase us for this",
        "You should have been told sooner, and that's on us",
        "The card was declined",
        "You haven't done anything wrong",
        "There's no way you could have seen that",
        "",
    ],
)
def test_what_reproaches_nobody_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You shouldn't worry about the form, I filled it in for you",
        "You shouldn't have been charged twice",
        "It is up to you: a refund now or a new one",
        "You were given the wrong date by us",
        "You might have left it on the train",
        "None of it was your fault",
        "You did nothing wrong",
        "Next time ask for me and I'll have it ready",
        "You always come with a smile",
        "We should have thought of that",
        "You've had enough of being passed around",
        "You never asked for this",
        "You people have been lovely",
        "I told you straight that it'll cost more than it's worth",
    ],
)
def test_kind_words_that_begin_like_a_reproach_are_none(text: str) -> None:
    assert blame(text) == ()
