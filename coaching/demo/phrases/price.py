"""Price question."""

from coaching.demo.grammar import Lines
from coaching.demo.phrases.situation import SituationPhrases
from coaching.demo.things import ANYTHING

PRICE = SituationPhrases(
    name="Price question",
    slug="price-question",
    kinds=ANYTHING,
    share=11,
    at_counter=64,
    moods=(1, 4, 9, 4, 1),
    feel=Lines(
        "{counter}One price on the shelf and another at the till, that's annoying, and with a queue behind you too.",
        "{price} is a lot just before {plan}. I understand you want to be sure.",
        "You bought {it} on {weekday} and today it's ten pounds less. That stings.",
        "It's embarrassing to have to ask, you said, but it isn't. [Everybody is counting at the moment.|I ask everywhere.]",
        "New school term and everything at once, I feel it in my own purse.",
        "{counter}You came in specially for that offer and it ended last night. How disappointing.",
        "You'd put {price} in an envelope for it and now it's not enough. That's a rotten moment.",
        "I hear you, everything has gone up and nobody asked us.",
        "It's annoying to find it for less the minute you're home, I've had that with a bike.",
        "You don't want to look mean and you don't want to be fooled either. I understand.",
        "A sale sign next to something that isn't in the sale, that's just confusing, sorry.",
    ),
    ask=Lines(
        "Where did you see the other price, online or in the leaflet?",
        "What will you use {it} for mostly? Maybe you don't need the dear one.",
        "Do you need {it} now or could it wait for the sale?",
        "{counter}So the shelf said {price}, is that right?",
        "{counter}Is it about this one, or would the older model do?",
        "What's the most you'd be happy to pay for {it}?",
        "Is it for now and then, or for every day?",
    ),
    solve=Lines(
        "{counter}I checked the shelf with you, the label was old, so you pay what it said. I've told {colleague} to change it.",
        "I took the ten pounds off. You bought it two days too early and that's nobody's fault.",
        "I went through three with you: the dear one, the plain one, and last year's which is just as good for {plan}.",
        "Worked out that mending the old one is half the price, so that's what we did instead of selling a new one.",
        "You can have it today at {price}, or I can put one by until the sale on {weekday}. I'd wait, I said so.",
        "Matched what you found online, after I'd looked it up myself and seen it was the same one.",
        "I looked it up and you're right, so you pay the lower one, and I've pulled the label off before it annoys somebody else.",
        "We did the sum together: the refill pack works out dearer than the big one. You took the big one.",
        "Since it's for {plan} and only once, I told {her} to hire one for a tenner instead. Wrote down where.",
        "Split it for you: half now, half on {weekday} when you're paid. We can do that, most people don't know.",
        "I asked {colleague} what the last one went for and let you have this at the same, or the new model with two years on it.",
    ),
    plain=Lines(
        "{counter}Scanned it, {price}.",
        "Told them the price.",
        "Confirmed the offer price.",
        "Price check done",
        "Adjusted at the till.",
    ),
    rulebook=Lines(
        "Prices are set centrally, we can't change them.",
        "{counter}The till price is the right one, that's the policy. Not up to me.",
        "We don't price match, it's on the website",
    ),
    handoff=Lines(
        "{counter}Ask the manager, I don't do prices.",
        "{counter}Sent them to customer services desk",
        "They'd have to email about that.",
    ),
    close=Lines(
        "You got the best of it today {name}. {wish}.",
        "Put the ten pounds towards {plan}!",
        "I've set one by with your name on. See you on {weekday}.",
        "{counter}Thanks for telling me about the shelf, you've saved the next person the bother.",
        "Off you go before I talk you out of that one too. Enjoy {plan}!",
        "Thank you for being straight about the money, {name}. Makes it easy to help.",
    ),
    give=Lines(
        "Shelf label was wrong",
        "Bought two days before the sale",
        "Same thing cheaper in our own webshop",
        "Last one, box torn",
    ),
    refuse=Lines("Offer ended last month", "Another maker, not the same thing"),
    promises=(("Ring when the sale starts", 96), ("Keep one by until the weekend", 48)),
)
