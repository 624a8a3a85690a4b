"""Tests that break things: each has a server, a port and a database of its own, so that any worker can run any of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.server.house import House, Template, build_template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Template]:
    template = build_template(tmp_path_factory.mktemp("template"))
    yield template
    template.database.drop()


@pytest.fixture
def opened(template: Template, tmp_path: Path) -> Iterator[Callable[..., House]]:
    """`opened()`: a house that answers, closed after the test. `opened(application=..., environment=...)` is another kind."""
    houses: list[House] = []

    def opened(**kind: object) -> House:
        folder = tmp_path / f"house-{len(houses)}"
        folder.mkdir()
        house = House(template, folder, **kind)  # type: ignore[arg-type]
        houses.append(house)
        house.start()
        return house

    yield opened
    for house in houses:
        house.close()


@pytest.fixture
def house(opened: Callable[..., House]) -> House:
    return opened()
