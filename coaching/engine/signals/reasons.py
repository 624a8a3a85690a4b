"""Reasoning from what the customer told."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_REASONS = Phrases(
    "because you|your",
    "since you|your *",
    "as you have|are|were|had|need|told|said|want|will|live|work|only|travel|fly",
    "given that? you|your|how|what|the",
    "so you (can|could|still|have|get|make|catch|only|do not|need not)",
    "so that you|your|it|they",
    "so your *",
    "so it|they will? is|are|be|gets|get|arrives|arrive|reaches|comes|there|with",
    "in time for",
    "before you|your leave|fly|go|travel|move|set|flight|trip|wedding|party|holiday|interview|train|shift|school|start",
    "ahead of your",
    "as|while|because|since you are|will be? going|travelling|flying|leaving|moving|away|camping|working|driving",
    "if you are going|travelling|flying|away|working|camping|moving|driving",
    "when you get|land|arrive|leave|fly|travel",
    "rather than make|making|having|have you",
    "with your|the * being|coming|on|at|arriving|due",
    "you told|said|mentioned",
    "in your case|situation|shoes|position",
    "for someone|a|anyone with|who|in|on",
)


@signal
def reasons(text: str) -> Spans:
    """Spans that argue from the customer's situation."""
    return _REASONS.find(read(text))
