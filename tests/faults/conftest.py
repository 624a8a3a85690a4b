"""Tests that break things for real: networks, browsers, servers. Marked `faults`; `make faults` and CI run them."""

import pytest


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.faults)
    item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Last of all: they empty the tables."""
    items.sort(key=lambda item: item.get_closest_marker("faults") is not None)
