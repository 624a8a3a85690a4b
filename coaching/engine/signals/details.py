"""Concrete details of this customer's moment: a person, a time they counted, an event, a thing, a place."""

from itertools import chain

from coaching.engine.matchers import Phrases, signal, spans_of
from coaching.engine.signals.words import EMPTY_WORDS, GENERIC_WORDS
from coaching.engine.text import Reading, Span, Spans, read

_PEOPLE = Phrases(
    "daughter|daughters|son|sons|kid|kids|child|children|toddler|baby|girls|boys|twins|grandson|granddaughter"
    "|grandchildren|grandkids",
    "little|wee one|ones|girl|boy|lad",
    "mum|mother|dad|father|parents|husband|wife|fiance|fiancee|boyfriend|girlfriend|brother"
    "|sister|gran|nan|grandma"
    "|grandad|grandpa|aunt|uncle|neighbour|niece|nephew|cousin|in-laws",
    "dog|puppy|cat|kitten|pony|horse|rabbit|parrot",
    plain=True,
)
_COUNTED_TIME = Phrases(
    "# hours|hour|days|nights|weeks|months|years|miles|times|stops|trains|buses|flights|calls|visits|attempts|emails",
    "# * hours|hour|days|nights|weeks|months|years|miles|times|flights",
    "half an hour",
    "an hour|hours and|in|on|of|waiting|late|each|away|queuing",
    "all day|night|morning|week|weekend|afternoon|evening long?",
    "whole day|night|morning|week|weekend|afternoon|evening",
    "second|third|fourth|fifth|sixth time|call|visit|flight|day|week|attempt|try|replacement",
    "since # ",
    "since yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|dawn|lunch|lunchtime|breakfast|last",
    "on|by|this|next|last|for|until|before|till monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday morning|afternoon|evening|night",
    "first|last thing * morning|night",
    "late at night",
    "this morning|evening|weekend",
    "last night",
    plain=True,
)
_EVENTS = Phrases(
    "wedding|honeymoon|funeral|birthday|anniversary|christening|graduation|exam|exams|interview|surgery"
    "|hospital|holiday|vacation|trip|camping|festival|concert|marathon|tournament|reunion|picnic|christmas"
    "|easter|eid|diwali|hanukkah|ramadan|cruise|safari|expedition|rehearsal|recital|prom|barbecue|bbq",
    "moving house|home|in",
    "new job|baby|house|home|flat|school|puppy|kitchen",
    "first day|night|week of|at|in|back",
    "school run|trip|play|holidays",
    plain=True,
)
_WEATHER_MET = Phrases(
    "in|through|from|out that|this|the rain|snow|heat|cold|wind|storm|traffic|queue|fog|downpour",
    "out in ... rain|snow|heat|cold|wind|storm",
    "soaked|drenched|freezing",
    plain=True,
)
_THINGS = Phrases(
    "suitcase|pram|buggy|scarf|coat|jacket|boots|shoes|dress|umbrella|guitar|violin|bike|bicycle"
    "|helmet|rucksack"
    "|backpack|tent|boiler|fridge|freezer|oven|sofa|mattress|cot|wheelchair|crutches|glasses|necklace"
    "|teddy|cake|flowers|roses|garden|kitchen|bathroom|basement|roof|lake|beach|mountains"
    "|allotment|greenhouse|bouquet",
    plain=True,
)
_ONWARDS = Phrases(
    "trip|flight|move|moving|going|off|way|drive|travelling|traveling|bus|train|back to *",
    "come|came|drive|drove|way|over|in from *",
    plain=True,
)
_THEIRS = (_PEOPLE, _EVENTS, _WEATHER_MET, _THINGS)
_OURS = frozenset({"takes", "take", "within", "in", "to", "next", "another", "than", "about", "every"})


@signal
def details(text: str) -> Spans:
    """Spans of concrete details, first to last."""
    return spans_of(belongings(text), moments(text))


@signal
def belongings(text: str) -> Spans:
    """Who and what is theirs: people, events, things, places they are bound for."""
    reading = read(text)
    listed = [span for phrases in _THEIRS for span in phrases.find(reading)]
    return spans_of(listed, _theirs(reading), _bound_for(reading))


@signal
def moments(text: str) -> Spans:
    """Times they counted or named; not how long we take ("within three days")."""
    reading = read(text)
    found = _COUNTED_TIME.find_words(reading)
    return tuple([reading.span(first, after) for first, after in found if not _is_ours(reading, first)])


def echoes(text: str, *others: str) -> Spans:
    """Spans of telling words that `text` takes up from the other texts: "lake" said hello and goodbye."""
    reading = read(text)
    shared = set(reading.words).intersection(chain.from_iterable(read(other).words for other in others))
    telling = {word for word in shared if _tells(word)}
    if not telling:
        return ()
    return tuple(reading.span(place, place + 1) for place, word in enumerate(reading.words) if word in telling)


def _theirs(reading: Reading) -> list[Span]:
    """ "your sourdough", "that red guitar": a thing of theirs that no list needs to hold."""
    if "your" not in reading.words:
        return []
    yours = [place for place, word in enumerate(reading.words) if word == "your"]
    return [reading.span(place, after) for place in yours if (after := _noun_after(reading, place))]


def _bound_for(reading: Reading) -> list[Span]:
    """ "off to Lisbon": a capital tells a place, unless everything is in capitals."""
    found = _ONWARDS.find_words(reading)
    if not found or reading.text.isupper():
        return []
    return [reading.span(first, after) for first, after in found if _is_a_place(reading, after - 1)]


def _is_a_place(reading: Reading, index: int) -> bool:
    return reading.typed(index)[0].isupper() and _tells(reading.words[index])


def _is_ours(reading: Reading, first: int) -> bool:
    return first > 0 and reading.words[first - 1] in _OURS


def _noun_after(reading: Reading, place: int) -> int:
    """The word after "your lake" or "your new kitchen", or 0."""
    limit = reading.bounds[reading.sentences[place]][1]
    for index in range(place + 1, min(place + 3, limit)):
        if reading.clauses[index] != reading.clauses[place]:
            return 0
        if _tells(reading.words[index]):
            return index + 1
        if reading.words[index] not in EMPTY_WORDS:
            return 0
    return 0


def _tells(word: str) -> bool:
    return len(word) > 2 and word not in GENERIC_WORDS and word.isalpha()
