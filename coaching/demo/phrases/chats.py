"""First lines in chat and mail."""

from coaching.demo.grammar import Lines

OWN = Lines(
    "Hi {name}, {me} here. [I can see|I've got] the {item} you ordered on {weekday}[ in front of me|], is it about that?",
    "Hello {name}! I read your note about {plan}, so let's get the {item} sorted [before then|in good time].",
    "{brought}Hi {name}, thanks for the photo, that {part} [does look sore|has seen better days]. When did it [go|happen]?",
    "Hello {name}, {me} from {shop} here. {look_back} And what's up with the {item}?",
    "{late}Evening {name}, still at it after a day's work! Let me take it from here.",
    "Hi {name} 👋 same {item} as in [spring|March]? I've got our last chat open so no need to start over.",
    "{daytime} {name}, I've read [everything you wrote to|all you told] {colleague}, so I know about the {item} and {plan}.",
    "Hello {name}, [love|great] picture of [the dog|the van|the boat] by the way. What can we do about the {item}?",
    "Hi {name}, {me} here. [Writing from the hospital, you said|You said you only have ten minutes' break], so I'll keep this short.",
    "Hola {name}, [my Spanish stops there|sorry, that's all my Spanish], but I can see your {item} on the screen.",
    "Hi {name}! You wrote that the {item} {are} for {who}. [How old are they now?|That's kind of you.]",
    "Hello {name}, {me} here again, we chatted on {weekday}. Any sign of the {item}?",
)

FRIENDLY = Lines(
    "Hi [there|{name}], thanks for [getting in touch|your message|writing in]!",
    "Hello, {me} here, how are you today?",
    "Hi, hope you're [well|having a good day] 😊",
    "Hello {name}, thanks for waiting, [I'm here now|happy to help].",
    "Hey, [what can I do for you|what's up]?",
    "Good {daytime} {name}, [hope all is well|nice to meet you].",
    "Hi {name}, {me} from {shop}.",
    "Hello! Great to hear from you.",
)

FLAT = Lines(
    "How can I help you today?",
    "Hi, order number please",
    "Hello, please provide your order number and email address.",
    "Hi how can I help",
    "Hello, can you describe the issue?",
    "Thank you for contacting {shop}. How can I help you?",
    "yes hi",
)

SCRIPT = Lines(
    "Thank you for contacting {shop}, how may I assist you today?",
    "Hello and welcome to {shop} chat, how may I assist you today?",
)

OUT_OF_BOUNDS = Lines(
    "Hi, you lot all ask the same thing today, it's the {item} isn't it?",
    "Hello darling, what's the matter with the {item}?",
    "You people should read the delivery page first, but go on.",
)
