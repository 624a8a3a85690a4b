"""Positions in a list survive the address, and nothing made up gets through."""

import base64
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microconnect.keyset import LARGEST_KEY, Place, Position

positions = st.builds(Position, st.datetimes(timezones=st.just(UTC)), st.integers(0, LARGEST_KEY))


@given(positions)
def test_a_position_comes_back_from_the_address_as_it_was(position):
    assert Position.read(str(position)) == position


@given(st.text(max_size=80))
def test_anything_else_is_no_position_and_no_error(said):
    position = Position.read(said)
    assert position is None or 0 <= position.primary_key <= LARGEST_KEY


def _encoded(said: str) -> str:
    return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


@pytest.mark.parametrize("said", ["", "1", "1.", ".1", "1.2.3", "x.y", "1.-1", f"1.{2**63}", f"{10**30}.1", "٣.é"])
def test_what_nobody_was_given_is_left_out(said):
    assert Place.of({"before": _encoded(said)}) == Place()


def test_before_counts_where_both_are_given():
    position = Position(datetime(2026, 3, 3, tzinfo=UTC), 7)
    assert Place.of({"before": str(position), "after": str(position)}) == Place(before=position)
    assert Place.of({"before": "junk", "after": str(position)}) == Place(after=position)
