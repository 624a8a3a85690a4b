"""Speaking for the rules or the system instead of answering the person."""

from collections.abc import Iterator
from itertools import pairwise

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.text import Reading, Span, Spans, read

_REFUSED = (
    "do|process|dispense|issue|release|give|serve|accept|refund|open|change|amend|discuss|proceed|continue|sell|take"
)
_PAPERS = (
    "receipt|ticket|id|card|shoes|form|booking|proof|appointment|passport|signature|pass|deposit|payment"
    "|referral|prescription"
    "|identification|reservation|approval|consent|certificate|permit|licence|license|letter|documents|paperwork"
    "|reference|box|note"
)
_OWNERS = (
    "holder|owner|manager|pharmacist|doctor|person|purchaser|buyer|tenant|parent|supervisor|member|guardian|patient"
    "|driver|card"
)
_GROUPS = (
    "members|residents|adults|appointment|appointments|staff|students|exchange|exchanges|guests|holders|patients"
    "|subscribers"
    "|reservation|prescription|change"
)
_REFUSALS = (
    "refunds|returns|cheques|exchanges|exceptions|cash|cards|bookings|reservations|discounts|walk|personal"
    "|returned|opened|outside|any"
)
_BOSSES = "manager|supervisor|boss|management|director|superior|pharmacist|superiors"
_RULES = Phrases(
    "policy says|states|requires|is|prevents|prohibits|does|only",
    "our|company|store|shop|the|that|this|per|by|against|council|hospital|bank|school|practice|hotel policy",
    "it|that|this|which|doing|allowing is ~ not? our|the|practice|company|bank|council|standard? ~ policy",
    "the|our? system|computer|till|software|machine|screen|app|website|form|terminal"
    " ~ (will not|does not|did not|says|can not|only|requires|would not|has to|needs|permits|decides|rejects|rejected"
    "|blocks|blocked|automatically)",
    "by the system|computer",
    "computer says no",
    "it will|would|does not let|allow|permit|accept me|us|you|this|that|it",
    "does|did|would|will not ~ allow|permit|let|authorise|authorize ... me|us|you|it|that|for|changes|this",
    "does|do not permit|allow",
    "it|that|we|system|this|card|ticket|fare|account|screen ~ only allows|permits|accepts|lets|takes|covers",
    "only allows|permits",
    "not|never allowed|permitted|authorised|authorized|entitled|eligible|meant to|for|in|on|after|before|without",
    "(i am|we are|he is|she is|they are) ~ (not|only) ~ supposed|meant|allowed|permitted|authorised|authorized"
    "|supposed to?",
    "do|does|have|has|did not have|got|give|the? any|the|an? authorisation|authorization|authority|permission"
    "|permissions"
    "|clearance|access",
    "no authorisation|authorization|authority|permission|permissions|clearance|exceptions|exception|discretion",
    "above|beyond|outside my ~ pay|authority|grade|remit|powers",
    "(that is|those are|these are|it is) ~ the|our|a|an? *? rules|rule|policy|procedure|regulations|regulation"
    "|requirement"
    "|protocol|law",
    "the|our|house|company|shop|store|school|safety|fire|library|club rules|rule|regulations|regulation ~ are|is"
    "|say|says"
    "|state|states|for|on",
    "house rule|rules",
    "rules are",
    "against ~ the|our|company|my? rules|regulations|procedure|guidelines|law|terms",
    "as per|under|per ~ our|the|company|bank|hospital|council|school|store|government|standard? policy|terms|rules"
    "|procedure|guidelines|company|norms|sop|process|regulation|regulations|protocol|law|section|contract|agreement",
    "according to our|the|company? policy|terms|rules|procedure|guidelines|process|regulations",
    "under the|our terms|rules|scheme|contract|agreement|regulations",
    "terms and conditions",
    "standard|normal|company|internal|usual procedure|policy|practice|process|protocol",
    "compliance|legal|security|regulatory|company requirement|requirements|reasons|purposes",
    "health and safety",
    "data protection|privacy rules|law|policy|reasons?",
    "i|we|you|they ~ have|need|are ~ required? ~ to ~ follow|complete|stick|go|comply|adhere|see|get ..."
    " (questions|procedure"
    "|rules|policy|process|protocol|form|guidelines|approval|channels|steps|security|first|by)",
    "protocol says|requires|is",
    "head office|corporate|management|hq ~ says|will|does|decides|insists|sends|want|wants|told|rules|set|sets",
    "been told not|only|to",
    "outside|past|beyond|over|exceeds|exceeded ~ the|our|of? ~ return|returns|refund? # *? days|day|window"
    "|period|limit|hours",
    "outside|past|beyond|missed ~ the|our|your? ~ return|returns|refund|cancellation|claims? window|period"
    "|deadline|limit",
    "(it has been|it is|that is|is|was|been) ~ more|over|longer|past ~ than? # days|weeks|months|hours|years",
    "must|should|has to|have to|needs to|need to ~ be ~ submitted|made|requested|done|signed|presented|raised"
    "|booked|received"
    "|out|returned|cancelled|reported|claimed|given|shown|purchased|filed|approved|present ... within|before|by"
    "|at|in|through"
    "|via|online|with|on|per|beforehand",
    "only ~ cover|covers|refund|accept|exchange|return|discuss|speak|release|deal|talk|available|valid|applies"
    "|apply|applicable"
    "|eligible|for|to ... (within|with|to|for|between|up|if|holder|the|existing|new|members|customers)",
    "(new|existing|registered|business|premium) customers|accounts|members|users only",
    "account|card|policy|named holder|holders|person|patient|customer only",
    "does|do|did not ~ meet|satisfy|fulfil|qualify|fall|come",
    "not ~ eligible|entitled|covered|sufficient|applicable|transferable|refundable|exchangeable|returnable|qualify",
    "non-refundable|non-transferable|nonrefundable",
    "non refundable|transferable|returnable|exchangeable",
    "eligibility|criteria",
    "(is|are) the? limit|maximum|minimum",
    "# *? minimum|maximum|limit",
    "limit|maximum|minimum is|of|on|per",
    "per transaction|customer|person|household|account|visit|order ~ only?",
    "nothing ~ i|we|anyone|anybody ~ can|could ~ do",
    "i|we ~ can not|never ~ override|overrule|touch|deviate|bend|amend|reopen|bypass|waive|authorise|authorize|make",
    f"i|we ~ can not ~ {_REFUSED} ... (without|unless|until|before|after|outside)",
    "(without|unless|until) ... (i|we|nobody|you) ~ can not|are not",
    "can not ~ make|do|give any|an? exceptions|exception",
    "no can do",
    "can not serve|sell|accept|let ... (after|before|under|without)",
    "no * no return|refund|exchange|entry|service|sale|ticket|discount|claim",
    "that|it|this is ~ just? ~ how|the ~ way? ~ it|the|this|things|our process|system|rule|we|they|is|works|work|are",
    "how it|that|this|the ~ process|system|things? ~ works|work",
    "as simple as that",
    "it says so",
    "(that|it) is ~ automatic|automated|automatically",
    "automatically|auto|system ~ close|closes|closed|expires|cancels|cancelled|generated|rejected",
    "in the order ... received|arrive|come",
    "we go by the|what",
    "i|we ~ can not ~ * ... (policy|rules|regulations|system|procedure|guidelines|terms)",
    "i|we ~ only ~ * ... (policy|rules|members|holders)",
    "i|we ~ am|are|was|were ~ not ~ able|going to ~ make|override|bend|change|break",
    "not ~ my|our ~ decision|call|department|area",
    "i|we ~ do ~ not make|set|write the rules|rule|policy|policies|prices",
    "we|they ~ never ~ do|make|give|allow|accept|take|refund|offer",
    "you|customers|guests|everyone|everybody ~ must|has|have|need|needs|are|is ~ to|required ~ to? show|present"
    "|have|book"
    "|complete|fill|submit|provide|sign|apply|bring|wait|go|use|register|produce|request",
    "required ~ by|to ~ law|show|see|have|ask|complete",
    "requires|require|needs ~ a|an|two|the|your|# ~ *? ~ approval|authorisation|authorization|signature|form"
    "|receipt|notice|id",
    "without ~ a|an|the|your|proof ~ *? ~ receipt|ticket|id|form|appointment|booking|reference|card|passport"
    "|signature|approval",
    "no ~ receipt|ticket|id|appointment|booking|proof|refunds|returns|exchanges|exceptions",
    "manager|supervisor|approval|authorisation|authorization ~ approval|authorisation|is|required|needed",
    "final sale",
    "minimum|maximum ~ *? ~ is|of|term|stay|spend|order|period",
    "at least # ~ *? ~ notice|before|in|days|hours|weeks",
    "(within|after|before) the ~ # *? ~ period|window|limit|deadline|days|notice",
    "contract|agreement|terms|guidelines|regulations|protocol|procedure ~ says|state|states|is|are|requires"
    "|require|does|do",
    "in your ~ contract|terms|agreement",
    "small print",
    "closed|locked ~ for|by|in the system",
    "(has|have) to ~ (be done|go|come) ~ through|via|online|in|by",
    "(raise|submit|file|log|lodge) ... (via|through|on|in) ~ the|our portal|app|website|form|system|branch",
    "(not|nothing) ~ on the system ... can not",
    "no * allowed|permitted|accepted",
    f"no {_PAPERS} no *",
    f"only the|a|an ~ * ... {_OWNERS} ~ can|may|could|is|has",
    f"only the|a|an {_OWNERS} ~ can|may|could|is|has",
    "(anyone|anybody) (but|other|except) than? ~ the",
    f"{_GROUPS} only",
    "by law|appointment ~ only|we|you|i",
    "must be ~ under|#|aged|accompanied|sealed|unopened|unused|carried|paid|eighteen",
    "(has|have|needs|need) to be ~ over|under|used|worn|accompanied|sealed|unopened|with|paid|within|named|in"
    "|approved ~ *",
    f"has|have to be the ~ same|original|named|actual? {_OWNERS}",
    "is|are|'s mandatory|compulsory|obligatory|prohibited|forbidden",
    f"{_PAPERS} ... is|are|'s required|needed|necessary",
    "we ~ do? require|insist",
    "by law",
    f"we|i|they ~ do not ~ accept|allow|permit|refund|issue|take|do ~ {_REFUSALS}",
    "we|i|they ~ do not ~ serve|sell|open|book|deliver|let ~ * ... after|before|without|under|unless",
    "we|i|they ~ do not ~ serve|sell|take|let ~ after|before|without|under|unless|anyone|people",
    "we|i ~ do not ~ accept|allow|permit",
    "sale|reduced|opened|worn|used|discounted|clearance|personalised items|goods|tickets|products|food|clothes ~"
    " can|are|is",
    "can not ~ be ~ returned|refunded|exchanged|transferred|combined|extended|waived|released|reversed|amended"
    "|undone|altered",
    "once ~ it|you|they|that|the *? ~ has|have|is|are|'s ~ been? ~ opened|used|worn|cut|sent|signed|closed"
    "|booked|submitted|started|paid"
    "|issued|printed|shipped ... not|nothing|closed|final|no",
    "(not|nothing) unless you|it|there|your|they",
    f"not without ~ a|an|your|the|his|her *? ~ {_PAPERS}",
    f"without ~ a|an|your|the|his|her|original *? ~ {_PAPERS} ... i|we|you|there|nothing|it",
    f"(can|do|could|would) not ~ * ... without ~ a|an|your|the|his|her *? ~ {_PAPERS}",
    "unless you|it|there|he|she ... ... i|we|you|it|there ~ can|is|are|will not|nothing|no",
    "only|exchange|refund|return|accept if|with|when ~ it|they|the|you|your? ~ is|are|have|has|still? ~ unopened"
    "|unused|unworn|sealed|faulty|the|its"
    " ~ *? ~ tags|receipt|seal|box|packaging|packet|label|labels|intact|on|original?",
    "only if it|they is|are ~ *",
    "only if you|he|she have|has ~ the|your|a|proof ~ *",
    "return|returns|refund|warranty|guarantee|claim|claims|cancellation|exchange|cooling|notice|grace ~ off?"
    " period|window|deadline ~ has|is|was|ended"
    "|expired|passed|ran|of|closed",
    "(deadline|cutoff|cut off|last orders) ~ is|was|were|has|passed",
    "voucher|coupon|warranty|guarantee|offer|code|discount ~ has|is|'s? ~ only? ~ expired|lapsed|ran|ended"
    "|invalid|void",
    "expired|lapsed|ended|passed ... so|and ~ i|we|it|you ~ can|am|are not",
    "(it has|it is|has|have) ~ been? ~ more|over|longer than? # *? days|weeks|months|hours|years",
    "only ~ take|do|give|offer|make|allow|serve|see|book|keep|hold|return|go|goes ~ * ... within|up|if|with"
    "|after|before|between|back ~ *",
    "refunds|returns|exchanges|cancellations only|must ~ *",
    "not valid|covered|included|applicable|redeemable ~ on|for|with|at|under|in|after|before|by",
    "fare|plan|ticket|cover|warranty|tariff|package|membership|guarantee|rate ~ * ... does|do|is not ~ include"
    "|cover|extend|allow|apply|valid|permit",
    "fare|plan|ticket|cover|warranty|tariff|package|membership|guarantee|rate ~ type? does|do|is not ~ include"
    "|cover|extend|allow|apply|valid|permit"
    "|refundable",
    f"you|they|he|she ~ do? ~ need|require ~ a|an|# ~ * ... {_PAPERS}? ~ first|beforehand|from",
    f"need|get|require ~ my|a|an|the {_BOSSES} ~ to|for|on|approval|is|permission? ~ *",
    f"{_BOSSES} ~ would|will|must? ~ has|have|needs|need? ~ to? ~ approve|authorise|authorize|sign|decided|says"
    "|decide|agree|let|told|say",
    "(lose|risk|worth|lost|jeopardise) my ~ job|licence|license|registration|position",
    "my job ~ 's|is ~ worth|on",
    "get|be|land me|us? ~ in|into trouble",
    "get fired|sacked",
    "if i|we ~ do|did|make|made|let|give|gave it|that|one|you|an|this ... ... ... for|to ~ everyone|everybody"
    "|all|others|every",
    "(due to|because of) ~ the|our|safety|fire? ~ regulations|regulation|policy|rules|licensing|procedure|law"
    "|legislation|guidelines",
    "hands are|were tied",
    "like|as|same ~ for|as? everyone|everybody|anyone|all ~ else|other? ~ *",
    "treat everyone|everybody|all|people ~ the? same",
    "everyone|everybody ~ pays|pay|gets|waits",
    "fixed|flat|set|standard|mandatory fee|charge|timeframe|term|turnaround|procedure",
    "instructed|told|trained|asked|advised us|me? ~ not to",
    "(was|were|been) told ~ that? ~ we|i ~ can|are|am not",
    "management|corporate|bosses ~ decided|told|said|changed|want|stopped us|me|we|it|that ~ *",
    "stick|sticking|follow|following|keep to? the|a|my ~ script|rules|list|procedure|protocol|process|steps|guidelines",
    "follow procedure|protocol|policy|orders|guidelines",
    "you ~ signed|agreed ~ up? ~ for|to ~ # *? months|years|month|year",
    "we have|operate a|an ~ * ~ ticket|queue|queuing|strict|no? system|policy|rule|limit",
    "wait your turn",
    "the|our process is|works|requires|takes",
    "children|kids|minors|anyone|under ~ under? # ~ must|have|need|are|can|has|is",
    "has|have|needs|need|must|would to ~ * ... (himself|herself|themselves|in person|in writing)",
    "proper|official|right|usual|correct channels|channel",
    "not ~ insured|licensed|authorised|certified|qualified to",
    "(sorry|hun|because|it is) policy",
    "policy says|is|'s ~ policy|no|not",
    "used ~ up|all ~ your|the ~ allowance|limit|quota|entitlement",
    "exceeded|reached|hit|passed your|the|our|a ~ * ~ limit|maximum|allowance|quota|number|window|deadline|cap",
    "your|the|daily limit|allowance|quota ~ is|of",
    "not|never ~ cover|covered by|under|in|for",
    "they|we do not let us|me|you|anyone|people",
    "does|will not let|allow me|us|you|that|two|it",
    "another|different department|team|desk ~ *? ~ (i am|i can|we can|can) not",
    "not ~ have|got access to",
    "do|does that|it online ~ we|not|only ~ *",
    "not something i|we ~ can? ~ do|offer|allow|accept",
    "not in my|our ~ power|gift|hands|remit",
    "out of my|our hands|control|jurisdiction",
    "i ~ only|just? work here",
    "following|under orders",
    "fine print",
    "as ~ stated|specified|outlined|laid|written ~ out? ~ in|on|by the|your|our",
    "strict ~ policy|rule|rules|limit|about|on",
    "zero tolerance",
    "for insurance|licensing|hygiene|safety|tax|audit|accounting|privacy|confidentiality|fire reasons|purposes",
    "not ~ down|up to me|us",
    "can not ~ do|take|give|change|discuss ~ that|it|this|them|payments|details over the phone|counter",
    "(has|have|needs|need) to be ~ done? ~ (in person|in writing|online|by post|by email|in branch)",
    "only ~ (in person|in writing|in branch|on weekdays|by post|through the app)",
    "no later than",
    "you ~ have to|must ~ be ~ registered|enrolled|a|over ~ member|resident|customer|eighteen|#",
    "they ~ do|will not ~ let|allow *",
    plain=True,
)
_BARE_REASONS = frozenset(
    "policy|procedure|regulations|licence|license|licensing|compliance|protocol|rules|the rules|data protection"
    "|house rules"
    "|health and safety|company policy|the law|our policy|security|house rule|policies|insurance".split("|")
)
_ROUND_IT = Phrases(
    "but|so|still|however|anyway i|we ~ will|made|did|put|sent|gave|got|took|moved|waived|refunded|changed|am|have"
    "|went|are|found|asked",
    "made|make|making an exception",
    "i|we ~ have? ~ waived|bent|overrode|overruled|overridden|stretched|ignored",
    "whatever|no matter what the policy|system|rule|computer|rules",
    "never mind|forget the|that|about? policy|system|rule|computer|rules|policies?",
    "regardless|despite|instead",
    "rules|policy|system can|may wait|whistle",
    "between you and me|us",
    "do not tell",
)
_STILL_NOT = Phrases(
    "but|so|still|however i|we ~ will|am|have|did|are not|to|afraid|unable|only",
    plain=True,
)


@signal
def rulebook(text: str) -> Spans:
    """Spans in which the rulebook or the system answers; none where the speaker goes past it."""
    reading = read(text)
    spans = spans_of(_RULES.find(reading), _bare_reasons(reading))
    if not spans or outside(_ROUND_IT.find(reading), _STILL_NOT.find(reading)):
        return ()
    return spans


def _bare_reasons(reading: Reading) -> Iterator[Span]:
    """A clause after the first that is nothing but the rule: "we can't split packs, policy"."""
    clauses = reading.clauses
    starts = [at for at in range(1, len(clauses)) if clauses[at] != clauses[at - 1]]
    for first, after in pairwise([*starts, len(clauses)]):
        if " ".join(reading.words[first:after]) in _BARE_REASONS and reading.sentences[first] not in reading.questions:
            yield reading.span(first, after)
