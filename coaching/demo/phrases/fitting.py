"""Fitting advice."""

from coaching.demo.grammar import Lines
from coaching.demo.phrases.situation import SituationPhrases
from coaching.demo.things import BAG, FOOT, WEAR

FITTING = SituationPhrases(
    name="Fitting advice",
    slug="fitting-advice",
    kinds=(FOOT, WEAR, BAG),
    share=12,
    at_counter=86,
    moods=(0, 1, 8, 8, 3),
    feel=Lines(
        "{counter}First time buying {this}, it's a lot to take in. [I remember standing where you are.|The wall of choices put me off as well.]",
        "{plan}, how exciting! You want {it} to be the last thing you think about out there.",
        "You've been burned by a cheap one before, so I understand you're careful now.",
        "{bag}A bad knee and a heavy pack is no joke, [that must be worrying|you're right to think about it now].",
        "It's nerve-racking buying for {who} when they're not here to try it on.",
        "You sound excited about {plan} and a bit nervous, which is just how I was.",
        "{bag}I can tell your back has had enough of the old one.",
        "It's odd to spend that much on {item} and then be afraid to get {it} dirty, I know that one.",
        "Everyone online says something else, no wonder your head is spinning.",
        "{counter}You've been carrying that old one for twenty years, so saying goodbye is hard. I can see it.",
        "Starting again after the operation takes guts. It's natural to be nervous about {plan}.",
        "You don't want to be the slow one in the group, I understand that so well.",
    ),
    ask=Lines(
        "Tell me about {plan}. How many hours a day, and is it steep?",
        "What did the last one do that annoyed you?",
        "{foot}Do your feet swell when it's hot? Mine go up a whole size.",
        "{bag}Are you carrying for one or for the children as well?",
        "{wear}What's the coldest day you think you'll be out in?",
        "How do you like it to feel, tight and light or with some room?",
        "Show me how you walk, do you roll in a bit?",
        "Will {it} have to fold small, for the bus or a locker?",
    ),
    solve=Lines(
        "{foot}{counter}I measured, we tried four, and you walked the stairs in each. The one for a narrow heel and a long day is the {item} you have in your hand.",
        "{bag}{counter}I filled the {item} with six kilos of sand and let {her} walk round the shop for ten minutes, then moved the hip belt up.",
        "{counter}For {plan} I'd take the lighter one. For every day, the other. I left both on the bench for you to choose.",
        "I talked you out of the dear one. You don't need it for {plan}, honestly.",
        "{counter}Since you've got a bad knee, I'd look at two things: weight first, grip second. Tried three that way.",
        "{counter}I fetched my own, so you could see what three winters do to {it}.",
        "{counter}Showed {her} how to set {it} up, twice, and then {she} did it alone. That was a nice moment.",
        "{counter}We did the stairs, the ramp and the gravel box, and you picked the pair that I'd never have guessed. Fair enough, they're your feet.",
        "I wrote down two for you to sleep on: the {item} in the hand and last year's, which is forty pounds less and nearly the same.",
        "Since you'll mostly be in town, I'd go for the lighter. If {plan} grows on you, come back for the other and I'll take {this} in part.",
        "I asked {colleague}, who has done the same route, and the two of them talked for twenty minutes. That helped more than my chart.",
        "{bag}Moved every strap, one at a time, and let you feel what each does. Now you can do it yourself on the hill.",
    ),
    plain=Lines(
        "Showed the range.",
        "Recommended the {item}.",
        "{counter}Measured and sold.",
        "Explained the differences between the two models",
        "{counter}They took the {item}.",
    ),
    rulebook=Lines(
        "We can't advise on sizing for online orders, it's in the FAQ.",
        "I'm not allowed to recommend one over another.",
        "Pointed them at the size chart, that's the rule.",
    ),
    handoff=Lines(
        "Said to come back on Saturday when the fitter is in.",
        "It's all on the website.",
        "{counter}Asked them to wait for a colleague from footwear",
    ),
    close=Lines(
        "{wish}. And bring a photo for the wall behind the till!",
        "{foot}Wear {it} round the house for a week before {plan}, and tell me how it goes.",
        "I want to hear all about {plan}. Bye {name}!",
        "{foot}Have a brilliant time, and remember to loosen the laces on the way up.",
        "You'll be great out there {name}. Come and tell us.",
        "{name}, you'll be fine. {wish}!",
        "Promise me you'll stop and look around at the top. See you after.",
    ),
    promises=(("Ring when the new model is in", 120), ("Send the care guide", 24)),
)
