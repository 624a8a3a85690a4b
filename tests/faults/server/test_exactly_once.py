"""25 phones send the same 20 encounters at once: each is stored once, and every phone is told that it is."""

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.server.sending import Sender, new_encounter

PHONES, ENCOUNTERS = 25, 20


def _send_all_at_once(house, *, rename=lambda encounter: encounter):
    """Each phone sends every encounter once, in an order of its own; returns the answers and the phones."""
    encounters = [new_encounter(f"Morning, number {number}!") for number in range(ENCOUNTERS)]
    phones = [Sender(house.port, house.people["ada"]) for _ in range(PHONES)]
    start = threading.Barrier(PHONES)

    def work(number):
        order = random.Random(number).sample(encounters, k=len(encounters))
        start.wait()
        answers = [phones[number].send(rename(encounter)) for encounter in order]
        if number == 0:
            answers.append(phones[0].send({**order[0], "greeting": "Something else."}))
        return answers

    with ThreadPoolExecutor(PHONES) as pool:
        answers = [answer for theirs in pool.map(work, range(PHONES)) for answer in theirs]
    return answers, phones


def test_twenty_encounters_sent_five_hundred_times_are_twenty(house, record_property):
    answers, phones = _send_all_at_once(house)
    put_off: Counter[int] = sum((phone.put_off for phone in phones), Counter())
    record_property("put_off", dict(put_off))
    assert sum(phone.unanswered for phone in phones) == 0
    assert Counter(answer.status for answer in answers) == {201: ENCOUNTERS, 200: (PHONES - 1) * ENCOUNTERS, 422: 1}
    assert [answer.said["code"] for answer in answers if answer.status == 422] == ["other_words"]

    stored = {row.public_id: row for row in house.rows()}
    told = {answer.said["public_id"]: answer.said["url"] for answer in answers if answer.status < 300}
    assert told == {public_id: f"/encounters/{public_id}/" for public_id in stored}
    assert len(house.rows()) == len(stored) == ENCOUNTERS
    assert {row.greeting for row in stored.values()} == {f"Morning, number {n}!" for n in range(ENCOUNTERS)}
    assert {row.person for row in stored.values()} == {house.people["ada"].pk}
    assert house.count("audit_auditentry", "action = 'encounter_logged'") == ENCOUNTERS
    assert house.count("coaching_assessment") == ENCOUNTERS
    assert house.database.complaints() == []


# ---- What the guards are for

WITHOUT_THE_CONSTRAINT = """
from django.db import connection, models
from interactions.models import Encounter
unique = Encounter._meta.get_field("public_id")
plain = models.UUIDField()
plain.set_attributes_from_name("public_id")
plain.model = Encounter
with connection.schema_editor() as editor:
    editor.alter_field(Encounter, unique, plain)
"""


def test_control_without_the_unique_id_in_the_database_each_sending_is_an_encounter(house):
    house.manage("shell", "--no-imports", "-c", WITHOUT_THE_CONSTRAINT)
    answers, _phones = _send_all_at_once(house)
    assert Counter(answer.status for answer in answers) == {201: PHONES * ENCOUNTERS + 1}
    assert len(house.rows()) == PHONES * ENCOUNTERS + 1


def test_control_a_phone_that_made_a_new_id_for_each_sending_would_fill_the_list(house):
    _send_all_at_once(house, rename=lambda encounter: {**encounter, **new_encounter(encounter["greeting"])})
    assert len(house.rows()) == PHONES * ENCOUNTERS + 1
    assert len({row.greeting for row in house.rows()}) == ENCOUNTERS + 1


def test_control_the_same_words_under_two_ids_are_two_encounters(house):
    """The id decides, not the words: somebody may greet two customers alike."""
    phone = Sender(house.port, house.people["ada"])
    answers = [phone.send(new_encounter("Good morning!")) for _ in range(2)]
    assert [answer.status for answer in answers] == [201, 201]


@pytest.mark.parametrize("somebody", ["ben", "sana"])
def test_an_id_that_another_person_took_is_refused_and_nothing_of_theirs_is_told(house, somebody):
    encounter = new_encounter("Good morning!")
    assert Sender(house.port, house.people["ada"]).send(encounter).status == 201
    answer = Sender(house.port, house.people[somebody]).send(encounter)
    assert (answer.status, answer.said) == (422, {"code": "other_words"})
