"""Bringing the news, the alternative or the reminder before being asked."""

from collections.abc import Iterator

from coaching.engine.matchers import Phrases, signal, spans_of
from coaching.engine.text import Reading, Span, Spans, read

_DUE = "due|overdue|up|open|undone|flat|low|worn|loose|wearing|leaking|expiring|ending"
_STEPS = (
    "hurry|wait|book|buy|go|get|come|leave|take|ask|order|pay|sign|switch|sit|bring|catch|use|travel|fly|walk"
    "|start|stay|join|add"
    "|drive|turn|arrive|spend|change|move|combine|cancel|call|ring"
)
_GAINS = "still|save|beat|catch|miss|avoid|skip|get|have|find|pay|be|see|claim|a|an|two|half|one|your|the|money|free|#"
_BETTER = (
    "cheaper|quicker|quieter|easier|faster|half|free|less|no|two|better|nicer|safer|fresher|a|much|way|lot|only"
    "|empty|included"
)
_CROWDED = "quieter|busier|packed|heaving|jammed|rammed|scalding|gridlocked|slippery|icy|chilly|murder|spicy|mobbed|swamped|chaos"
_FAULTS = "scratch|crack|mark|tear|hole|dent|leak|chip|stain|mistake|error|typo|puncture|nail|split"
_AHEAD = Phrases(
    "before you ask|go|leave|head|set|pay|travel|order",
    "heads|heads-up up",
    "heads-up",
    "just so you know",
    "so you (know|are not surprised|are not caught)",
    "wanted|want|thought|ringing|calling|writing to? let|warn|tell|remind you",
    "thought you should|would|might want|like|know",
    "you might|may|will want|like to know|bring|book|leave|check|keep|avoid|pack|take|allow",
    "worth knowing|mentioning|checking|bringing|booking|noting",
    "by the way",
    "one thing to watch|know|remember|mention",
    "i|we noticed|spotted|saw ... so|is|was|will|are|runs|expires|ends|closes|had|and",
    "out of stock ... but|so|until",
    "runs|run out on|in|by|next|this",
    "expires|closes|ends|changes on|in|at|next|this",
    "do not forget",
    "remember to",
    "just a|quick|friendly little|quick|friendly? reminder",
    "in case you|it|they|the|that",
    "be aware",
    "keep an eye",
    "watch out for",
    "next|another time you",
    "to save you",
    "saves you",
    "ahead of time|your|the",
    "rang|called|call|ring|text|email you|him|her|them ahead|first|before",
    "while|since|as i|we have|got you",
    "while|since you are ~ here|at|in|on",
    "(quick|small|one last|one quick|one other|one more|two quick) thing|things|tip|word",
    "if i were|was you",
    "you had? ~ better|best ~ take|bring|go|leave|check|book|ring|keep|wait|get|let",
    "best ~ tell|bring|take|go|check|leave|book|ring|keep|wait|avoid|use|get|let",
    "save|saves|saving you|him|her|them ~ a|an|some|money|time|#",
    "cheaper|quicker|faster|easier if|than|with|from|on|by|at|to",
    "(it is|that is|works out) ~ cheaper|quicker|faster|easier|safer",
    "half price",
    "# for # if|on|today|this|offer",
    "i|we ~ have? ~ noticed|spotted|saw|see ~ that? you|your",
    "runs|run|running ~ out|low|down",
    "expires|ends|closes|shuts|stops|changes|finishes ~ in|on|at|by|next|this|tomorrow|tonight|early|#",
    "go|goes up|down in|on|from|next|by",
    "careful|beware",
    "watch|mind yourself|yourselves|out|the",
    "there is ~ ice|traffic|roadworks|engineering",
    "there is ~ a|an|some ~ diversion|delay|strike|closure|queue|sale|offer|free|cheaper|quicker|shortcut",
    "has|have|is|are|was|were|it ~ been|gone|it? moved|delayed|diverted|switched|rescheduled|brought",
    "moved|changed|gone|goes|switched|brought ~ it? ~ to|from|forward",
    "on diversion|strike",
    "do not ~ throw|pay|sign|send|open|tip|bother|buy|book|order|drive ... yet|though|until|before|twice",
    "keep|hang ~ on|onto? ~ to? ~ the|every|that|all|your ~ police|parking|shop? ~ receipt|receipts|report"
    "|ticket|box|stub",
    "take|carry|bring ~ some|two|a|your|the? ~ photos|photo|pictures|id|copies|cash|passport",
    "they ~ always|only ~ ask|check|take|accept|announced",
    "most|many people never|do|forget|miss",
    "do you know ~ about|that|there|we|you",
    "did you know",
    "are you aware",
    "you are ~ also? ~ entitled|due|eligible|owed|better|covered",
    "you ~ still|also ~ have|get|can|qualify",
    "you|that ~ qualifies|qualify for",
    "you have ~ got|still? ~ *? ~ points|voucher|credit|miles|discount|days left|free",
    "you have ~ got|still? # ~ *? ~ points|vouchers|left|credits|days|free|miles",
    "before it|they|that ~ runs|expires|closes|ends|goes|starts|gets|shuts|rains",
    "before your|the ~ trial|offer|price|contract|rate|next|weather",
    "tomorrow|tonight|monday|sunday|saturday is ~ a ~ holiday",
    "bank holiday",
    "we|they|it ~ will|are ~ be? ~ closed|shut on|tomorrow|over|for",
    "from tomorrow|monday|next|january|april|july|september",
    "goes up|down|out|off|live",
    "on ~ offer|sale|special",
    "there is ~ also|even",
    "you do not ~ need|have ~ to ~ pay|buy|wait|queue|print|book|sign",
    "no need to ~ pay|buy|come|wait|queue|print|bring|book|ring|rush|bother",
    "might|may|could be ~ worth|cheaper|quicker|easier|better|busy|late|wet|cold|closed",
    "worth ~ a|doing|asking|trying|taking|keeping|waiting|leaving|the|getting|having|buying",
    "make sure you|to|your|that|the",
    "be sure to",
    "keep in mind",
    "bear in mind",
    "note that",
    "as a|one? ~ heads",
    "i|we ~ have ~ also|already|gone|put|taken|set|sent|added|flagged|emailed|texted ~ ahead|also|already|and|flagged",
    "i|we ~ also|already ~ checked|looked|put|added|sent|found|booked|asked|rang|called|texted|emailed|noticed"
    "|moved|ordered",
    "i ~ looked|checked ~ ahead|up|already",
    "i|we will ~ let|text|ring|call|email|message|warn you ~ know? ~ when|if|before|as|the|once",
    "going|due to ~ rain|snow|be|close|change|go|run|expire",
    "forecast|rain|snow|storm is|coming|due|tomorrow|later|tonight",
    "roadworks|traffic|strike|delays ~ on|at|around|near|today|tomorrow|this",
    "running ~ late|behind|#",
    "avoid the|that|it|a",
    "otherwise you|it|they|the ~ will|get|would|might",
    "or|so you will ~ not? ~ pay|miss|lose|get|be|need|have",
    "gets|get ~ very|really|quite ~ busy|cold|hot|crowded|loud|full",
    "recall|recalled on|for|by|last|this|that",
    "cash only",
    "put|set in? a reminder",
    "if you ~ fancy|prefer|would rather",
    "if that matters|helps|suits|worries",
    "has|contains ~ nuts|almonds|peanuts|gluten|dairy|milk|egg|alcohol|shellfish|sesame",
    "last posting|orders|train|bus|entry|boarding|chance",
    "you ~ know ~ it|you|there is|can|are",
    "so|then you ~ do|will|can|are not? ~ get caught|miss",
    "you can|could ~ also? ~ claim|skip|cross|ignore",
    "shall|should i ~ ... (for you|instead|as well|while)",
    "just to let|warn|remind|say you",
    "fyi",
    "for your information",
    "i|we should|ought ~ to? ~ warn|mention|tell|point|let|add|remind",
    "(i am|we are|i have|we have) ~ ringing|calling|phoning|texting|writing|called|rung|phoned|messaged ~"
    " because|to ~ let|tell|warn|say|about?",
    "here is a|the|my ~ little? trick|tip|thing|secret",
    "tip|secret|trick ~ is|for",
    "a|one|little|pro|top|insider|handy|quick tip",
    "oh and",
    "one more thing",
    f"your * *? ~ is|are|'s|has ~ nearly|almost|about? ~ {_DUE}",
    "your * *? ~ expires|lapses|renews|ends|finishes|closes|stops ~ tomorrow|on|in|next|tonight|at|this|soon",
    "(has|have|is|'s|are) ~ been? recalled",
    "you ~ have? ~ dropped|left your|something|a",
    "you have ~ been ~ overcharged|overpaying|paying|overpaid",
    "you are ~ still? ~ overpaying|paying ~ twice|too|for|more|over",
    "you are ~ on an|the ~ old|older|expensive|wrong",
    "looking at your ... you are|could|would|might",
    "you ~ could|would|can|will|might ~ save|beat|catch|avoid|skip|dodge|miss",
    "if you hurry|run|rush",
    f"if you ~ {_STEPS} ... ... you ~ will|can|would|could|get ~ {_GAINS}",
    f"if you ~ {_STEPS} ... ... it|they|that|he|she|the|there *? ~ is|are|'s|will|works|gets ~ be|do|it? ~ {_BETTER}",
    "if it|he|she|they|that|the|your ~ *? ~ starts|gets|hurts|gives|keeps|happens|bleeds|swells|stops|rains"
    "|breaks|leaks|itches"
    " ... ... ring|call|bring|come|let|take|see|stop|phone|go",
    "in case one|anyone|anybody|he|she|your|there|any|of|something",
    "just in case",
    "since you are|like|mentioned",
    "seeing as|that|how|you",
    "given that",
    "as you are ~ flying|going|travelling|traveling|driving|staying|walking|over|new|with|coming",
    "now you are|have",
    "while (we are|i am) ~ at it|on|here",
    "it|they|this|that|these ~ may|might|could ~ probably|likely|well? ~ sting|hurt|smell|shrink|fade"
    "|leak|tickle|itch|stick|drip"
    "|burn|swell|bruise|run|fill|sell|feel",
    "you ~ may|might|could ~ feel|notice|hear|find|need",
    "you will ~ probably|likely|possibly|maybe ~ feel|notice|hear|find|need|get|want|be",
    "you will want ~ to|a|an|some|the",
    "you will need it|that|them|one ~ to|later|for|when|at",
    "you will ~ need a|an|some * ... there",
    "gets|tastes|runs|sells|fills ~ a? ~ bit? ~ better|small|large|big|up|fast|early|chilly|packed|quickly|short"
    "|tight|warm",
    f"is|are|be|gets|get|'s|always ~ a? ~ bit|lot? ~ {_CROWDED}",
    "they|we|it is|are ~ forecasting|expecting|predicting|striking|digging|shutting|closing",
    "allow ~ extra|more|plenty|time|yourself|#|an",
    "leave ~ a? ~ bit|little? ~ earlier|early|extra|plenty",
    "come|go|book|arrive|order|call ~ a? ~ bit? ~ early|earlier",
    "another|other|easier|cheaper way ~ is|would|could|you|to",
    "there is ~ another|an|a ~ easier|cheaper|quicker|better|other way",
    "(another|other) option|idea|possibility ~ would|could|might",
    "alternatively",
    "what i|we|they (do have|do sell|do offer)",
    "same|similar money|price ~ but|with|and|it|there|you",
    "have|has|got|get|is|'s ~ the|a ~ much? better|longer|bigger|nicer|quieter view|deal|price|warranty|value"
    "|rate|seat|seats|one",
    "(a third|a quarter|half|# percent|# per cent) off",
    "two|three|buy for|one one|two|get",
    "is|are|'s free for|with|after|before|if|until",
    "# *? is|are free",
    "the third|second|next|other ~ one ~ is ~ free|half|cheaper|quicker|better",
    "i|we ~ had a ~ quick|little? look|think|check ~ and",
    "i|we ~ have? ~ looked|checked ~ ahead|round|around ~ and",
    "taken|took the liberty",
    "went|gone ahead and ... (just in case|already|backup|spare|second)",
    "a note ~ so|about|for|on|to|that",
    "waiting|wait|waitlist|cancellation list",
    "if you are|get ~ ever? ~ hungry|thirsty|cold|stuck|tired|early|bored|peckish|lost|flying|driving|walking"
    "|over|under|short|quick",
    "i would ~ not? ~ avoid|bring|take|wait|hold|leave|try|sit|keep|skip|go|order|wear|pack|start",
    "no light|signal|reception|toilet|toilets|atm|cashpoint|shade ~ there|down|up|on|at|in",
    "machine|reader|lift|elevator|escalator|heating|wifi ~ is|'s ~ down|broken|out",
    "out of order",
    f"has|have|had|'s|is|got|found|saw|seen|spotted|noticed|see ~ got? ~ a|an|some ~ small|little|tiny? ~ {_FAULTS}",
    "some|many|most countries|shops|places|airlines|banks ~ will|do|does|can|want|only",
    "drowsy|dizzy|sleepy",
    "free for|with|shuttle|check|checkup|parking ~ residents|from|up",
    "there is ~ a|an ~ shuttle|shortcut|credit|refund|voucher|discount|recall|pharmacy|changing|cash|better"
    "|closer|nearer|quieter ~ *",
    "closed|shut|striking ~ until|till|all ~ *",
    "is|are|'s|office|shop ~ be? closed|shut|shutting|closing ~ on|tomorrow|today|monday|tuesday|wednesday"
    "|thursday|friday|saturday|sunday|early|at|till",
    "will be ~ an|a|#|half|bit|running|about? ~ hour|minutes|days|day|bit? late|delayed",
    "keep|hold ~ hold|tight? ~ on|of ~ to? ~ that|your|the ~ ticket|receipt|stub|box|slip",
    "save your|yourself ~ the|a|some? money|trip|journey|bother|time|walk|call|trouble",
    "(be|more|extra) careful ~ with|of|on|when|of|as",
    "i|we have ~ some|got? ~ good|bad news ~ about|for|on",
    "keep you posted|updated|informed",
    "(has|have) ~ just|finally? ~ arrived|landed",
    "thought of you",
    "(a word of) warning|advice|caution",
    "(while i|before i) ~ think|remember|forget",
    "(forgot|meant|almost forgot|nearly forgot) to ~ mention|say|tell",
    "that reminds me",
    "you are ~ running|getting ~ low|short",
    "better ~ off|deal|value|bet",
    "if you can wait",
    "hold off|on|out ~ till|until",
    "there is ~ a|an ~ earlier|sooner|newer one|*",
)
_NOT_TO_BE_HAD = Phrases(
    "could|can|did|was|were|am|have|has|is|are not ~ been? ~ able|book|make|find|reserve|get|available|purchase"
    "|complete"
    "|schedule|possible|go|work|left|run",
    "unable to",
    "unavailable|unsuccessful|failed",
    "is|are|was|were|has|have|been|one|ones|all ~ full|gone|sold|taken|booked|closed|out|off|fully|cancelled",
    "sold|all out",
    "out of",
    "missed the|your|it",
    "do|does not ~ have|do|run|stock|sell|serve|work",
    "can|could not ~ do|offer|manage|fit|get",
    "'s ~ all? ~ full|gone|sold|taken|booked|closed|cancelled|fully|shut|off",
    plain=True,
)
_INSTEAD = Phrases(
    "instead",
    "how|what about",
    "do|would you ~ want|like|prefer me|us? ~ to? ~ try|book|another|something",
    "shall|should|can|could|may|would i|we ~ try|put|book|check|look|find|offer|hold|get|order|ring",
    "i|we ~ can|could|will|have|would ~ try|found|book|find|offer|order|put|got|suggest",
    "i|we ~ found|got",
    "but|or|though|however ~ there|i|we|you|our|another ~ *? is|are|have|can|found|could|will|got|has|do",
    "but|or|though there is|are",
    "there is|are ... though|instead|left|available",
    "the next|later|earlier|nearest one|train|bus|flight|slot|is",
    "alternatively",
    "but|or|though the|our|that|this|my|they|# *? *? *? is|are|does|do|goes|go|has|have|can|could|will|runs"
    "|stops|sells",
    "but monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow *? is|are|would|works|looks",
    "could get|do|fit|squeeze|offer|put you",
    plain=True,
)
_DOING = "take|get|sit|ask|avoid|bring|use|try|skip|wear|wait|book|buy|freeze|leave|travel|park|order|walk|drive|start"
_ADVICE = Phrases(
    f"{_DOING} the|a|an|one|some|for|off|on|at|until|till|through|round|early|your|another ... ... it|they|there"
    "|that is|are|gets|will",
    f"{_DOING} the|a|an|one|some|for|off|on|at|until|till|through|round|early|your|another ... ... the|you *? ~"
    " is|are|'s|will",
    f"do not ~ {_DOING} the|a|an|on|at|by|in|that ... ... it|they|there|that is|are|gets|will",
    plain=True,
)


@signal
def told_ahead(text: str) -> Spans:
    """Spans that tell before being asked: news, or another way where the first one is closed."""
    reading = read(text)
    return spans_of(_AHEAD.find(reading), _advice(reading), _other_ways(reading))


def _advice(reading: Reading) -> Iterator[Span]:
    """What to do, and right after it why: "take the stairs, they're quicker"."""
    clauses = reading.clauses
    for first, after in _ADVICE.find_words(reading):
        opens = first == 0 or clauses[first - 1] != clauses[first]
        if opens and clauses[after - 2] != clauses[first]:
            yield reading.span(first, after)


def _other_ways(reading: Reading) -> Spans:
    """Spans that bring another way right where they say that the first can't be had."""
    closed = _NOT_TO_BE_HAD.find(reading)
    if not closed:
        return ()
    return tuple(span for span in _INSTEAD.find(reading) if span[0] >= closed[0][0])
