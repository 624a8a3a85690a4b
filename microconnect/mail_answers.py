"""What an error from a mail server says about the mail that was being handed over."""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected

_FOR_GOOD = 500  # answers of mail servers from here on are not about this moment


def was_refused(error: OSError) -> bool:
    """The server said no, so nothing has gone out. After any other error nobody knows."""
    return isinstance(error, SMTPException) and not isinstance(error, SMTPServerDisconnected)


def is_nobody_there(error: OSError) -> bool:
    """The address is refused for good; asking again every minute would only annoy."""
    refused = error.recipients.values() if isinstance(error, SMTPRecipientsRefused) else []
    return bool(refused) and all(code >= _FOR_GOOD for code, _words in refused)
