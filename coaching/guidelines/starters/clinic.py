"""A clinic: patients, and those who come with them."""

from typing import Any

GUIDELINES: tuple[dict[str, Any], ...] = (
    {
        "title": "Say who you are and what you do",
        "strength": "required",
        "match": "pattern",
        "phrases": "(my name is|this is|it is|its|im|i am) *",
        "reason": "In a place full of strangers a name is the first kindness.",
        "suggestion": "“Hello, I’m Nadia, one of the nurses.”",
        "matching_examples": "Hello, I’m Nadia, one of the nurses\nGood morning, my name is Tom",
        "other_examples": "Take a seat, please",
    },
    {
        "title": "Ask what they like to be called",
        "strength": "encouraged",
        "match": "pattern",
        "phrases": "what (would|do) you like to be called\nwhat should I call you\nhow do you say your name",
        "reason": "The name on the file is not always the name they live with.",
        "matching_examples": "What would you like to be called?\nHow do you say your name? I want to get it right",
        "other_examples": "What is your date of birth?",
    },
    {
        "title": "Talking about them over their head",
        "strength": "never",
        "match": "pattern",
        "phrases": "(does|can|is) (he|she|they) (take|walk|eat|know|understand|speak)\nhow are we (today|feeling)",
        "reason": "The person in the chair is the one to ask.",
        "suggestion": "Look at them and ask them: “How did you sleep?”",
        "matching_examples": "Does he take sugar?\nAnd how are we today?",
        "other_examples": "How are you today?\nCan you walk with me?",
    },
    {
        "title": "The illness instead of the person",
        "strength": "never",
        "match": "pattern",
        "phrases": "the (hip|knee|fracture|diabetic|asthma) (in|from|at) *\nyou are the (hip|knee|fracture|diabetic|asthma)",
        "reason": "Nobody is their diagnosis.",
        "suggestion": "Their name.",
        "matching_examples": "Ah, the hip from bed four\nYou are the fracture, right?",
        "other_examples": "How is the hip feeling?",
    },
    {
        "title": "“Don’t worry”",
        "strength": "avoid",
        "phrases": "don't worry\nnothing to worry about\nthere is nothing to fear\nyou'll be fine",
        "reason": "It closes the door on the worry that is there.",
        "suggestion": "“What worries you most?”",
        "matching_examples": "Don’t worry, it’s routine\nYou’ll be fine!",
        "other_examples": "What worries you about it?",
    },
    {
        "title": "Pet names",
        "strength": "avoid",
        "phrases": "dear\nsweetie\ndarling\nmy love\nyoung man\nyoung lady",
        "reason": "Kindly meant, it makes a grown person small.",
        "suggestion": "Their name, or “you”.",
        "matching_examples": "Come through, dear\nHello young lady",
        "other_examples": "Dearham Road is round the corner",
    },
)
