"""What somebody is told, and whether they want it by mail too."""

from microconnect.notices.models.notice import Kind, Notice
from microconnect.notices.models.wish import MailWish

__all__ = ["Kind", "MailWish", "Notice"]
