"""Small human acts beyond what was asked."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_AUX = "will|can|could|have|did|was|am|are|would|had"
_HELPING = (
    "carry|carried|fetch|fetched|lift|lifted|drive|drove|walk|walked|wrap|wrapped|mend|mended|sew|sewed|sewn"
    "|iron|ironed"
    "|polish|polished|draw|drew|drawn|write|wrote|written|print|printed|translate|translated|bake|baked|brew"
    "|brewed|cook|cooked"
    "|warm|warmed|lend|lent|queue|queued|mind|watch|push|pushed|wheel|load|loaded|squeeze|squeezed|teach|swap"
    "|swapped|slip|slipped"
    "|wait|waited|treat|upgrade|upgraded|nip|nipped|knit|peel|cut|saved|hold|escort|guide|babysit|feed"
)
_MONEY = (
    "fee|fees|charge|charges|extra|extras|difference|cost|costs|fine|deposit|pence|penny|pennies|cent|cents|p"
    "|quid|euro|euros"
    "|dollar|dollars|pound|pounds|postage|shipping|delivery|taxi|bill|price|tip|rest|rupees|bucks|parking|tax"
)
_PRICE = "discount|price|rate|deal|offer"
_LOADS = (
    "pram|buggy|stroller|bag|bags|case|cases|suitcase|suitcases|luggage|shopping|box|boxes|coat|wheelchair"
    "|trolley|door|list"
    "|parcel|parcels|stairs|car|boot|step|steps|things"
)
_TREATS = (
    "coffee|tea|biscuit|biscuits|cookie|cookies|cake|sweet|sweets|chocolate|chocolates|lolly|lollipop|sticker"
    "|stickers|balloon"
    "|blanket|umbrella|tissue|tissues|scoop|flowers|snack|mint|mints|candy|toy|crayons|cushion|pillow|sample"
    "|samples|treat|treats"
    "|towel|chair|stool|water|juice|plaster|fan|charger"
)
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
    "no charge",
    "without charge|charging",
    "free of charge",
    "(will|would|do|did) not ~ charge|charging you|him|her|them|for|a",
    "not ~ charging you|him|her|them",
    "(not|never) ~ paying|pay for it|that|this|them|a",
    "(it|this|that|these|they|one|round|coffee|tea|drink|drinks|dessert|glasses|two|treat) (is|are)? on me|us",
    "# * on me|us",
    "from me|us ~ as? a? (treat|present|gift|thanks)",
    "my own break|lunch|time|car|pocket|phone|coat|kit|lunch|charger|umbrella|pen|dongle",
    "on|in|during|after|before my|our ~ own? ~ way|break|lunch|shift|hour|time|day|coffee",
    "when|after|before|once i ~ clock|finish|knock|get off|am? done|home",
    "on the way home",
    "i|we ~ will|can|could|would ~ carry|walk|drive|push|wheel|lift|sit|stay|nip|fetch|run ... down|over|round"
    "|with|to|for"
    "|late|later|behind|until|till|after|off|out|across|up|in",
    "i|we ~ will|can|could|would ~ drop|pop|come ... down|over|round|myself|off",
    "i|we ~ will|can ~ count|iron|sew|mend|fix|stitch|hem|pack|wrap|load|carry|wash|clean|dry|cut|write|print"
    "|copy|feed|mind"
    "|hold|open|glue|polish|charge ~ it|them|that|this|these|the *? ~ (out|up|for|with)? you|him|her|in|out|up"
    "|down|myself",
    "i|we ~ will|can|have ~ ring|call|phone|rung|called|phoned|ask|speak|drop|post|bring|do|make|take|get|fetch|find"
    " *? * *? *? myself|personally",
    "do|did|make|made|take|took|bring|brought|ring|call|phone|go|sort it|them|that|this|you|him|her|down|over?"
    " ... myself",
    "do not ~ tell|say anyone|anybody|him|her|them|the",
    "(pick|choose|take|have) ~ another|one|two|any|a ... present|free|house|us|gift",
    "have|borrow|use|take|try mine",
    "keep the|this|that pen|change|umbrella|bag|cup|book|bottle|box|charger|coat|lot|one",
    "take this|my|our|one|mine ... umbrella|coat|pen|one|bag|chair|blanket|with",
    "(here is|have|take|grab) a|an|some|another|my|our ~ free|little|spare? (coffee|tea|biscuit|cake|treat"
    "|sticker|sweet"
    "|lollipop|chocolate|water|blanket|chair|umbrella|flag|cookie|drink|glass)",
    "it is ~ yours ~ tonight|today|now|for|to",
    "as long as you|he|she|they|it ~ like|want|need|wants|needs|takes",
    "hid|hidden|hiding|stashed|tucked|saved|kept|reserved|set ~ the|one|a|some|it|them *? *? ~ (for|aside) you"
    "|him|her|them?",
    "let me|us ~ take|carry|get|hold|bring|help that|those|it|them|you|your|him|her *? *? ~ (off|from|for|with"
    "|to|out|up|down)"
    " you|the|your",
    "bring|bringing|brings you|him|her|them|over a|an|some|the tea|coffee|water|pot|cup|drink|glass|blanket"
    "|chair|cake|towel",
    "save|saving|spare you|him|her|them ~ carrying|coming|going|walking|queuing|having|driving|lifting",
    "so|so that you|he|she|they do|does|will not ~ have|need to ... again|twice|out|back|up|down",
    "(waive|waived|waiving|knocked|knock|knocking|dropped|let|lets|scrap|forget|skip|cancelled) ... (fee|charge"
    "|fees|charges"
    "|fine|off|go|delivery|cost)",
    "make|making|made|bake|cook you|him|her|them|the ~ pair|both? *? *? * myself|anyway|specially|special",
    "after hours|closing",
    "stay|staying|stayed|open late|later|on|open|back ... (for|so|with|until|till|after) ... you|him|her|they|he|she?",
    "sit|stay|wait|stand|stayed|waited|sat with you|him|her|them|your",
    "to your|the|his|her car|taxi|door|gate|platform|room|boot|bus|table",
    "in the boot|trunk",
    "my treat|shout|gift|round",
    "at|for no cost|extra",
    "for free",
    "it|them|that|this|one for nothing",
    "free ~ one|coffee|tea|drink|dessert|upgrade|cake|refill|ticket|treat|sample",
    "complimentary|gratis",
    "compliments of",
    "gift from ~ me|us|the",
    "here is|are a|some|an|my ~ little|small|extra|spare|own|umbrella|jumper|charger",
    "have a|another|some|this|one ~ coffee|tea|drink|biscuit|cake|sweet|on|from|while",
    "put|putting|popped|pop|add|added|adding ~ in? ~ an|a|some|one|two|couple ~ few|of? ~ extra|extras|more"
    "|spare|free|bonus",
    "extra ~ one|few|couple|bit|hour|half|day|time|minutes",
    "opened|open|opening ~ up? ~ early|late|specially|just",
    "stayed|staying|stay ~ on|late|open|behind|longer|back ~ for|with|so|until|till|to|after|and",
    "come|came|coming|go|going|went in|out|over|round ~ on|after|early|especially|specially ~ my|work|to|for",
    "on|in my ~ own ~ time|day|money|phone|car|break|lunch",
    "day|afternoon|evening|morning off",
    "out of my own",
    "my own ~ *",
    "lend|lent|loan|loaned|borrow you|him|her|them|it|one|this|that",
    "give you|him|her|them ~ a ~ lift|ride|hand|tour|mine",
    "give|gave|giving you|him|her|them ~ my ~ own? *",
    "gave|give|let you|him|her|them ~ *? ~ my|our|extra|free|last|seat",
    "swap|swapped ~ my|shifts|seats|with",
    "show|walk|take|drive|run|drop|see|bring|carry|escort you ~ there|over|home|across|round|down|up|to|out|back"
    "|myself",
    "keep an eye on",
    "watch|mind|hold|look ~ after? the|your|him|her|them|it|little|bags|bag ~ *? ~ while|for|so|until",
    "while you ~ eat|wait|nip|go|rest|sit|pop|feed|change|sleep",
    "take your time|all the time",
    "as long|much as you",
    "my|our ~ treat",
    "my|our ~ own|personal|spare|last ~ umbrella|charger|jacket|coat|pen|car|lunch|sandwich|phone|scarf|gloves|cardigan|seat"
    "|desk|tea|coffee|milk|slice|piece|pair|number|copy|time",
    "charged|charge you ~ for|only|half|just|the|nothing|a",
    "half price for you|him|her",
    "forget|scrap|skip|drop ~ about? ~ the ~ fee|charge|fine|cost|deposit|extra|late|delivery",
    "will not ~ cost|owe|pay|be ~ you|anything|a|charged|for",
    "you do not ~ owe|pay ~ us|me|anything|a|for",
    "i|we will ~ pay|cover|foot ~ for|the|it|that|your",
    "paid|covered ~ for ~ it|the|your|that ~ myself|myself?",
    "out of hours",
    "wrote|written|write|printed|print|drawn|draw|sketched|copied ~ you|it|them|the|a ~ out|down|large|big|map"
    "|list|for",
    "signed|sign ... for you|her|him|your|the",
    "card|note ~ from|signed|for ~ us|me|all|the|your",
    "spare ~ one|pair|set|charger|umbrella|coat|blanket|chair|socks|cable",
    "chef|baker|kitchen is|has ~ making|made|done ... you",
    "(one|a|few|couple) extra",
    "on the quiet|sly",
    f"i|we ~ {_AUX}? ~ {_HELPING} ... you|your|yours",
    f"i|we ~ {_AUX}? ~ keep|kept|hold|held|save|saved|set|hide it|them|that|one|this|these|those|the|some|a|your"
    " ... aside|back|behind|by|under|for ~ you|your|the"
    "|till|until|her|him?",
    f"i|we ~ {_AUX}? ~ wait|stay|sit|stand ~ open|here|right|on|until|till|while|with|outside",
    f"i|we ~ {_AUX}? ~ ring|rang|call|called|phone|phoned|ask|asked|try ~ round|around",
    "i|we ~ have? ~ rang|phoned|called|asked the|your|them|him|her|another|other|my ... for you",
    f"i|we ~ {_AUX}? ~ topped|pumped|sharpened|sewed|sewn|polished|oiled|tightened|ironed|dusted|stitched|mended"
    " ~ up|on|down?"
    " ~ the|your|it|that|a|them|both",
    f"i|we ~ {_AUX}? ~ give|gave|given it|them|that|the|your *? ~ a ~ polish|clean|wash|wipe|rinse|brush|shine|once",
    f"i|we ~ {_AUX}? ~ fill|filled ~ it|that|this|them|in|out|the ... (for|with) you",
    f"i|we ~ {_AUX}? ~ read it|this|them|that|the ... out",
    f"i|we ~ {_AUX}? ~ show|showed you the way|where|round|around|how",
    f"i|we ~ {_AUX}? ~ deliver|bring|take|drop|collect ... (personally|myself|by hand)",
    f"i|we ~ {_AUX}? ~ look|pop|check|checked|drop|call|stop ~ in|by|back? ~ on|and|to ~ see|check? you|your|him"
    "|her|how",
    "see|check|hear|ask how you|he|she|it|your ~ * ~ got|get|getting|is|are|went|doing|feeling|settling ~ on|in|going",
    f"i|we ~ {_AUX}? ~ went|popped|nipped|drove|ran|cycled|walked|rushed ~ over|down|back|out|up|round|across|to"
    " ... (to|and)"
    " ~ get|got|pick|picked|fetch|fetched|collect|collected|bring|buy|bought|find",
    "i|we ~ will|could|can ~ ask my ~ *",
    f"i|we ~ {_AUX}? ~ come|came|go|went|walk|walked|ride ~ along|down|over|up|out|across|there? ~ with you",
    f"i|we ~ {_AUX}? ~ open|opened|unlock ~ up ~ for|specially|again",
    f"i|we ~ {_AUX}? ~ work|worked|working ~ through|late|over|into|all ~ the|my? lunch|break|night|weekend",
    f"i|we ~ {_AUX}? ~ move|moved|shift|shifted|juggle|juggled|swap|swapped ~ some|a|the|my|few? ~ things"
    "|appointments|seats|shifts"
    "|break|tables|bookings",
    f"i|we ~ {_AUX}? ~ (take care of|pay|cover|absorb|swallow|put in|chip in|stand) ~ for|the|your|that|any"
    f"|missing? ~ *? {_MONEY}",
    f"do not ~ worry|bother|fret|think ~ about ... {_MONEY}",
    f"(never mind|forget|no worries|skip|scrap|ignore|waive) ~ about|the? ... {_MONEY}",
    "(never mind|forget|no worries) ~ about? the ~ #",
    "do not ~ bother|worry|think ~ about? paying",
    "nothing to pay",
    "you do not ~ have|need to ~ pay ~ for|me|us|anything",
    "no need to pay",
    "pay|settle ~ me|us|up|it? ~ later|tomorrow|whenever|next|when|monday",
    "can|could owe me|us",
    "do|did|make|made you ~ a ~ deal|favour|favor",
    "i|we ~ will|can|could ~ do it|that|them|this|both|you ~ them|it|that|those? ~ for half|nothing|free|less|#",
    "call it # |a|quits|even|straight|evens",
    "call it quits|even|evens",
    "(call it|let us say|say) ~ a? ~ straight|round|flat? #",
    f"give|gave|given you ~ a|an|my|our|the ~ staff|sale|kids|family|old|same|friends|employee|member *? {_PRICE}",
    "took|taken|knock|knocked|shave|shaved ~ a|the|#|some ... off",
    "took|taken|take ~ it|that|them off ~ your|the ~ bill|total|tab|invoice|price",
    "is|are|'s|be|was ~ on me|us",
    "(with|compliments) our|my|of compliments|the",
    "staff discount",
    "some|few|one|bit left over",
    "have|try|take|grab ~ another ~ one",
    "have a ~ little? ~ taste|sip|bite|nibble|try|slice|mint",
    "help yourself|yourselves to",
    "take it|them|one|this|the ~ rest? home ~ and|with|to",
    "take|like|want ~ to? ~ take? the|some rest|leftovers|rest home",
    "as many|much|often|long as you",
    "(have|got|there is) ~ got? (a spare|an old one|an extra one|my spare|one spare)",
    "one|some|mine|spare at home",
    "you ~ just? sit|relax|rest|go|stay|stop ... i|we will",
    "sit yourself down",
    f"help|helping you ~ with|carry|to|into|up|down|out|get|lift ... {_LOADS}",
    f"(give|hand|pass) me|us ~ that|those|your|the *? {_LOADS}",
    "let me|us ~ give you a hand|lift|ride",
    f"here is|are ~ some|a|an|another|my|our|one|these|this|few ~ nice|hot|cold|fresh|free? *? {_TREATS}",
    f"have|take|grab|get|got|bring|brought|fetch|fetched|made|make|left|put|found|buy|bought|gave|give ~ in?"
    " ~ you|him|her|them|your|yourself? ~ in|with? ~ some|a|an|another|my|our|one|these|this|few|nice|hot|cold"
    f"|fresh|free *? {_TREATS}",
    "extra *? for|in the|your|there ~ little|birthday|brave|dog|son|daughter|mum|granny|kids|kid|boy|girl|bag",
    "slip|slipped|pop|popped|tuck|tucked|left|added|chuck|chucked|threw ... in|with ~ there|the|your ~ bag|box"
    "|room|parcel|for",
    "hop|jump in",
    "let you in|stay|off ~ early|longer|late|free|this|anyway",
    "squeeze|squeezed|slot|slotted|fit you ~ in",
    "i|we ~ will|can|have? ~ have|had|put a|in ~ good? word ~ with|for",
    "i|we ~ will|can ~ look after your ~ *",
    "in specially|especially for",
    "so|that you two|both|all can|could ~ sit|be|go|travel together",
    "have|take|enjoy|try ... on us|me",
    "you can|may ~ keep|borrow it|that|this|them|mine|one",
    "i|we ~ will|can|could ~ drop|bring|take it|them|that|this ~ round|over|off|by|home",
    "is|are yours ~ now|to|if",
    "even though it|the|that ~ * ~ ended|expired|finished|over",
    "let you have it|that|this|them",
    "just|especially|specially for you",
    "keep|kept the|my ~ * ~ open",
    "closed|shut but i|we|come ~ *",
    "come|pop ~ on? ~ in|inside|round|through|behind ... and|to ~ warm|sit|dry|rest|cool",
    "fixed|repaired|mended|cleaned|adjusted|tightened|washed ... ... while i|we|you ~ was|were|are|had|waited",
    "i|we ~ have? ~ fed|watered|minded|babysat your|her|his|the ~ *",
    "freebie",
    "round|rounded|rounding it|that ~ down",
    "leave|left it at #",
    "stop|stopped|turn|turned|switch|switched off? the meter",
)


_AUXILIARIES = frozenset("just only had have will would can could did already".split())
_REACH = 4  # words before, in which their subject stands


@signal
def extras(text: str) -> Spans:
    """Spans that tell of a small extra; not of what the customer did: "you took a day off"."""
    reading = read(text)
    found = _EXTRAS.find_words(reading)
    return tuple(reading.span(*words) for words in found if not _is_the_customers(reading.words, words[0]))


def _is_the_customers(words: tuple[str, ...], first: int) -> bool:
    """Whether "you" acts, "just" and the like aside, and no "thank you" stands before."""
    subject = first - 1
    while subject > max(0, first - _REACH) and words[subject] in _AUXILIARIES:
        subject -= 1
    return first > 0 and words[subject] == "you" and words[max(0, subject - 1) : subject] != ("thank",)
