"""Greeting guidelines to start from: what is in bounds, what is out, and why."""

from coaching.guidelines.models import GreetingGuideline, Match, Strength
from coaching.guidelines.services import make_version
from interactions.models import Channel
from microconnect.people.models import User

_GUIDELINES: tuple[dict[str, object], ...] = (
    {
        "title": "Say something only this person could be told",
        "strength": Strength.ENCOURAGED,
        "phrases": "how was\nhow did\nhow is your\nis that a\nlast time\nyou were in on\nI love that\nI like that\nhow old",
        "reason": "A name, a trip, the dog, the weather on their road: it shows that you saw them.",
    },
    {
        "title": "Give your own name on the phone",
        "strength": Strength.REQUIRED,
        "match": Match.WORDS,
        "phrases": "it's here\nmy name is\nmy name's\nspeaking to\nspeaking with\nthrough to\nthis is speaking\nhere",
        "channels": [Channel.EAR],
        "reason": "They can't see you. With a name they know who to ask for next time.",
        "suggestion": "“Hello, it's Ada here.”",
    },
    {
        "title": "“You people”, “you lot”",
        "strength": Strength.NEVER,
        "phrases": "you people\nyou lot",
        "reason": "It turns one person into part of a crowd.",
        "suggestion": "“the four of you”.",
    },
    {
        "title": "Remarks on how someone looks",
        "strength": Strength.NEVER,
        "phrases": "you look tired\nyou look awful\nlost weight\nput on weight\nlooking good\ncheer up",
        "reason": "What is meant well can land badly, and nobody came in to be looked over.",
        "suggestion": "Notice what they carry instead: the violin case, the tulips, the mud.",
    },
    {
        "title": "Pet names",
        "strength": Strength.AVOID,
        "phrases": "darling\nsweetheart\nmy love\nup love",
        "reason": "Some people like it and some don't, and you can't know which.",
        "suggestion": "Their own name, when you know it.",
    },
    {
        "title": "“How may I assist you today?”",
        "strength": Strength.AVOID,
        "phrases": "how may I assist you today\nare you a member of our loyalty scheme",
        "is_script": True,
        "reason": "It is the old script. Everybody has heard it everywhere.",
        "suggestion": "Anything you would say to a neighbour.",
    },
    {
        "title": "“It's you again”",
        "strength": Strength.AVOID,
        "phrases": "it's you again\noh, you again",
        "reason": "Coming back should feel welcome, even for the fourth time this week.",
        "suggestion": "“Good to see you again. How did it turn out?”",
    },
)


def write_guidelines(*, by: User) -> None:
    """Store the guidelines for all shops and make them the version in force."""
    GreetingGuideline.objects.bulk_create(GreetingGuideline(**values) for values in _GUIDELINES)
    make_version(by=by)
