"""A shop: at the counter, at the till, between the shelves."""

from typing import Any

GUIDELINES: tuple[dict[str, Any], ...] = (
    {
        "title": "Say something only this person could be told",
        "strength": "encouraged",
        "phrases": "how was\nhow did\nhow is your\nis that a\nlast time\nI love that\nI like that\nhow old",
        "reason": "The dog, the trip, the rain on their coat: it shows that you saw them.",
        "matching_examples": "How did the party go?\nIs that a cello on your back?",
        "other_examples": "Next, please\nDo you have a loyalty card?",
    },
    {
        "title": "“You people”, “you lot”",
        "strength": "never",
        "phrases": "you people\nyou lot",
        "reason": "It turns one person into part of a crowd.",
        "suggestion": "“The four of you”, or just “you”.",
        "matching_examples": "What can I get you lot?\nYou people are early!",
        "other_examples": "Do you know what people are saying about the bread?\nAre you a lottery player?",
    },
    {
        "title": "Remarks on how someone looks",
        "strength": "never",
        "match": "pattern",
        "phrases": "you look (tired|awful|rough|pale)\n(lost|put on) weight\nlooking good\ncheer up",
        "reason": "What is meant well can land badly, and nobody came in to be looked over.",
        "suggestion": "Notice what they carry instead: the violin case, the tulips, the mud.",
        "matching_examples": "Oh, you look tired today\nHave you lost weight?",
        "other_examples": "Are you looking for something?\nIt looks like rain",
    },
    {
        "title": "Pet names",
        "strength": "avoid",
        "phrases": "darling\nsweetheart\nmy love\nhoney bun",
        "reason": "Some people like it and some don’t, and you can’t know which.",
        "suggestion": "Their own name, when you know it.",
        "matching_examples": "Morning, darling!\nWhat’ll it be, my love?",
        "other_examples": "I’d love that colour for my hall\nDo you sell honey?",
    },
    {
        "title": "“Next!”",
        "strength": "avoid",
        "match": "pattern",
        "phrases": "next (please|customer)?",
        "is_script": True,
        "reason": "It calls a queue, not a person.",
        "suggestion": "“Thanks for waiting. What have you found?”",
        "matching_examples": "Next!\nNext please",
        "other_examples": "Hello, thanks for waiting",
    },
)
