"""A mail server in whatever trouble a test puts it."""

from django.core.mail.backends import locmem


class Post(locmem.EmailBackend):
    """`away` is an error to open with, `says` one for each address; `opened` counts connections."""

    away: Exception | None = None
    says: dict[str, Exception] = {}
    opened = 0

    def open(self) -> bool:
        if self.away:
            raise self.away
        type(self).opened += 1
        return True

    def send_messages(self, messages) -> int:
        [message] = messages
        if error := self.says.get(message.to[0]):
            raise error
        return super().send_messages(messages)
