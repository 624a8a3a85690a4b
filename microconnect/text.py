"""Text as it is stored: one spelling of every character, nothing that a database or a browser cannot hold."""

import unicodedata

_UNSTORABLE = {0: None, **dict.fromkeys(range(55296, 57344))}


def normalise(text: str) -> str:
    """NFC, newlines as \\n, without NUL and lone surrogates; otherwise as it was typed."""
    return unicodedata.normalize("NFC", text.translate(_UNSTORABLE).replace("\r\n", "\n").replace("\r", "\n"))
