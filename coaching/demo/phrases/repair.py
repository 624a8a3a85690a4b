"""Repair."""

from coaching.demo.grammar import Lines
from coaching.demo.phrases.situation import SituationPhrases
from coaching.demo.things import ANYTHING

REPAIR = SituationPhrases(
    name="Repair",
    slug="repair",
    kinds=ANYTHING,
    share=10,
    at_counter=78,
    moods=(2, 5, 7, 3, 1),
    feel=Lines(
        "Eleven years you've had {it}! No wonder you'd hate to throw {it} out.",
        "And {it} {were} your father's. Then it's not just {item}, I see that.",
        "{part} going the week before {plan}, typical. You must be fed up.",
        "{outdoor}{counter}It let you down on the hill in the dark, that's scary. Glad you're standing here.",
        "The second time it's come back broken, that's really disappointing, we should have got it right.",
        "You've been tying {it} up with string for a month, bless you, that must be a nuisance.",
        "I know the feeling, you don't want a new one, you want this one.",
        "It was on all your big trips, wasn't it. You can see every one of them on it.",
        "{part} again, after you'd only just paid for it. I'd be fed up as well.",
        "You've tried glue, tape and a bootlace, and none of it held. That's so frustrating.",
        "Nobody mends things any more, you said, and you sounded sad about it. We do.",
        "{outdoor}Wet through at three in the morning because of {part}, what a miserable night.",
    ),
    ask=Lines(
        "{counter}Show me what happens. Is it {part}, or further in?",
        "When do you need {it} back by? Is {plan} still on?",
        "How did it go, all at once or bit by bit?",
        "So it's {part}, since about {weekday}, and only when it's cold. Right?",
        "Has anyone had a go at it before?",
        "Would you mind if the patch shows a little?",
        "Do you want it to look like new or just to work?",
        "How long can you do without {it}?",
    ),
    solve=Lines(
        "{counter}I had a look with the big lamp: {fix} will do it, quickly while you get a coffee, or properly by {weekday}.",
        "{counter}I've lent you mine for {plan}, and yours gets {fix} in the meantime.",
        "I'll take care of it myself: {fix} tonight, no charge, since it came back broken.",
        "{bag}{counter}It can't be saved, I was honest about that, but I cut off the buckles and straps so you can use them on the next one.",
        "I rang the maker, they'll send the part for nothing as it's under ten years. I'll fit it when it comes.",
        "{counter}Mended it on the counter, with {name} holding the other end. Ten minutes, {fix}, good as new.",
        "Two prices for you: a quick one that lasts the winter or a proper one that lasts. You took the proper one, for {plan}.",
        "I took {it} apart on the bench, cleaned everything, and it was only grit in {part}. No charge. If it comes back it'll be {fix}.",
        "As {plan} is so close I did {part} first and the cosmetic bit can wait till you're back.",
        "I showed {her} how to do it with a kit for a fiver, since {she} lives out on the island. Or send it, I said, and I'll do it.",
        "Put my own name on the ticket and {part} in the order, and you'll hear from me on {weekday} either way.",
        "I told you straight that it'll cost more than it's worth, and you wanted it all the same. I'd do the same with my grandad's.",
    ),
    plain=Lines(
        "Sent off for repair.",
        "Booked in for {fix}.",
        "Fixed it.",
        "{counter}Put it in the repair box",
        "Ordered the part.",
        "Repair ticket made, two weeks.",
    ),
    rulebook=Lines(
        "Out of guarantee so we can't, those are the terms.",
        "The system needs a purchase date or it won't print a repair ticket.",
        "Policy is we only repair our own brand.",
    ),
    handoff=Lines(
        "You'd have to write to the maker.",
        "There's a cobbler on the high street",
        "Repairs is a different team, they'll be in touch.",
    ),
    close=Lines(
        "It'll be ready by {weekday}, and I'll ring you myself. {wish}.",
        "Another eleven years at least, I hope. Bye {name}!",
        "Give me a ring if {part} so much as squeaks. {wish}.",
        "Mind {part} in the frost. Thanks for trusting us with {it}.",
        "{counter}Good as new {name}. Off you go to {plan}!",
        "Look after each other, you and that {item}. {wish}.",
        "Ready by {weekday}, and if I finish sooner I'll ring. Bye {name}.",
    ),
    give=Lines(
        "Came back broken from us", "A known fault with {part}", "Two minutes' work, no charge", "Needed in three days"
    ),
    refuse=Lines("Run over by a car", "Bought second hand, no guarantee"),
    promises=(
        ("Ring when it is mended", 96),
        ("Order the part today", 6),
        ("Have it ready before the weekend", 60),
        ("Tell them what it will cost", 24),
    ),
    is_brought=True,
)
