"""Stock phrases: said to everybody, so they say nothing to anybody."""

from coaching.engine.matchers import Phrases, signal, spans_of
from coaching.engine.signals.hold import hold
from coaching.engine.text import Spans, read

_GREETINGS = Phrases(
    "how|what|where|who can|may|might|could|shall|should i|we ~ be? of? ~ help|assist|do|get|take|direct|serve|bring|start"
    "|service|assistance|support|offer|put you|your|started|with|for? you? call|today|for? today?",
    "how|what|where can|may|could|shall|should i|we ~ help|assist|do|get|take|direct|bring|serve|start *? *? with|for|you|to",
    "can|could|may|shall i|we ~ help|assist|get you ~ find|with|look|choose|to|started *? *?",
    "do you ~ have|need|want a|an|any|your ~ appointment|reservation|booking|order|account|membership|ticket|card|reference"
    "|loyalty|passport|receipt with|today|us|number? *?",
    "are you ~ looking|collecting|picking|dropping|checking|here|dining|eating|booking|paying|after|waiting|ready for|in|up"
    "|off|out|to|with? *? *? *? today?",
    "checking|eating|dining|sitting|taking in|out|away today?",
    "what will|would|can|shall it|you ~ be|have|like|having? today?",
    "let me|us know if|when you ~ need|want|have anything|any|something|help? *?",
    "give me|us a shout if|when *? *?",
    "you are ~ now|being? connected|chatting|speaking|talking|through with|to * *? *?",
    "i ~ would|will|am ~ be? ~ more? than? ~ happy|delighted|glad|pleased|assisting|helping|able|your ~ to? ~ assist|help|be"
    "|serving|looking|advisor|agent? you? ~ with? ~ that|this|today?",
    "may|can|could|shall i|we ~ know|have|take|get|start|see|ask|confirm with|for? your|the|a|who * *? *? *? number|name|please?",
    "please provide|enter|state|give|confirm|share|have me|us? your|the|a * *? *? ready|number?",
    "please hold",
    "calls|call|conversation|chat|and may|are|is|will be recorded|monitored *? *? *? purposes?",
    "thank you|thanks for (getting in touch|chatting|flying|booking|joining|stopping|popping|dining|staying|travelling|riding"
    "|banking|connecting|reaching|phoning|ringing|being) in|with|to|by|out|us|here|on? *? *? *? today?",
    "welcome in|everyone|aboard",
    "welcome to",
    "speaking",
    "how|what can|may|could i|we help|assist|do|get you? for? you? today?",
    "can|may i|we help|assist you? with? today|please|anything?",
    "is there anything|something i|we can help|do|assist you? with|for? you? today?",
    "thank you for calling|contacting|visiting|choosing|coming|waiting|holding|reaching|your|shopping|getting ... *?",
    "thank you for calling|contacting|choosing|visiting * * *?",
    "thanks for calling|contacting|visiting|choosing|coming|waiting|holding|reaching|your|shopping ... *?",
    "welcome to * * *?",
    "how are you doing? today?",
    "how is it going",
    "how do you do",
    "you all? right? there",
    "are you all right|okay|good there?",
    "you are through to * *?",
    "my name is *",
    "this is * speaking?",
    "you are speaking to|with *",
    "who is next",
    "next please|customer|in",
    "yes please",
    "what do you want|need|seem|like",
    "what seems to be the problem|trouble|matter",
    "what would you like",
    "are you being served|looked",
    "do you have an account|appointment|order|booking|reservation",
    "account|order|card|reference|booking|customer number please?",
    "may|can|could i|we have|take|get your|the|a * number|name|address|reference|please?",
    "your call is important to us",
    "have a seat",
    "sign|fill here|in|this please?",
)
_GOODBYES = Phrases(
    "have|enjoy a|an good|great|nice|lovely|wonderful|fantastic|pleasant day|one|evening"
    "|afternoon|night|weekend|morning|time",
    "have a good|great|nice|lovely|wonderful rest of your|the day|evening",
    "enjoy|have the|your rest of your|the day|evening|afternoon|weekend",
    "take care of? yourself?",
    "see you soon|later|again|next? time?",
    "come|pop back soon|again|anytime?",
    "thanks|thank you? for calling|contacting|visiting|choosing|coming|waiting|holding|your|shopping ... *?",
    "is there anything else",
    "anything else i|we? can? help|do|assist you? with? today?",
    "all the best",
    "good? bye bye?",
    "safe journey|travels|trip home?",
)
_SURVEYS = Phrases(
    "survey",
    "rate|rating us|me|my|our|your|this|the",
    "leave|give|write us|me? a|your? review|feedback|rating",
    "fill|filling in|out ... form|questionnaire|feedback",
    "how likely are you to recommend",
    "how did i|we do",
    "five|5 stars|star",
    "feedback form|link|survey|is",
    "thank you for calling|contacting|choosing|shopping|visiting|flying",
    "thanks for calling|contacting|choosing|shopping|visiting|flying",
    "we value your|you business|custom|feedback|as",
    "your business|call|feedback|custom is important|valued|appreciated",
    "is there anything else i|we can|may help|assist you? with",
    "this call|conversation|chat|ticket may|will|is|has now? be|been closed|recorded|ended|closing",
    "your ticket|case|request is|has been? closed|resolved",
)
_FILLERS = Phrases(
    "no|not problem|worries|bother",
    "okay|yes|sure|right|fine|good|no sir|madam|thing|then|thanks?",
    "sure thing",
    "of course",
    "that is fine|okay|all right",
    "i|we see|understand",
    "noted",
    "certainly|absolutely|perfect|great|lovely|alright|understood|yep|yeah|mm|hmm|uh|cool",
    "thank you sir|madam?",
    "thanks",
    "you are welcome",
    "my pleasure",
    plain=True,
)


@signal
def stock_greeting(text: str) -> Spans:
    """Spans of greetings anyone could get."""
    return _GREETINGS.find(read(text))


@signal
def stock_goodbye(text: str) -> Spans:
    """Spans of goodbyes anyone could get."""
    return _GOODBYES.find(read(text))


@signal
def survey(text: str) -> Spans:
    """Spans that ask for a rating, or close a ticket rather than a conversation."""
    return _SURVEYS.find(read(text))


@signal
def filler(text: str) -> Spans:
    """Spans that only fill the silence: "no problem", "OK, sir"."""
    return spans_of(_FILLERS.find(read(text)), hold(text))
