"""What was done, by whom and when: rows are added in the transaction of the change and never altered."""

from microconnect.audit.models.book import HOUSE, Book
from microconnect.audit.models.entry import AuditEntry
from microconnect.audit.models.recording import changes, record, record_many

__all__ = ["HOUSE", "AuditEntry", "Book", "changes", "record", "record_many"]
