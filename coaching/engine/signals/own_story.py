"""Telling of one's own life: what the speaker went through, feels or does, as people do to say "you are not the only
one". Talk of the work at hand ("I had a look at your order") is no such story."""

from coaching.engine.matchers import Phrases, outside, signal
from coaching.engine.signals.whole import sentences_with
from coaching.engine.text import Spans, read

_PAST = (
    "was|had|got|felt|did|used|went|took|spent|told|started|thought|fell|became|knew|moved|wanted|cut|woke|needed|made"
    "|grew|gave|saw|suffered|watched|cried|slept|said|stopped|left|noticed|bought|kept|came|lost|read|met|loved"
    "|tried|hated|struggled|decided|realized|realised|lived|worked|studied|quit|broke|experienced|dealt|drank|ate"
    "|remembered|graduated|ended|failed|missed|worried|learned|learnt|hoped|wished|dreamed|stayed|sat|ran|dropped"
    "|ended|managed|survived|overcame|never|liked|enjoyed|believed|hid|hurt|fought|attempted|wasted|barely|turned"
)
_PRESENT = (
    "feel|remember|sleep|find|come|start|drink|miss|try|wake|enjoy|dread|play|look|want|cry|work|leave|seem|struggle"
    "|suffer|get|keep|take|go|lose|stay|need|love|hate|live|eat|worry|fall|tend|end|wish|think|like|realize|realise"
    "|experience|deal|stare|stand|fear|lie|lay|sit|spend|push|force|cope|smoke|exist|die|have"
)
_TELLING = Phrases(
    f"i ~ {_PAST}",
    "i ~ sometimes|often|usually|never|always|constantly|mostly|almost|rarely|recently|currently|literally|barely",
    "i ~ have ~ been|gone|felt|had|lost|struggled|tried|done|dealt|no|never|always|a|an|the|my|come|known|got|not|ever"
    "|lived|noticed|only|so|to|some|all|zero|anxiety|depression|trouble|days|many|suffered|started|become|thought"
    "|spent|experienced|wanted|learned|made|given|seen|heard|worked|accepted|fallen|taken|gotten|nothing|nobody|bad",
    "i ~ feel ~ like|the|so|this|that|as|alone|lonely|empty|sad|bad|guilty|better|worse|lost|nothing|numb|tired|it"
    "|exactly|similar|similarly|horrible|terrible|awful|my|in|at|when|more|less|very|good|happy|depressed|anxious",
    f"i ~ do ~ not|the|this|that|it ~ {_PRESENT}",
    "i ~ can ~ not|never|barely|hardly",
    "i ~ could|did|was|had|would not",
    "i ~ find|sleep|miss|cry|drink|dread|enjoy|struggle|suffer|wake|try|live|hate|tend|seem|start|get",
    "i ~ want|like|love to|it|being|that|this|my|the",
    "i ~ go|keep|take|stay|work|need|wish|end|look|lie|lay|sit|stare|die|come|lose|remember|eat|play|fall|spend",
    "i ~ am ~ a|an|in|on|at|the|my|tired|depressed|scared|feeling|going|stuck|still|also|like|trying|alone|lonely|sad"
    "|always|never|constantly|currently|only|almost|now|the|too|struggling|living|working|already|better|dealing"
    "|having|getting|losing|suffering|anxious|broken|exactly|similar|used|starting|turning|no|nothing|very|sick|exhausted",
    "i ~ am #",
    "when|whenever|because|where|since|until|before i ~ *",
    "my ~ own? life|mum|mom|dad|mother|father|parents|family|friends|ex|depression|anxiety|mind|body|brain|head|bed|room"
    "|thoughts|dreams|job|school|studies|therapist|doctor|psychiatrist|problems|problem|feelings|eyes|chest|cat|dog|kids"
    "|son|daughter|children|wife|husband|sister|brother|grandma|girlfriend|boyfriend|fiance|partner|experience|birthday"
    "|self|age|mood|sleep|meds|medication|fault|face|arms|home|house|day|days|entire|whole|mental|last|first|old|new"
    "|best|worst|biggest|only|teens|twenties|roommate|college|baby|illness|childhood|hair|world|heart|situation|case",
    "makes|made|make|making|lets|helps|helped|help|keeps|kept|gave|gives|hits|hit|kills|scares|drives|told|happened"
    "|happens|works|worked|bothers|got|gets|stopped|took|hurt|hurts me",
    "for|with|at|like|about|of|from me",
    "myself",
    "me ~ too|either|neither",
    "mine",
)
_NO_STORY = Phrases(
    "sorry",
    "let me|us",
    "bear|stay|hold with|on me",
    "like|want me to",
    "i am|was ~ afraid",
    "i|we ~ hope|suggest|recommend|promise|hear",
    "i ~ want|wish you",
    "i ~ would|could ~ suggest|recommend|say|advise",
    "i ~ am|was ~ not? ~ sure|saying|asking|wondering|glad|happy|here|worried about",
    "help|tell|give|explain|send|show you",
    "you can|should|could|need|must",
    "order|orders|refund|account|booking|reservation|invoice|parcel|delivery|ticket|system|colleague"
    "|colleagues|manager|supervisor|customer|customers|warehouse|department|policy",
    plain=True,
)


@signal
def own_story(text: str) -> Spans:
    """Spans of sentences in which the speaker tells of their own life."""
    reading = read(text)
    told = sentences_with(_TELLING.find(reading), reading)
    return outside(told, _NO_STORY.find(reading))
