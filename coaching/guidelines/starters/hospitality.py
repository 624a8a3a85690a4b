"""A hotel, a café, a restaurant: guests who stay a while."""

from typing import Any

GUIDELINES: tuple[dict[str, Any], ...] = (
    {
        "title": "Welcome them in before anything else",
        "strength": "encouraged",
        "match": "pattern",
        "phrases": "welcome (in|back)?\n(lovely|good|great) to (see|have) you\ncome (on|right) in",
        "reason": "Somebody who feels expected has arrived.",
        "matching_examples": "Welcome back! Same table?\nCome on in out of the rain",
        "other_examples": "Have you booked?\nThe lift is on the left",
    },
    {
        "title": "Ask about their journey or their day",
        "strength": "encouraged",
        "match": "pattern",
        "phrases": "how was (your|the) (journey|trip|drive|flight|day|walk)\nhave you come far",
        "reason": "It is the one thing you know every guest has just had.",
        "matching_examples": "How was the drive up?\nHave you come far today?",
        "other_examples": "Was everything all right with your meal?",
    },
    {
        "title": "“Just one?”",
        "strength": "never",
        "match": "pattern",
        "phrases": "just (one|you|the one)\nonly one\nare you (alone|by yourself|on your own)",
        "reason": "Whoever eats alone has noticed it already.",
        "suggestion": "“Would you like the table by the window?”",
        "matching_examples": "Just one tonight?\nAre you on your own?",
        "other_examples": "There is one left by the window\nOne moment, I’ll find your booking",
    },
    {
        "title": "Guessing who belongs to whom",
        "strength": "avoid",
        "match": "pattern",
        "phrases": "your (wife|husband|boyfriend|girlfriend|mother|father|daughter|son)",
        "reason": "Guesses about families are often wrong, and hard to take back.",
        "suggestion": "“And for you both?”",
        "matching_examples": "And what will your wife have?\nIs your son in the pool?",
        "other_examples": "And what would you both like?",
    },
    {
        "title": "“You guys”",
        "strength": "avoid",
        "phrases": "you guys\nyou lot\nyou people",
        "reason": "It is a crowd, not a party of guests.",
        "suggestion": "“The five of you”, or “everyone”.",
        "matching_examples": "Hi you guys!\nWhat can I get you lot?",
        "other_examples": "Could you guide me to the table?",
    },
)
