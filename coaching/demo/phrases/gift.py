"""Choosing a gift."""

from coaching.demo.grammar import Lines
from coaching.demo.phrases.situation import SituationPhrases
from coaching.demo.things import GEAR, HOME, WEAR

GIFT = SituationPhrases(
    name="Choosing a gift",
    slug="choosing-a-gift",
    kinds=(HOME, GEAR, WEAR),
    share=9,
    at_counter=84,
    moods=(0, 1, 5, 9, 4),
    feel=Lines(
        "Buying for somebody who has everything is a nightmare, [I've got an uncle like that|my dad's the same].",
        "A leaving present for eight people to agree on, I feel for you.",
        "You want it to say thank you without being too much. I know just what you mean.",
        "For {who}, how lovely. You're a bit anxious about it, aren't you?",
        "First Christmas without him, that must be hard. Let's find something gentle.",
        "{counter}Twenty minutes until the party, ha, I've been there. Stressful!",
        "You always leave it to the last day and always swear you won't again. Me too!",
        "Buying for a teenager, you're brave. They look at you like that, don't they.",
        "It's the first time you're meeting them and the present has to do the talking. I'd be nervous too.",
        "You want to cheer {her} up after that year. That's a kind thought, and not easy to wrap.",
        "Everyone chipped in and now you have to choose, so it'll be your fault. I know that job!",
    ),
    ask=Lines(
        "What does a good Sunday look like for them?",
        "Tell me about {who}, indoors or outdoors sort of people?",
        "How much would you like to spend, so I don't show you silly things?",
        "What did you give last time, did it go down well?",
        "Would they laugh at something daft?",
        "What made them laugh last?",
        "Is it to keep or to use up?",
    ),
    solve=Lines(
        "{counter}We picked the {item} because {who} can use it the very next morning. I wrapped it in the paper with the hares.",
        "{counter}I showed three, at three prices, and left {her} alone with them for a bit. It was the {item} in the end.",
        "Found one in the green of the boat, since you told me about the boat. Put the receipt in a separate envelope.",
        "{counter}I laid out three ideas, one silly and two sensible, since you told me they laugh easily. You took the silly one.",
        "Suggested mending the old one as the present. {she} loved that.",
        "{counter}As you weren't sure of the size I gave you a card for it, and drew the {item} inside so there's something to unwrap.",
        "I asked three questions and put two things on the counter. You knew at once, I could see it, so I wrapped that one.",
        "As you weren't sure about the colour I put the swap slip inside the card, where they'll find it and you won't have to say.",
        "I suggested the plain one and a handwritten note, since the note is what people keep. You wrote it here, on our counter.",
        "Went through what you already have at home so it's not the fourth of its kind. The {item} won.",
        "I've made two little ones out of it instead of a big one, because you said there'd be a brother watching.",
    ),
    plain=Lines(
        "{counter}Gift wrapped the {item}.",
        "Sold a gift card.",
        "{counter}Showed the gift table.",
        "They chose the {item}",
        "Recommended the {item} and a card.",
    ),
    rulebook=Lines(
        "We don't gift wrap, it's not something we're allowed to do.", "No gift receipts on sale items, policy."
    ),
    handoff=Lines(
        "{counter}Pointed them to the gift table by the door.", "Have a look on the website, there's more there"
    ),
    close=Lines(
        "{wish}. I want to know if there were tears.",
        "Tell {who} happy unwrapping from a stranger with sticky tape on all ten fingers.",
        "{counter}Run, the party starts in ten minutes! The paper will hold, I used extra tape.",
        "If it's the wrong colour I'll swap it, no questions. But it won't be {name}.",
        "Off with you, and don't let them shake the box. {wish}.",
        "Tell me what face they made, {name}!",
    ),
    give=Lines("Box was dented, so a bit off", "Wrapped it for nothing, quiet hour"),
    promises=(("Order the blue one in", 96), ("Put a wrapped one by", 24)),
)
