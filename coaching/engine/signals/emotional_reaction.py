"""Meeting a feeling with one's own warmth or concern."""

from coaching.engine.matchers import Phrases, signal, spans_of
from coaching.engine.signals.feelings import HARD
from coaching.engine.signals.whole import sentences_with
from coaching.engine.text import Spans, read

_SORROW = Phrases(
    "sorry",
    "condolences",
    "my|our heart goes|breaks|hurts|aches|is",
    "breaks|broke|hurts my heart",
    "makes|made me ~ sad|mad|angry|cry that|to|for|how|hearing|reading",
    "i|we ~ feel for|bad|terrible|awful for|about? you|your|him|her|them|this|that",
    "poor you|thing|him|her|love|lad|girl|guy",
    "you poor thing|love|soul",
    "oh|o no|dear|man|gosh",
    "oh my gosh|goodness|god",
    "ouch",
    "what a|an *? shame|pity|nightmare|shock|mess|day|morning|night|week|time|journey|relief|worry|disappointment|wait",
    f"what a|an {HARD} *",
    "i|we would be ~ (climbing the walls|thrilled|over the moon|heartbroken|gutted|furious|livid)",
)
_WISHES = Phrases(
    "i|we do|am|are? ~ hope|hoping|pray|praying you|u|it|things|that|this|he|she|they|everything"
    "|the|your|to|all|one|for|whatever|someone|somebody|someday|today|tomorrow|there",
    "hope|hoping|praying you|u|it|things|that|he|she|they|everything|your|all|for|whatever|someone",
    "hopefully",
    "i|we ~ want you to",
    "here is hoping|to",
    "good luck",
    "best of luck|wishes",
    "best wishes|luck",
    "all the best",
    "i|we? ~ wish|wishing you|u|him|her|them|yall|all the|all|a|an|luck|well|nothing|every|much|good|better|happiness",
    "god? bless you|your|him|her|them|it|us?",
    "fingers crossed",
    "happy belated? birthday|anniversary|holidays|christmas",
    "merry christmas",
    "get well soon",
    "feel better soon",
    "my|our thoughts|prayers are|go",
)
_WELL = "fine|ok|okay|alright|better|great|it|out|there|easier|happy|something|someone|brighter|used"
_ENCOURAGEMENT = Phrases(
    "hang in",
    "hang on there",
    "keep going|fighting|pushing|trying|moving|at|faith|hope|strong|up|holding|living|hanging|trucking",
    "keep your head|chin|spirits|hopes",
    "keep it up",
    "stay strong|safe|positive|alive|hopeful|brave|healthy",
    "be strong|safe|brave|proud|kind|gentle|patient|easy",
    "do not ~ give|lose|let up|hope|this|it|them|him|her",
    "do not ~ be so|too? ashamed|afraid|embarrassed|scared|hard|hurt|sad|discouraged",
    "should not ~ be|feel so|too? ashamed|afraid|embarrassed|scared|hard|hurt|sad|discouraged|bad|guilty",
    "do|please not ~ worry",
    "never give|lose up|hope",
    "you have? got|have this",
    "you can ~ do|make|beat|get|overcome|conquer|handle|survive it|this|through|better|anything",
    "we can ~ do|beat|overcome this",
    f"you|it|things|he|she|they will ~ be|get|feel|become|turn|work|make|find ~ {_WELL}",
    f"going to ~ be|get|feel|become|turn|work|make|find ~ {_WELL}",
    f"gonna ~ be|get|feel|become|turn|work|make|find ~ {_WELL}",
    "you will|would ~ pass|succeed|survive|overcome|heal|recover",
    "this|it too? shall|will ~ pass",
    "get|gets|getting|got|make|push|pull|go you? through this|it|that",
    "you are|is ~ not ~ alone|worthless|useless|weak|crazy|broken|failure|loser|stupid|burden|ugly|daft|silly|foolish",
    "you are|is ~ not ~ a|an|the ... failure|loser|burden|freak|waste|idiot|one|only",
    "you are ~ never ~ alone",
    "you are|is ... strong|stronger|amazing|beautiful|worth|worthy|important|loved|brave|human|special|awesome|wonderful"
    "|smart|young|valuable|incredible|precious|valid|capable",
    "you ~ do? ~ matter|deserve",
    "i|we ~ believe in you",
    "proud of you|yourself|him|her|them",
    "rooting for you|him|her|them",
    "good for|on you|ya",
    "good|great|nice|amazing|awesome job|work",
    "well done",
    "congratulations",
    "congrats",
    "take care of yourself",
    "kind|gentle|easy|good on|to|with yourself",
    "chin|cheer up",
    "head up|high",
    "i ~ promise",
    "trust|believe me",
    "there is ~ hope",
    "nothing|no wrong|shame with|in",
    "not ~ your fault",
    "you did ~ nothing|everything wrong|right",
    "you did the right thing",
    "happens to anyone|everyone|everybody",
    "could have happened to anyone|anybody|me",
    "it is ~ ok|okay|alright|normal|natural to",
    "you have ... strength|courage|power",
    "that takes strength|courage|guts",
    "it will ~ pass",
    "i ~ will ~ try|help|offer to? help",
    "we are ~ all ~ here|in|human",
    "have|keep hope|faith",
    "small|little|tiny|baby steps|victories|victory|wins|win",
    "step|day by step|day",
)
_PRESENCE = Phrases(
    "here for|if you|u|ya",
    "i|we am|are ~ here to ~ listen|talk|chat|help|support",
    "feel free to ~ pm|dm|message|talk|vent|chat|write|reach|hit",
    "pm|dm|message|msg|text|inbox|write me",
    "send|shoot|drop me a|an? ... pm|dm|message|text|line",
    "if you|u|ya ... need|want|wanna|would|like ... talk|chat|vent|listen|someone|ear|rant|friend",
    "talk|vent to|with me",
    "want|wanna|like|need to? talk|chat|vent",
    "need|have someone|somebody|anyone to talk",
    "willing|happy|glad|down|open|free|ready|love to ~ listen|talk|chat|hear",
    "all ears",
    "a good listener",
    "i|we can|will|would ... listen",
    "i|we ~ care ~ about",
    "sat|stayed with him|her|them|you for|until|till|while|a",
    "gave him|her|them|you a|some ... hug|tissue|tissues|minute|water|tea|chair|seat",
    "let him|her|them talk|vent|cry",
    "take your time",
    "let us ~ talk",
)
_AFFECTION = Phrases(
    "hug|hugs",
    "i|we ~ love you|ya|u",
    "send|sending ... love|hugs|good|positive|vibes|prayers|strength",
    "care|cares|caring about|for you",
    "loves|love|miss|appreciate you",
    "thinking of|about you",
    "much love",
    "rooting|happy|thankful|cheering for you",
    "am|are|be there for you",
)
_FELLOW_FEELING = Phrases(
    "i ~ know ~ exactly? how|what you|it|that|this feel|feels|is|are|mean|can",
    "i ~ know ~ exactly",
    "i ~ know ~ the|that|this|your feeling|feel|feels|pain|struggle",
    "i ~ feel ~ you|ya|u|your",
    "i ~ hear you|ya",
    "i ~ understand your|you|how|why|what|the|that",
    "i ~ get it|you|that",
    "i|we can ~ relate to",
    "right there|here with you",
    "i know it|this|that ~ is|can|must|may|might|seems|feels|sucks|hurts",
    "i ~ am ~ with you",
)
_GLADNESS = Phrases(
    "good|great|nice|awesome|wonderful|amazing|lovely to ~ hear|see|read|know",
    "i|we? am|are? ~ glad|happy|relieved|thankful|thrilled|delighted you|to|that|it|for|he|she|they|things|your",
    "glad|happy you|to|that|it",
)
_PLEADING = Phrases(
    "please do not",
    "please ~ stay|be ~ safe|careful|kind|well|strong|okay|alive|with|here|patient",
    "please ~ keep going|fighting|trying|living|strong|safe|your",
    "please ~ know|remember that|you|how",
    "please ~ hang on|in",
    "please get help|some|better|well",
    "do not ~ do it",
    "are|r you|u ~ ok|okay|alright|safe",
)
_ALL = (_SORROW, _WISHES, _ENCOURAGEMENT, _PRESENCE, _AFFECTION, _FELLOW_FEELING, _GLADNESS, _PLEADING)


@signal
def emotional_reaction(text: str) -> Spans:
    """Spans of sentences that hold warmth or concern for what they feel."""
    return sentences_with(warm_words(text), read(text))


@signal
def warm_words(text: str) -> Spans:
    """Spans of the very words that carry the warmth or concern."""
    reading = read(text)
    return spans_of(*(phrases.find(reading) for phrases in _ALL))
