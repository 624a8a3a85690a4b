"""A table as it is taken away."""

import csv
import io

from django.test import Client


def taken(client: Client, address: str, **narrowed: str) -> list[dict[str, str]]:
    """The lines of a CSV file, each by its columns."""
    response = client.get(address, narrowed)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"), newline="")))
