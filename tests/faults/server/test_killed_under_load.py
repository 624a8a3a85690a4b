"""The server is killed three times while phones are logging: what was acknowledged is there, and nothing is there twice."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.faults.server.house import House
from tests.faults.server.sending import Sender, new_encounter

PHONES, KILLS = 6, 3
BETWEEN = 25  # acknowledged encounters from one kill to the next
PATIENCE = 60  # seconds


class Shop:
    """Phones that log one encounter after another, each sent again until the server says that it has it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.acknowledged: list[str] = []
        self.closing = threading.Event()
        self.phones = [Sender(house.port, house.people["ada"]) for _ in range(PHONES)]

    def work(self, phone: Sender) -> None:
        while not self.closing.is_set():
            encounter = new_encounter("Morning! How was the lake?")
            answer = phone.send_until(self.closing, encounter)
            if answer is not None:
                assert answer.status in {200, 201}, answer
                self.acknowledged.append(encounter["public_id"])

    def wait_for(self, count: int) -> None:
        give_up_at = time.monotonic() + PATIENCE
        while len(self.acknowledged) < count:
            assert time.monotonic() < give_up_at, f"{len(self.acknowledged)} of {count} in a minute"
            time.sleep(0.05)


def _killed_while_logging(house: House) -> Shop:
    shop = Shop(house)
    with ThreadPoolExecutor(PHONES) as pool:
        working = [pool.submit(shop.work, phone) for phone in shop.phones]
        try:
            for _ in range(KILLS):
                shop.wait_for(len(shop.acknowledged) + BETWEEN)
                house.kill_group()
                house.start()
            shop.wait_for(len(shop.acknowledged) + BETWEEN)
        finally:
            shop.closing.set()
        for phone in working:
            phone.result(PATIENCE)
    return shop


def test_what_was_acknowledged_is_there_once(house: House) -> None:
    shop = _killed_while_logging(house)
    stored = Counter(row.public_id for row in house.rows())
    assert set(shop.acknowledged) <= set(stored), "acknowledged and lost"
    assert set(stored.values()) == {1}, "stored twice"
    assert sum(phone.unanswered for phone in shop.phones) > 0, "no kill was noticed"
    assert house.database.complaints() == []
    assert house.count("audit_auditentry", "action = 'encounter_logged'") == len(stored)
    house.manage("assess_encounters")
    assert house.count("coaching_assessment", "revision = 1") == len(stored)
    assert "Everything is assessed already." in house.manage("assess_encounters")


def test_control_a_server_that_answers_before_it_has_stored_loses_some(opened: Callable[..., House]) -> None:
    house = opened(application="tests.faults.server.hasty")
    shop = _killed_while_logging(house)
    time.sleep(2)  # what is still to be stored may come now
    assert not set(shop.acknowledged) <= {row.public_id for row in house.rows()}
