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
