"""What is said in any situation: formulas, fillers, questions, extras, and goodbyes for everybody."""

from coaching.demo.grammar import Lines

FORMULA = Lines(
    "Sorry about that.",
    "[I'm sorry|Sorry] for the inconvenience.",
    "I do apologise for any inconvenience[ caused|].",
    "I [totally|completely] understand.",
    "Sorry to hear that.",
    "Oh dear, sorry.",
    "I understand your frustration.",
    "Apologies for that, [let me check|one moment].",
    "That's not good, sorry.",
    "I hear you.",
)

FILLER = Lines(
    "No problem.",
    "OK, no worries",
    "Right, ok.",
    "Sure, one moment.",
    "Yes of course",
    "OK let me have a look.",
    "Fine, [give me a second|one sec].",
    "Okay. Which one is it?",
)

EXTRA = Lines(
    "{counter}Wrote the bus times on the back of the receipt.",
    "{counter}Carried {it} to the car[ for {her}|].",
    "{counter}Gave the little one a sticker[ and a balloon|].",
    "{counter}Threw in a spare [pair of laces|tin of wax|battery].",
    "{counter}Made {her} a tea while we waited.",
    "{counter}Filled the dog's bowl.",
    "{counter}Drew a little map to the [cobbler|ferry|good bakery].",
    "{counter}Stayed ten minutes after closing for it.",
    "{counter}Tightened the screw on {hers} glasses too while I had the driver out.",
)

AHEAD = Lines(
    "I told {her} before {she} asked that the bridge is shut on {weekday}, so to come the other way.",
    "By the way, it goes in the sale on {weekday}, so wait with the second one.",
    "Just so you know, that zip likes a bit of candle wax now and then.",
    "Heads up, we're shut on {weekday} for stocktaking, so I'd come before.",
    "I rang {her} first, to say the van was running late.",
    "Before you find out the hard way: wash {it} at thirty and never tumble dry.",
)

FACTS = Lines(
    "{counter}Your number is {number}, I've written it on the card. Has the email come through?",
    "I've emailed you the confirmation just now, is it there?",
    "{counter}Here's the receipt, and the date is on the back. Anything else I've missed?",
    "I've texted you {number}, did you get it? Anything else while you're here?",
    "So: {weekday}, before noon, and you've got {number}. Is anything still open?",
    "The receipt is in your inbox, [have a look before you go|can you check it's there]? Is there anything else?",
)

FACTS_FLAT = Lines(
    "Reference {number}.",
    "You'll get an email.",
    "{counter}Receipt's in the bag.",
    "Anything else?",
    "Is there anything else I can help you with[ today|]?",
)

KIND_CLOSE = Lines(
    "Have a [lovely|nice|good] [day|{rest_of_day}]!",
    "Take care, bye now.",
    "{counter}Thanks for coming in, see you soon.",
    "Bye, [have a good one|enjoy your day]",
    "Thank you, [bye bye|goodbye]!",
    "See you again soon.",
    "All the best {name}.",
    "Cheers, take care",
    "You're welcome, any time.",
)

SORRY_CLOSE = Lines(
    "I wish I'd had a better answer for you. {wish}.",
    "I'm sorry I couldn't do more today, {name}. {wish}.",
    "Thank you for hearing me out. {wish}.",
    "No hard feelings, I hope, and a better day tomorrow. {wish}.",
    "If the sale turns up after all, ask for me, I'm {me}. Take care.",
)

STOCK_CLOSE = Lines(
    "Please take a moment to fill in our survey.",
    "{counter}Thank you for shopping at {shop}, please rate us on the link on your receipt.",
    "{counter}Next please.",
    "Your feedback is important to us, you will receive a short survey.",
    "ok done",
    "{chat}Thank you for contacting {shop}.",
)

PASSED_TO = ("web team", "head office", "repairs", "the manager", "card team")
