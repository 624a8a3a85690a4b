"""What was logged to measure it is taken back, so that a kept database measures the same the next time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone

from interactions.models import Encounter
from interactions.services import undo_encounter


@contextmanager
def taken_back() -> Iterator[None]:
    """Undo, as people do, every encounter that is new at the end of the block. Audit entries stay, as they must."""
    newest = Encounter.objects.order_by("-pk").values_list("pk", flat=True)[0]
    try:
        yield
    finally:
        for encounter in Encounter.objects.filter(pk__gt=newest).select_related("person"):
            undo_encounter(by=encounter.person, public_id=encounter.public_id, now=timezone.now())
