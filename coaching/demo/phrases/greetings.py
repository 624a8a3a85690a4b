"""Greetings across the counter that could only have been for this customer, and friendly ones for anybody."""

from coaching.demo.grammar import Lines

OWN = Lines(
    "[{daytime}|Hello]! That spaniel has [clearly|surely] been in the sea already. [What has he worn through this time?|Come on in, both of you.]",
    "{wet}Come in out of that rain, [you're soaked|you look like you walked]. Put the umbrella anywhere. [Is it the {item}?|What are we after today?]",
    "Is that a violin case? [My brother plays, badly.|What do you play?] Put it here where nobody [trips over|kicks] it.",
    "Hello {name}, {look_back}",
    "{name}! [Back already|There you are], {look_back}",
    "[Oh hello|Hi] {name}, I was [just thinking of you|telling {colleague} about you], {look_back}",
    "Hello little one, [is that a real sword?|what a hat.] And hello to whoever is carrying all the bags.",
    "[Hi|Hello], you were in on {weekday} about the {item}, weren't you? How did {they} turn out?",
    "[That's|What] a lovely bunch of tulips[, somebody is lucky today|. Do they need a bit of water while we talk?]",
    "Don't rush, [get your breath back first|sit down a second], those stairs with a pushchair are no joke. Boy or girl?",
    "{early}Flour on your apron, so [I'm guessing|it must be] the bakery on the corner? I can smell the cardamom from here.",
    "{cold}[Hello|Hi], I saw you [park the bike|come in by bike] in this wind. Brave. What can I find for you?",
    "Hi, [I like|I love] that badge. Is that the rescue boat? [My dad crewed there.|You must have been out last night.]",
    "[Hello|Good {daytime}] Mr {surname}, how's the [knee|new hip|shoulder] holding up since we last spoke?",
    "Is it {name}? [{colleague} told me you'd be by|I kept your name by the till], the {item} {are} behind me.",
    "{cold}Hello! [First time in here?|I don't think I've seen you in before.] The heater is over there if your hands are as cold as mine.",
    "Two tired boys and one parent still smiling, [that's impressive|how do you do it]. What do we need so you can all go home?",
    "[Good {daytime}|Hello], you've come straight from the hospital by the look of that lanyard. Long shift?",
    "{name}, hi. Last time you were off to look for otters. [Any luck?|Did you see one?]",
    "You found us, [well done|good], with all those roadworks. Which way did you come in the end?",
    "Ooh, is that a [ferry|train] ticket in your hand? [What time do you have to be there?|When does it go?]",
    "[Hello|Hiya] {name}, shall I put that big box down for you, it's heavier than it looks",
    "{brought}Hi there, you're holding that {item} like it has let you down. [What happened?|Tell me.]",
    "[Bore da|Dzień dobry|Kaliméra]! [Did I say that right?|I've been practising.] Good to see you again {name}.",
    "That's a serious list you've got there. [Which one is worrying you most?|Shall we start at the top?]",
    "{early}[Hello|{daytime}] {name}, still on earlies at the station? [You look awake, considering.|I don't know how you do it.]",
    "Hi, what's your dog called? [There's a biscuit under the counter if that's allowed.|He can come in, honestly.]",
    "{wet}I remember that raincoat, I think I sold it to you. [Is it still keeping you dry?|How many winters is that now?]",
    "Hello you two. [First flat?|Moving in together?] You've got the tape measure look.",
    "Careful with that cast, I'll come round to your side. How did you do that?",
    "Hi {name}, [happy birthday for last week|many happy returns for Tuesday], did you get out in the end?",
    "{warm}Afternoon! [You've caught the sun.|Somebody has been on the beach.] Was that here or somewhere with proper sea?",
    "Hello {name}. {who} not with you today?",
    "Welcome back {name}, last time it was the {old_item} for {old_plan}. [So?|How did it go?]",
    "Hi, sorry to stare, is that a hand knitted jumper? It's beautiful. Did you make it?",
    "{early}[Hello|{daytime}], you were here when we opened, you must have been up with the gulls. What's first on the list?",
    "Hey {name}, [how did the driving test go?|did you pass?]",
    "{late}[{daytime}|Hello]. I can see you've come straight from work, so let's be quick and get you home. Is it about the {item}?",
)

FRIENDLY = Lines(
    "[Hi|Hello|Hey] there, how are you [doing|getting on] today?",
    "[Good {daytime}|{daytime}], lovely to see you, come on in",
    "Hello, [are you alright there|you alright there]?",
    "Hi, [shout|give me a shout] if you need anything[, I'm Ok to help|].",
    "{daytime}! [What can I do for you?|What are you after?]",
    "Hello and welcome, [nice to see you|good to see you].",
    "Hiya, [you OK|everything OK]?",
    "[Hi|Hello], how's your day going[ so far|]?",
    "Hello, thanks for [waiting|your patience], [you're next|I'm all yours].",
    "Good {daytime}, what can I get you?",
    "Hi there, [are you being looked after|is anyone looking after you]?",
    "Hello, take your time, [I'm here if you need me|no rush at all].",
    "[Hey|Hiya], come in, come in.",
    "Hello, what brings you in today?",
    "Hi, [sorry to keep you|sorry about the wait]. What is it you need?",
    "Hello, nice day out there[, isn't it|]?",
    "{daytime} madam, [can I help|what can I do for you]?",
    "Hello hello, who's next?",
)

FLAT = Lines(
    "How can I help you[ today|]?",
    "[Yes please|Next please]",
    "Can I help?",
    "Hello, how can I help you today?",
    "Do you have [your receipt|a membership card|your order number] with you?",
    "[Hi|Hello] how may I help",
    "Are you [collecting|paying or collecting]?",
    "Yes?",
)

SCRIPT = Lines(
    "Welcome to {shop}, how may I assist you today?",
    "Good {daytime}, welcome to {shop}, how may I assist you today?",
    "Hello and welcome to {shop}, are you a member of our loyalty scheme?",
)

# Ben's: the same few words, day after day.
WORN = Lines(
    "Hi there, welcome in, what can I do for you today?",
    "Hi there, welcome in, what can I do for you today?",
    "Hi there, welcome in, what can I do for you?",
    "Hi there, welcome in! What can I do for you today?",
)

OUT_OF_BOUNDS = Lines(
    "What can I [get|do for] you lot today?",
    "Right you lot, [who's first|what are we buying]?",
    "Hello [darling|sweetheart], what are you after?",
    "You look tired today, [rough night|late one]? What can I do for you?",
    "You people always come in just before we shut. [What is it?|Go on then, what do you need?]",
    "Cheer up love, it might never happen. What do you need?",
    "Have you lost weight {name}? [Looking good.|It suits you.] What are we after?",
    "Oh it's you again. What's broken now?",
)
