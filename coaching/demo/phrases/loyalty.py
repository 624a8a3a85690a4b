"""Loyalty points."""

from coaching.demo.grammar import Lines
from coaching.demo.phrases.situation import SituationPhrases
from coaching.demo.things import ANYTHING

LOYALTY = SituationPhrases(
    name="Loyalty points",
    slug="loyalty-points",
    kinds=ANYTHING,
    share=8,
    at_counter=55,
    moods=(1, 4, 8, 4, 1),
    feel=Lines(
        "You saved up {points} points for {plan} and they just vanish, I'd be gutted.",
        "Ten years with us and the card says nought. That feels like a slap, I get that.",
        "[It isn't the money, is it|I don't think it's about the pounds], it's being forgotten. I understand.",
        "Locked out of your own account three times, that's maddening.",
        "I know, the letter about the points was as clear as mud. No wonder you're confused.",
        "They ran out the day before your birthday, [what rotten timing|that's just mean luck].",
        "You didn't shop anywhere else for a year to get there, and then the app says no. That hurts.",
        "It's your name, your card, and a machine telling you you're somebody else. Infuriating.",
        "I can see why you feel cheated, it was on the poster in big letters and the rest in tiny ones.",
        "Having to ask for what's yours is embarrassing, I know, I hate that too.",
    ),
    ask=Lines(
        "Is it the old card with the boat on it or the new app?",
        "When did you last see the points, can you remember?",
        "So you had {points} on {weekday} and today it says zero. Have I understood that?",
        "Which email did you use back then, maybe a work one?",
        "What were you hoping to use them for?",
        "Did {who} ever use the same card?",
        "Is there a mail from us from {weekday} in there, maybe in the junk?",
    ),
    solve=Lines(
        "I found two cards in your name and joined them. All {points} are back and you can use them on the {item} today or keep them.",
        "I've put the {points} back by hand because they ran out while you were in hospital. That's only fair.",
        "I'll sort it with the card people myself and ring you, so you don't have to sit in their queue.",
        "{counter}We went through the app together on {hers} phone. I pressed nothing, {she} did it all, and there they were.",
        "They'd gone to your old email. Changed it, tested it, and your {points} are there. Want them now or later?",
        "Took them off the {item} straight away and showed how to see the date they end.",
        "I counted it up with you from the receipts in your purse: {points}, to the point. Added by hand, with my name to it.",
        "They'd been booked to another {name}. I've moved them, said sorry to both, and set a new password with you.",
        "I've rung the card team while you had a look round. {points} back by tomorrow, or {price} off today instead, whichever you like.",
        "Since your birthday ones ran out by a day, I put them back on my own say-so.",
    ),
    plain=Lines(
        "Checked the balance.",
        "Merged the accounts.",
        "Reset the password",
        "Added the points from last time.",
        "Explained how points work",
    ),
    rulebook=Lines(
        "Points run out after 12 months, it's in the terms and conditions.",
        "The system won't let me add points by hand.",
        "{counter}You need the card with you, without it we can't, company policy.",
    ),
    handoff=Lines(
        "They need to ring the card line.",
        "Gave them the number of the loyalty team.",
        "{counter}Can't do that in the shop, it's a different department.",
    ),
    close=Lines(
        "There you go, {points} of them, safe and sound. Treat yourself {name}.",
        "Spend them on something silly, you've earned it. {wish}!",
        "Happy birthday for {weekday}, {name}, [have cake|enjoy it].",
        "If they go wandering again, ask for {me}. Bye {name}.",
        "May they breed in the dark, {name}. See you soon.",
        "Now {plan} is paid for, near enough. {wish}.",
    ),
    give=Lines(
        "Ran out while in hospital", "Our letter was unclear", "Ten years a customer", "App was down on the last day"
    ),
    refuse=Lines("Ran out two years ago", "Somebody else's card"),
    promises=(("Ring when the points are back", 72), ("Write to the card team", 24)),
)
