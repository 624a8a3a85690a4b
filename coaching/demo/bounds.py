"""Greeting guidelines to start from: what is in bounds, what is out, and why."""

from datetime import datetime, timedelta

from coaching.guidelines.models import GreetingGuideline, Match, Strength, TrickyCase
from coaching.guidelines.publishing import publish_guidelines
from coaching.guidelines.services import drafting
from interactions.models import Channel
from microconnect.jobs.models import Job
from microconnect.jobs.running import run_now
from microconnect.people.models import User

_GUIDELINES: tuple[dict[str, object], ...] = (
    {
        "title": "Say something only this person could be told",
        "strength": Strength.ENCOURAGED,
        "phrases": "how was\nhow did\nhow is your\nis that a\nlast time\nyou were in on\nI love that\nI like that\nhow old",
        "matching_examples": "How did the party go?\nIs that a cello on your back?",
        "other_examples": "Next, please\nDo you have a card?",
        "reason": "A name, a trip, the dog, the weather on their road: it shows that you saw them.",
    },
    {
        "title": "Give your own name on the phone",
        "strength": Strength.REQUIRED,
        "match": Match.WORDS,
        "phrases": "it's here\nmy name is\nmy name's\nspeaking to\nspeaking with\nthrough to\nthis is speaking\nhere",
        "channels": [Channel.EAR],
        "matching_examples": "Hello, it's Ada here\nMy name is Ben, what happened?",
        "other_examples": "Good morning, what can I do?",
        "reason": "They can't see you. With a name they know who to ask for next time.",
        "suggestion": "“Hello, it's Ada here.”",
    },
    {
        "title": "“You people”, “you lot”",
        "strength": Strength.NEVER,
        "phrases": "you people\nyou lot",
        "matching_examples": "What can I get you lot?\nYou people are early!",
        "other_examples": "Do you know what people say about the bread?",
        "reason": "It turns one person into part of a crowd.",
        "suggestion": "“the four of you”.",
    },
    {
        "title": "Remarks on how someone looks",
        "strength": Strength.NEVER,
        "phrases": "you look tired\nyou look awful\nlost weight\nput on weight\nlooking good\ncheer up",
        "matching_examples": "Oh, you look tired\nCheer up, it's Friday",
        "other_examples": "Are you looking for something?",
        "reason": "What is meant well can land badly, and nobody came in to be looked over.",
        "suggestion": "Notice what they carry instead: the violin case, the tulips, the mud.",
    },
    {
        "title": "Pet names",
        "strength": Strength.AVOID,
        "phrases": "darling\nsweetheart\nmy love\nup love",
        "matching_examples": "Morning, darling!\nWhat'll it be, my love?",
        "other_examples": "I'd love that colour for my hall",
        "reason": "Some people like it and some don't, and you can't know which.",
        "suggestion": "Their own name, when you know it.",
    },
    {
        "title": "“How may I assist you today?”",
        "strength": Strength.AVOID,
        "phrases": "how may I assist you today\nare you a member of our loyalty scheme",
        "is_script": True,
        "matching_examples": "How may I assist you today?",
        "other_examples": "How did it go with the tent?",
        "reason": "It is the old script. Everybody has heard it everywhere.",
        "suggestion": "Anything you would say to a neighbour.",
    },
    {
        "title": "“It's you again”",
        "strength": Strength.AVOID,
        "phrases": "it's you again\noh, you again",
        "matching_examples": "Oh, you again!\nIt's you again",
        "other_examples": "Good to see you again",
        "reason": "Coming back should feel welcome, even for the fourth time this week.",
        "suggestion": "“Good to see you again. How did it turn out?”",
    },
)


_LATER = {
    "title": "Asking for the order number before hello",
    "strength": Strength.AVOID,
    "match": Match.PATTERN,
    "phrases": "order number",
    "channels": [Channel.EAR, Channel.CLICK],
    "reason": "The first thing they hear should not be a form.",
    "suggestion": "“Hello, what happened?” The number can come second.",
    "matching_examples": "Hi, order number please",
    "other_examples": "Hello, what happened to your order?",
}
_SCORED_AGAIN = timedelta(weeks=3)

_CASES = (
    ("Are you a lottery player too?", "in"),
    ("How was the drive, my love?", "out"),
)


def write_guidelines(*, by: User, now: datetime) -> None:
    """Publish the guidelines for all shops."""
    draft = drafting.begin(by=by)
    GreetingGuideline.objects.bulk_create(GreetingGuideline(version=draft, **values) for values in _GUIDELINES)
    TrickyCase.objects.bulk_create(TrickyCase(version=draft, greeting=g, expected=e) for g, e in _CASES)
    why = "A few lines to start from. The rest is yours."
    drafting.publish(by=by, draft=draft, edition=draft.edition, why=why, counts_from=None, now=now)


def change_guidelines(*, by: User, now: datetime) -> None:
    """Publish them once more, with one guideline added: people are told, and the last three weeks are scored again."""
    draft = drafting.begin(by=by)
    GreetingGuideline.objects.create(version=draft, **_LATER)
    why = "Customers on the phone told us that we sound like a form."
    counts_from = (now - _SCORED_AGAIN).date()
    publish_guidelines(by=by, draft=draft, edition=draft.edition, why=why, counts_from=counts_from, now=now)
    for job in Job.objects.under_way():
        run_now(job)
