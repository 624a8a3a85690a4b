"""Goodbyes that know who is leaving."""

import pytest

from coaching.engine.signals.parting import warm_close


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Bye now, enjoy Lisbon!", ""),
        ("Have a good ride.", ""),
        ("Kiss the twins from me!", ""),
        ("Bye! Say hi to Biscuit", "thanks, Biscuit is waiting in the van"),
    ],
)
def test_a_goodbye_that_names_something_of_theirs_is_warm(text: str, before: str) -> None:
    assert warm_close(text, before)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Have a great day.",
        "Take care!",
        "Enjoy the camping! Is the stove in the bag?",
        "Good luck with the driving test. I put the form here. Sign below the line. Then we are done.",
    ],
)
def test_a_goodbye_for_anyone_and_a_wish_on_the_way_are_not(text: str) -> None:
    assert not warm_close(text, "")
