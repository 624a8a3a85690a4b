"""What somebody is told, and which mails they want."""

from microconnect.notices.models.notice import Kind, Notice
from microconnect.notices.models.wish import MailKind, MailWish

__all__ = ["Kind", "MailKind", "MailWish", "Notice"]
