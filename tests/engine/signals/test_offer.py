"""What offers help or an action."""

import pytest

from coaching.engine.signals.offer import offer


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in offer(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shall I put you through?", ["Shall I put"]),
        ("Right then would you like me to connect you", ["would you like me to connect"]),
        ("You need billing. Shall I connect you?", ["Shall I connect"]),
        ("you need the depot would you like me to ring them", ["would you like me to ring"]),
        ("I can escalate that if you like", ["I can escalate"]),
        ("We could send you a new one", ["We could send you"]),
        ("I’d be happy to help", ["I’d be happy to help"]),
        ("let us know if you need a hand", ["let us know if you need"]),
        ("All I can do is try the other shop", ["All I can do is"]),
        ("let me have a look for you", ["let me have a look for you"]),
    ],
)
def test_an_offer_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "if I can find it",
        "you need billing shall I connect you",
        "that's all the information I can give",
        "I can see it here",
        "I can't book that",
        "there's no way we can check",
        "there's nothing more I can do",
        "can I take your number",
        "we can deliver on Friday",
        "I can only guess",
    ],
)
def test_what_is_only_possible_is_no_offer(text: str) -> None:
    assert found(text) == []
