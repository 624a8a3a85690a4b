"""A phone without a browser: it sends an encounter until the server has said that it has it."""

import contextlib
import http.client
import json
import threading
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlencode

from tests.faults.server.house import Person

_TOKEN = "t" * 32  # the cookie and the header say the same, which is all that is asked of them
_PATIENCE = 15.0  # seconds; as static/js/outbox.js


class Answer(NamedTuple):
    status: int
    said: dict[str, Any]


@dataclass(slots=True)
class Sender:
    """One phone of one person. `put_off` counts answers that told it to come back, `unanswered` those that never came."""

    port: int
    person: Person
    pause: float = 0.2  # seconds before the same is sent again; phones wait longer
    put_off: Counter[int] = field(default_factory=Counter)
    unanswered: int = 0

    def send(self, encounter: dict[str, str]) -> Answer:
        """Send it, again and again where the server is busy or gone, for a minute at most."""
        too_late = threading.Timer(60, (closing := threading.Event()).set)
        too_late.start()
        answer = self.send_until(closing, encounter)
        too_late.cancel()
        assert answer is not None, f"put off for a minute: {self.put_off}, unanswered {self.unanswered}"
        return answer

    def send_until(self, closing: threading.Event, encounter: dict[str, str]) -> Answer | None:
        """The same until `closing` is set; None where that came first."""
        while not closing.is_set():
            try:
                answer = self.send_once(encounter)
            except (OSError, http.client.HTTPException):
                self.unanswered += 1
            else:
                if answer.status < 500 and answer.status != 409:
                    return answer
                self.put_off[answer.status] += 1
            time.sleep(self.pause)
        return None

    def send_once(self, encounter: dict[str, str]) -> Answer:
        """Read to the last byte: half an answer is no answer."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)) as connection:
            connection.request("POST", "/log/", urlencode(encounter), self._headers())
            response = connection.getresponse()
            content = response.read()
        is_json = response.headers.get("Content-Type", "").startswith("application/json")
        return Answer(response.status, json.loads(content) if is_json else {})

    def _headers(self) -> dict[str, str]:
        return {
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"sessionid={self.person.session}; csrftoken={_TOKEN}",
            "X-CSRFToken": _TOKEN,
            "X-Person": str(self.person.pk),
        }


def new_encounter(greeting: str) -> dict[str, str]:
    """What a phone sends of an encounter, under an id of its own."""
    return {"public_id": str(uuid.uuid4()), "channel": "face", "outcome": "sorted", "greeting": greeting}
