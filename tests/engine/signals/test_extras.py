"""Small human acts beyond what was asked."""

import pytest

from coaching.engine.signals.extras import extras


@pytest.mark.parametrize(
    "text",
    [
        "I'll walk you to the tram",
        "Never mind the extra pound",
        "The next one's on me",
        "I've kept one aside for you",
        "I'll ring round for you",
        "I pumped your tyres up as well",
    ],
)
def test_an_act_beyond_the_job_is_found(text: str) -> None:
    assert extras(text)


@pytest.mark.parametrize(
    "text", ["I've booked it for you", "Keep your receipt", "You'll have to pay the difference", ""]
)
def test_what_the_job_asks_is_left_alone(text: str) -> None:
    assert extras(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "You took a day off to be in for it",
        "and that after you'd only just paid for it",
        "It's quick, while you get a coffee",
        "Give that dog a scratch from me",
        "You came twice for nothing",
        "I've got our last chat open",
    ],
)
def test_what_the_customer_did_or_gets_anyway_is_no_gift(text: str) -> None:
    assert extras(text) == ()


def test_thank_you_before_a_gift_takes_nothing_from_it() -> None:
    assert extras("Thank you have a coffee on us")
