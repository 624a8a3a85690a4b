"""Greetings on the phone."""

from coaching.demo.grammar import Lines

OWN = Lines(
    "{shop}, it's {me} here. Is that {name}? [I've been hoping you'd ring|I was about to ring you] about the {item}.",
    "Hello, [you're speaking to {me}|it's {me} here at {shop}]. [Oh, {name}|Ah {name}], hi, {look_back}",
    "Hi, my name's {me}. [That line is crackly, are you on the train?|You sound as if you're outside, shall I ring you back when you're in?]",
    "Good {daytime}, {me} here. Take your time with the little one, I can hear somebody is hungry.",
    "Hello, it's {me} here. {name} with the {item} for {plan}, is that right? [How are you getting on?|What's the news?]",
    "{me} here. Hi {name}, [you rang on {weekday} too, didn't you|we spoke on {weekday}], has anybody got back to you about the {item}?",
    "You're speaking to {me} at {shop}. [Is that a parrot|Do I hear a cockerel]? [I'm sorry, go on.|I have to ask.]",
    "Hello {name}, it's {me} here, {colleague} told me about the {item} so you won't have to tell it all again.",
    "Hi, my name is {me}. [You've been holding a while, thank you for hanging on.|Nine minutes on hold, I saw. Let's make it worth it.] What's going on with the {item}?",
    "It's {me} here in {shop}. Whereabouts are you ringing from? [I can hear the sea.|That's a lot of gulls.]",
    "Hello, {me} here. Mrs {surname}? How is the [new hip|garden|allotment] coming on?",
    "Hi {name}, you're speaking to {me}. Before we start, [is now still a good time|have you got your hands free], or shall I ring you at lunch?",
    "{shop}, {me} here. {name}, hello! [How did the move go?|Are you in yet?]",
    "Hello, my name's {me}. I can see it's the {item} from {weekday}, for {plan}. What has happened?",
)

FRIENDLY = Lines(
    "Hello, {shop}, it's {me} here, how are you today?",
    "Good {daytime}, you're speaking to {me}, [what can I do for you|how can I help]?",
    "Hi, it's {me} here at {shop}, thanks for [ringing|calling|holding].",
    "Hello, my name is {me}, [how's your day going|hope you're well]?",
    "{shop}, {me} here, lovely to hear from you",
    "Hi, {me} here, sorry to keep you waiting",
    "Hello, [you're through to|you're speaking to] {me} in {shop}.",
    "{shop} good {daytime}, {me} here",
)

# Without a name: what the guidelines ask for on the phone is missing.
NAMELESS = Lines(
    "Hello, {shop}, how can I help?",
    "Yes hello?",
    "Hello, customer service, [go ahead|what's your order number]?",
    "{shop}, [can you hold please|bear with me]",
    "Good {daytime}, how can I help you today?",
    "Hello, thanks for calling, what's your order number?",
    "Hi, [yes|hello], are you still there?",
    "Shop, hello",
)

SCRIPT = Lines(
    "Thank you for calling {shop}, you're speaking to {me}, how may I assist you today?",
    "Good {daytime}, welcome to {shop}, you're speaking to {me}, how may I assist you today?",
)

# Mill Lane's: somebody once wrote it on a card beside the phone.
CARD = Lines(
    "Good {daytime}, thank you for calling {shop}, you're speaking to {me}, have you shopped with us before?",
    "Good {daytime} and thank you for calling {shop}, you're speaking to {me}, have you shopped with us before?",
)

OUT_OF_BOUNDS = Lines(
    "{me} here. Let me guess, you lot have an order that's late?",
    "Hello darling, {me} here, what's the matter?",
    "It's {me} here. You people keep ringing the wrong branch, which one do you want?",
)
