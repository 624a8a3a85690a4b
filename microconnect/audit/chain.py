"""The digest that ties an entry of the audit trail to the one before it."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.serializers.json import DjangoJSONEncoder

if TYPE_CHECKING:
    from microconnect.audit.models import AuditEntry

FIELDS = (
    "book_id",
    "number",
    "at",
    "actor_id",
    "action",
    "target_type",
    "target_id",
    "detail",
    "before",
    "after",
    "previous_digest",
)


def digest_of(entry: AuditEntry) -> str:
    """SHA-256, in hexadecimal, over the canonical JSON of everything that `entry` says.

    Raises:
        ValueError: a number in it is none (NaN) or has no end.
    """
    facts = {name: getattr(entry, name) for name in FIELDS}
    facts["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(canonical(facts).encode()).hexdigest()


def canonical(facts: object) -> str:
    """The one way to write `facts` as JSON, the same before it was stored and after either database gave it back.

    PostgreSQL orders keys anew and writes 1e16 without an exponent; whole floats therefore count as integers.
    """
    plain = json.loads(json.dumps(facts, cls=DjangoJSONEncoder, allow_nan=False), parse_float=_number)
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def _number(text: str) -> int | float:
    exact = Decimal(text)
    return int(exact) if exact == exact.to_integral_value() else float(text)
