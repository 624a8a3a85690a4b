"""Pages of the audit trail: from one entry to the next older ones, so that page 1,000 costs what page 1 does."""

from dataclasses import dataclass

from microconnect.audit.models import AuditEntry
from microconnect.audit.models.entry import AuditQuerySet

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Entries, newest first. `newer` and `older` are the numbers to go on from; None where it ends."""

    entries: list[AuditEntry]
    newer: int | None
    older: int | None


def page_of(entries: AuditQuerySet, *, before: str | None, after: str | None) -> Page:
    """The page just before (older than) or after (newer than) one entry; the newest where there is no such entry."""
    if edge := _entry(before):
        return _older(entries.older_than(edge), has_newer=True)
    if edge := _entry(after):
        return _newer(entries, edge)
    return _older(entries, has_newer=False)


def _older(entries: AuditQuerySet, *, has_newer: bool) -> Page:
    found = list(entries.newest_first()[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    newer = shown[0].pk if has_newer and shown else None
    return Page(shown, newer=newer, older=shown[-1].pk if len(found) > PER_PAGE else None)


def _newer(entries: AuditQuerySet, edge: AuditEntry) -> Page:
    found = list(entries.newer_than(edge).order_by("at", "pk")[: PER_PAGE + 1])
    if len(found) <= PER_PAGE:  # the newest page is a full one, and follows what comes in
        return _older(entries, has_newer=False)
    shown = found[:PER_PAGE][::-1]
    return Page(shown, newer=shown[0].pk, older=shown[-1].pk)


def _entry(number: str | None) -> AuditEntry | None:
    if number and number.isascii() and number.isdigit() and len(number) < 19:
        return AuditEntry.objects.filter(pk=int(number)).first()
    return None
