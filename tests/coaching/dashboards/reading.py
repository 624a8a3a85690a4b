"""Pages and tables as these tests read them."""

import csv
import io
import re
from html import unescape

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def text_of(response) -> str:
    """What a reader sees, in one line."""
    main = response.content.decode().split("<main", 1)[1]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


def taken(client: Client, address: str, **narrowed: str) -> list[dict[str, str]]:
    """The lines of a CSV file, each by its columns."""
    response = client.get(address, narrowed)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"), newline="")))


def queries_of(client: Client, address: str) -> int:
    """How many queries a page or a file takes; what is asked for once and remembered is left out."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        assert response.status_code == 200
        b"".join(response)
    return len(captured)
