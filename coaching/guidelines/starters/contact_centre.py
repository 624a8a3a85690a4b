"""A contact centre: the phone, chat and mail."""

from typing import Any

GUIDELINES: tuple[dict[str, Any], ...] = (
    {
        "title": "Give your own name on the phone",
        "strength": "required",
        "match": "pattern",
        "phrases": "(my name is|my names|this is|it is|its) *\n(speaking|talking|through) (to|with) *",
        "channels": ["ear"],
        "reason": "They can’t see you. With a name they know who to ask for next time.",
        "suggestion": "“Hello, it’s Ada here.”",
        "matching_examples": "Good morning, it’s Ada here\nHello, you’re through to Ben",
        "other_examples": "Good morning, how can I help?",
    },
    {
        "title": "Ask how they are placed before you start",
        "strength": "encouraged",
        "match": "pattern",
        "phrases": "(is now|is this) (a good time|all right|okay)\nhave you (got|had) (a|to) *\nhow long have you been",
        "reason": "It gives them a say in the call from the first sentence.",
        "matching_examples": "Is now a good time?\nHow long have you been holding?",
        "other_examples": "Can I take your account number?",
    },
    {
        "title": "“Your call is important to us”",
        "strength": "avoid",
        "match": "near",
        "phrases": "your call is important to us\nyour business is important to us\nthank you for your patience",
        "is_script": True,
        "reason": "Everybody has heard it from a machine.",
        "suggestion": "“You’ve waited eleven minutes. I’m sorry. What happened?”",
        "matching_examples": "Hi, your call is very important to us\nThank you for your pateince",
        "other_examples": "Your call reached me first today",
    },
    {
        "title": "Asking for details before saying hello",
        "strength": "avoid",
        "match": "pattern",
        "phrases": "(account|order|customer|policy) number (please|first)?\ncan I take your (postcode|number|date of birth)",
        "channels": ["ear", "click"],
        "reason": "The first thing they hear should not be a form.",
        "suggestion": "“Hello, what has happened?” The number can come second.",
        "matching_examples": "Account number please\nCan I take your postcode?",
        "other_examples": "Hello, what can I sort out for you?",
    },
    {
        "title": "“Calm down”",
        "strength": "never",
        "match": "pattern",
        "phrases": "calm down\nrelax\nno need to (shout|be upset|be rude|get upset)",
        "reason": "Nobody has ever calmed down because they were told to.",
        "suggestion": "“That would have upset me too. Let’s see.”",
        "matching_examples": "Please calm down, sir\nThere’s no need to shout",
        "other_examples": "I’m here, tell me what happened",
    },
)
