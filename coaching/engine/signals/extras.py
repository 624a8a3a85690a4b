"""Small human acts beyond what was asked."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_EXTRAS = Phrases(
    "on the house|us",
    "my treat",
    "threw|thrown|throw|throwing|slip|slipped|popped|tucked in a|an|some|extra|the|one|two|something|it|you",
    "as a (thank you|gift|present|treat|surprise)",
    "a little|small|wee extra|something|treat|gift|present|surprise|note",
    "little|wee extra|treat|gift",
    "carry|carried|carrying it|them|that|the|your|his|her|their ... to|out|up|down|for",
    "walk|walked|walking|take|took you|him|her|them over|to|out|there|across|all",
    "held|hold|holding|get|got the|that door|lift|bus",
    "drew|draw|drawn|sketched you|him|her|them? a|the? map|smiley|route",
    "wrote|written|write|writing you|him|her|them? a|the|some? card|note|directions|list|recipe",
    "wrote|written|write|writing ... down|out for you|him|her|them|your",
    "wrapped|wrap|wrapping it|that|them|this as|for|up|in|properly|free",
    "saved|save|kept|keep|saving|put you|one|a|him|her|aside|the last|one|piece|aside|for",
    "lend|lent|borrow you|him|her|them|my|our ... umbrella|charger|pen|jacket|phone|coat|pump|adapter",
    "umbrella|charger you can|to borrow",
    "made|make|making|fetched|brought|bring|grab|get|got|found you|him|her|them a|some|the tea"
    "|coffee|water|chair|glass|seat|drink|cup"
    "|blanket|biscuit|quiet",
    "called|call|calling|phoned|rang|ring|booked you|him|her|them|a a? taxi|cab",
    "taxi for you|her|him|them",
    "upgraded|upgrade|upgrading you|it|that|him|her|them",
    "waited|stayed with|behind|late|after him|her|them|you|the|for?",
    "take|borrow my|our umbrella|charger|pen|jacket|coat|pump|adapter|pram|map|spare",
    "i will wait|stay with|here|until",
    "sticker|stickers|balloon|lollipop|colouring for|to|book|the|your|set",
    "gave|give|giving him|her|them|you ... sticker|lolly|treat|hug|sample|lift|biscuit",
    "extra blanket|pillow|shot|scoop|slice|portion|biscuit|sprinkles",
    "while i am at it",
)


@signal
def extras(text: str) -> Spans:
    """Spans that tell of a small extra."""
    return _EXTRAS.find(read(text))
