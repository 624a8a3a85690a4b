"""Putting the fault on the customer, or telling them off."""

from coaching.engine.matchers import Phrases, outside, signal
from coaching.engine.text import Spans, read

_BOTHERED = (
    "asked|told|said|checked|read|called|rung|rang|phoned|applied|come|brought|booked|kept|listened|thought"
    "|known|paid"
    "|mentioned|looked|informed|noticed|arrived|ordered|backed|saved|planned|written|taken|done|been|followed"
    "|bothered"
)
_SLIPS = (
    "dropped|broken|broke|lost|forgotten|forgot|put|typed|misread|entered|misplaced|damaged|spilled|spilt|deleted"
    "|pressed|clicked|done|did|given|gave|left|missed|ignored|used|set|written|wrote|misunderstood|misheard"
    "|overlooked"
)
_DONE = (
    "checked|asked|called|told|opened|kept|listened|waited|looked|followed|signed|cancelled|turned|worn|taken"
    "|mentioned|rung|phoned"
    "|backed|saved|planned|noticed|bothered|warned|informed|arrived|stayed|thought|said|read|shown|brought|done"
    "|used|known"
)
_ACTED = (
    "got|did|done|put|filled|typed|entered|pressed|chose|picked|gave|given|sent|used|wrote|dialled|clicked|copied"
    "|spelled|spelt"
)
_OMITTED = (
    "answer|answered|reply|replied|respond|responded|return|bring|show|plug|charge|send|sent|provide|fill"
    "|complete|tick|sign|give"
    "|let|cancel|turn|attend|call|called|ring|rang|mind|notice|use|keep|close|lock|save|update|confirm|wait|come"
    "|came|allow"
)
_UNFAIR = (
    "overreacting|exaggerating|shouting|yelling|dramatic|hysterical|unreasonable|impatient|impossible|difficult"
    "|rude|ridiculous"
    "|childish|aggressive|stupid|cheeky|lazy|careless|smart|picky|fussy|unfair|greedy|naive"
)
_REPROACHES = Phrases(
    f"you ~ should|could|ought to? ~ not? have ~ {_BOTHERED}",
    "you ~ should|ought not to? have *",
    "you should not *",
    "you ~ should check|read|ask|listen|look|think|know ~ before|first|better|properly|more",
    "you were ~ not ~ supposed|meant|allowed to",
    "you were ~ told|warned|informed|notified|advised ~ about|not|several|twice|before|already",
    "you (did not|never) ~ tell|told|ask|asked|say|said|mention|mentioned|read|listen|bother|bothered|pay|check"
    "|checked"
    "|follow|think",
    f"if you had ~ only|just? ~ {_BOTHERED}",
    "if you would|could ~ only|bother|listen|read|listened",
    "if you would ... before",
    f"you must|will have ~ {_SLIPS}",
    f"you probably|obviously|clearly|must|evidently|simply ~ {_SLIPS}",
    "you failed|neglected|refused|omitted to",
    "you left it far|too|so|until|till|late",
    "because you ~ paid|typed|entered|gave|put|wrote|came|applied|filled|called|ordered ... late|wrong|incorrect"
    "|incorrectly|wrongly",
    f"because you ~ failed|did not|{_SLIPS}",
    "(you|your) typed|entered|gave|put|wrote|filled|have ... wrong|incorrect|incorrectly|wrongly",
    "is|was|entirely|all|that|it your ~ own|side? ~ fault|mistake|error|doing|responsibility|problem|lookout",
    "your side|own|end ~ fault|mistake|error|negligence|problem|doing",
    "as i|we ~ have? ~ already? ~ told|said|explained|mentioned|stated",
    "i|we ~ have? ~ already|just ~ told|said|explained|mentioned|answered you|this|that|it|several|twice",
    "i|we ~ have ~ told|explained ... already|twice|times|before|repeatedly",
    "i|we ~ told you ... already|twice|times|before|repeatedly",
    "like i|we ~ already? said|told",
    "told you to|not|so|before|already|twice",
    "how many times",
    "for the last|hundredth|umpteenth time",
    "you ~ need|have to ~ (calm down|relax|listen|lower your|learn|pay attention|pay more attention|be more|be careful)",
    "calm down",
    "(watch|mind) your tone|language|mouth|attitude|manners",
    "lower your voice",
    "raise|raising your voice|tone",
    "please|just|properly|now listen ~ to|carefully|properly|now?",
    "pay attention",
    "are you ~ listening|following|deaf|blind|serious|stupid|even",
    "did|do|have|can|could you even|bother|not ~ even? read|see|hear|check|listen|look|notice|think|understand|count",
    "did you even|bother|not",
    "what did|do you ~ expect|think|want",
    "i|we do not know|understand how|why people|you",
    "how can|could|do anyone|anybody|somebody|you|people miss|forget|lose|not",
    "people|customers|guests|passengers|you|everyone|everybody never ~ check|read|listen|look|learn|think|pay",
    "every guest|customer|one|passenger|caller ~ says|say|claims|thinks|wants",
    "others|everyone|everybody|customers|passengers|guests|people else? managed|manage|manages|found|cope|coped",
    "you had ~ plenty|enough|ample|all|your|long|# ... chance|time|notice|days|weeks|months|minutes|years",
    "(was|were|is|are) ... (explained|communicated) to you",
    "you signed|agreed|accepted ~ it|the|for|to?",
    "waste|wasting|wasted my|our|everyone|everybody|people time",
    "use your head|brain|eyes|common",
    "grow up",
    "can not you ~ read|see|hear|count|wait|listen",
    "not ~ my|our ~ fault|problem|responsibility",
    "no fault of ours|mine",
    "fair on ... others|everyone|people|those|them|customers|who",
    "who|you ~ bothered|bother to",
    "you ~ need|have|ought to ~ read|check|listen|look|think|remember|understand|realise|realize|learn|stop ~"
    " more|properly"
    "|first|before|your|that|like|the|better|harder|shouting",
    "you ~ need|have|ought to be ~ careful|patient|realistic|reasonable|quicker|quiet",
    "because of your|you own? mistake|error|delay|carelessness|negligence",
    "you ~ keep ~ forgetting|losing|changing|missing|calling|asking|saying|interrupting|doing|making",
    "you are|were ~ not ~ listening|reading|following|looking",
    "you are|were ~ being? ~ rude|unreasonable|difficult|wrong|mistaken|aggressive|impatient|ridiculous",
    "you have ~ got ~ your facts|dates",
    "clearly|obviously|evidently|apparently you",
    "you ~ clearly|obviously|evidently|apparently|simply *",
    "you can not ~ expect|just|blame|complain",
    "you ~ chose|decided|insisted to",
    "nobody|no ~ one? else ~ has|had|complained|seems",
    "never had|have a|any? problem|complaint|complaints|problems",
    "as|like it ~ clearly? ~ says|said|states|stated",
    "it|which ~ clearly|plainly ~ says|said|states|stated",
    "says ~ clearly|plainly|right",
    "can you not ~ read|see|hear|count|wait|listen",
    "common sense",
    "not ~ rocket science|that hard|difficult",
    "try ~ reading|listening|checking|looking|asking",
    "stop ~ shouting|interrupting|calling|wasting|asking|complaining|yelling|talking",
    "do not ~ take|raise|use ~ it|your|that ~ out|voice|tone|language",
    "i|we can not ~ help you|people ~ if|when|unless you",
    "i|we did ~ tell|warn|say|ask|explain|mention",
    "i|we ~ have? ~ warned you",
    "you ~ brought|caused|messed|ruined ~ it|this|that ~ up|on|yourself",
    "your own ~ fault|choice|doing|mistake|carelessness|responsibility|problem|error",
    "that is ~ what you ~ get|said|signed|asked|ordered",
    "that is ~ your ~ problem|fault|responsibility|lookout|choice|mistake",
    "not ~ my|our ~ job|department|concern",
    "too late ~ to ~ complain|change|ask|say",
    "why did|do|would|could|have|are you ~ not|even|only|wait|leave|lose|do|let|never|put|forget",
    "unless you ~ listen|calm|stop|lower",
    "was|is ~ down to you",
    "your ~ responsibility|job|duty to",
    "you|your ~ own? ~ mistake|fault|error|carelessness|negligence",
    "you ~ ignored|missed|overlooked|misread|misunderstood ~ the|our|my|that|it|this",
    "making a ~ fuss|scene|mess",
    "you should ~ know|understand|realise|realize|learn",
    "you never|always ~ told|asked|said|mentioned|check|checked|read|call|called|pay|paid|complain",
    "hurry up",
    "i|we ~ am|are not ~ going to repeat",
    "do i|we have to repeat|explain|tell|say",
    "again and again",
    "once more|again ~ as|like i",
    "who do you think",
    "please|do not touch|shout|interrupt|argue|swear|waste|exaggerate|yell|blame",
    "in the future|in ~ please|kindly? keep|read|check|listen|ask|think|bring",
    "next time ~ please|kindly? read|check|listen|think|count",
    "(please|perhaps|maybe|kindly) ~ keep|read|check|have|bring|ask|count ... (in future|next time)",
    "ready (in future|next time)",
    "count|check|read|look|think|listen ~ properly|carefully ~ first|then|next|before",
    "you always|never ~ do|leave|forget|listen|pay",
    "late (again|as usual)",
    f"if you would ~ only|actually|just? ~ {_DONE}",
    f"if you had|would ~ only? ~ not? ~ {_DONE} ... you|it|this|i|we|that|there ~ would|could|might",
    "(none|nothing) of this|that ~ would|had",
    "(you|it|this|that) would not ~ be|have ... ... if you",
    "you would have known",
    f"you ~ could|might|should ~ have ~ (at least)? ~ {_DONE}|let",
    "(shoulda|coulda|should of|could of) *",
    "is|'s|all ~ on you",
    "yourself|yourselves to blame|thank",
    "you are|were ~ responsible|liable|accountable for",
    "your ~ own? failure|refusal|negligence|carelessness|oversight",
    "user error|mistake",
    "mistake|error|fault|problem ~ is|was|lies ~ on|at|with your|you ~ end|side|part?",
    f"you ~ have? ~ {_ACTED} ~ it|the|your|that|this|everything? ~ *? ~ in? wrong",
    f"you ~ have? ~ {_ACTED} the|a wrong button|number|address|date|pin|code|password|size|one|form|box|name|day"
    "|time|option",
    "you ~ have? ~ mixed|messed|muddled|screwed|broken|broke|ruined|damaged|lost|overfilled|overloaded|burnt"
    "|cracked ~ it|up|the|them|that|this ~ *",
    "you pay for it|the|that|this|them",
    "you are|were ~ a|an|about|over|nearly|bit? # *? ~ an|hour|minutes|days|weeks|hours? late",
    "you are|were ~ an|a|half|bit ~ an|hour|bit? late",
    "you are late",
    "you ~ came|turned|arrived|showed|got|checked|paid|applied ~ up|in|here|an|a|half|#|too|so? ~ hour|minutes"
    "|days? late",
    f"(looks|seems|appears|sounds) like|as|that if|though|that? you ~ have? ~ {_SLIPS}|not|never|did",
    "you were|are not ~ (paying attention|listening|looking|concentrating|following)",
    f"you (did not|never) ~ {_OMITTED}",
    "you ~ have? ~ forgot|forgotten ~ to|again|about",
    "whose fault|idea|mistake|job|responsibility",
    "have|do|did|are|can|could you ~ even *",
    "do|did you not ~ have|own|know|read|think|see|hear|listen|check|realise|realize ~ a|the|how|that|it|what",
    "who asked you",
    "why on earth",
    "why did|could|have not you",
    "did|has not anyone|anybody|someone|they|nobody|your ~ teach|tell|taught|told you",
    "(nobody|no one) ~ else? ~ forced|made|asked|uses|does you|it|that",
    "what were you|did ~ thinking|expecting|trying",
    "what|whatever ~ have? you ~ have? did|done to|with it|this|that",
    "(was|worked|working|is) ~ fine|perfectly|ok|okay|good|well? when|until|before|till you|it ~ left|touched"
    "|collected|took|picked|bought|got|had|started",
    f"you are|were ~ being|just? ~ so|a|too? ~ {_UNFAIR}",
    f"do not ~ be|get ~ so|such|a|too? ~ {_UNFAIR}",
    f"stop being ~ so|such|a? ~ {_UNFAIR}",
    "making|make it|this|things|life ~ harder|difficult|worse",
    "not the only customer|person|patient|passenger|caller|guest",
    "i|we have ~ got? ~ other|# people|customers|patients|guests|calls|things",
    "control yourself|yourselves|your",
    "keep your ~ kids|children|dog|voice|hands|child|opinions ~ under|down|off|quiet|to",
    "not ~ like|appreciate|care ~ for? ~ your|that|being|the ~ tone|attitude|language|manner|behaviour|spoken|shouted",
    "your ~ attitude|tone|manners|behaviour|behavior|language|carelessness",
    "no need to|for ~ be? ~ shout|shouting|rude|swear|yell|raise|sarcasm|sarcastic|aggressive|insults",
    "not how|what|where you ~ are|do|use|were|should ~ *",
    "you are ~ not ~ supposed|meant to",
    "(of course|obviously|no wonder) ~ it|that|they|he|she|the ~ * ... ... you",
    "obviously|clearly it|that|they ~ is|are|will|would|was ~ not",
    "do not ~ blame|shout|yell|look|snap|swear ~ at? me|us|the|him|her|them",
    "you picked|chose|booked|ordered|made|signed|agreed|wanted|asked|selected|opted ~ it|that|the|this|to|for ~"
    " * ... yourself",
    "you are|were the one|ones ~ who|that ~ wanted|asked|cancelled|ordered|booked|chose|signed|broke|lost|said"
    "|picked|changed|made",
    "says ~ it? ~ so? ~ right|there|here ~ there|here|in|on",
    "(right|there) in front of you|your",
    "written|printed|stated|shown|posted ~ on|in|right|there|all ... sign|front|big|letters|wall|ticket|door"
    "|black|clearly",
    "you have ~ had ~ all|plenty|#|weeks|months|ample",
    "i|we ~ told you ~ so|not|last|yesterday",
    "i|we ~ warned you",
    "i|we did ~ tell|warn you",
    "like|as i|we ~ keep|have|was|kept ~ been? saying|telling|explaining|repeating",
    "get over it",
    "some|bit|little|more of? patience|respect|manners|consideration ~ would|goes|please|never|and",
    "be patient",
    "(bit|little|too|rather) late ~ to|now|for ~ complain|tell|say|that|now|ask|change|mention|be ~ *",
    "now you tell|say|mention|ask",
    "better|more care ~ of|next|with",
    "look after your|it|things|them ... better|properly|more",
    "you should have ~ thought",
    "normal|sensible|reasonable|grown|rational person|people|adult|customer|customers|up ~ would|can|could|knows"
    "|know|do",
    "can not be ~ serious",
    "(due|because|owing|thanks) to|of you|your ~ not|failing|failure|own|refusing|late|missing|negligence|refusal",
    "smart|clever|funny|cheeky|rude with me|us",
    "that|this|your tone|attitude with me|us",
    "help yourself if|unless",
    "not ~ the one who|that",
    "i|we did our|my part|bit",
    "wait|wasting|hold|holding ~ up ~ everyone|everybody|the queue|line|time",
    "you always|only ~ leave|turn|show|forget ~ at|it|up|late|in|the ~ *",
    "you ~ do not ~ ever? ~ listen|think|care|look|learn",
    "wrong with you",
    "what is your problem",
    "are you ~ kidding|joking|incapable",
    "do (everything|your job|your thinking) for you",
    "i|we am|are not ~ a|your ~ mind|babysitter|nanny|magician|mother|servant|secretary|wizard|charity|psychic",
    "serves you right",
    "shame on you",
    "learn to ~ read|listen|wait|count|plan|behave",
    "learn|learned your lesson",
    "make up your mind",
    "get organised|organized",
    "if you can not ~ be|even? ~ bothered|read|behave|follow|listen",
    "be bothered to",
    "if you do not ~ stop|calm|behave|listen|read",
    "instead of shouting|complaining|arguing|blaming|moaning",
    "you know ~ perfectly|full well",
    "you knew ~ that|the|when|very|full|perfectly",
    "do not ~ come crying|running|moaning|complaining",
    "you have|had ~ no business|right|excuse",
    "(people like you|your kind|your sort|your lot)",
    "all you had|needed to ~ do",
    "you only ~ had to",
    "i|we should not have to ~ tell|explain|remind|repeat|ask|chase",
    "i|we ~ am|are|will not ~ going|here|be ~ to|spoken|talked|shouted ~ argue|to|at|repeat",
    "(what is it|have you done|did you do|is wrong) ~ now|this",
    "you must be ~ mistaken|confused|joking|kidding",
    "with all? due? respect ~ you|sir|madam",
    "you would have thought",
    "have been ~ told|warned|informed ~ before|twice|already|several|repeatedly",
    plain=True,
)
_KIND = Phrases(
    "you should not ~ have|worry|feel|need|be",
    "you should|could not have to|been",
    "should|could|would not ~ have been|had|waited",
    "you were not ~ to ~ blame|know",
    "(not|is|was not|never) ~ your ~ fault|mistake|error|problem|doing|responsibility",
    "is|was it your ~ own? fault|mistake|error|problem|responsibility|doing",
    "you did not|never do|deserve|need|cause|have|get|receive|break|know|lose",
    "you did not|never ~ do",
    "you (did not|never) ask|asked for",
    "you ~ did|have ~ done? ~ nothing wrong",
    "none|nothing of? it|this|that? is|was ~ your ~ fault|mistake|doing",
    "you (could|may|might|should|must) ~ have ~ been",
    "not to ~ blame",
    "did you not ~ get|receive|want|like|have|find|manage|say",
    "what do|did you ~ want|think",
    "do not blame yourself|yourselves|them|him|her",
    "you ~ have|did|are|were not ~ do|done|doing|got|made? ~ anything|it|that|nothing? wrong",
    "could not ~ have *",
    "no way you could",
    "as i|we said|mentioned i|we ~ will|can|am|are",
    "not ~ too late",
    plain=True,
)


@signal
def blame(text: str) -> Spans:
    """Spans that reproach; not those that take a reproach away: "it's not your fault"."""
    reading = read(text)
    found = _REPROACHES.find(reading)
    return outside(found, _KIND.find(reading)) if found else ()
