"""Complaint about us."""

from coaching.demo.grammar import Lines
from coaching.demo.phrases.situation import SituationPhrases
from coaching.demo.things import ANYTHING

COMPLAINT = SituationPhrases(
    name="Complaint about us",
    slug="complaint-about-us",
    kinds=ANYTHING,
    share=6,
    at_counter=50,
    moods=(8, 8, 2, 0, 0),
    feel=Lines(
        "{counter}You stood there {wait} while two of us chatted. I'd have felt invisible too. I'm sorry.",
        "Being talked to like that in front of {who} must have been horrible.",
        "You were made to feel like a thief over {price}. That's humiliating, and it shouldn't have happened.",
        "{phone}I can hear how angry you are, and you've every right. You came in for help and got a shrug.",
        "You asked three of us and got three different answers. That's exhausting.",
        "{counter}It took courage to come back and tell us to our faces. Thank you, it can't have been easy.",
        "You drove forty minutes because we said we had it, and we didn't. I'd be furious.",
        "Sent from one to the other like a parcel. I can hear how tired of it you are.",
        "It wasn't the money, it was being laughed at. That's awful, I'm so sorry it happened here.",
        "You'd had a hard week already and then us on top. That must have been the last straw.",
        "I'd have walked out. You stayed polite, which is more than we did.",
        "You shouldn't have to explain your hearing aid to anyone. That must have made you feel so small.",
    ),
    ask=Lines(
        "Tell me from the start, I've got time. What happened?",
        "What would put it right for you?",
        "Have I got this right: you waited, asked, and were sent away again on {weekday}?",
        "Was it the words, or the way it was said?",
        "Would you like me to speak to them, or rather not?",
        "Would you rather sit down somewhere quieter?",
        "What did you need in that moment that you didn't get?",
    ),
    solve=Lines(
        "I wrote it down in your words and read it back. I'll talk to them today and ring you tomorrow, me, not somebody else.",
        "No excuses from me. I've fetched the {item} myself, taken the delivery off the bill, and made a note so that it's never your story to tell again.",
        "I'll own this one. You choose: I can do the exchange now, or bring it round to yours after I shut.",
        "{counter}I asked {colleague} to come over and they said sorry themselves. We shook hands, all three.",
        "{counter}I decided to refund it all, since you came twice for nothing, and showed you out the quick way.",
        "I'll look into how that could happen on a quiet {weekday} and tell you honestly what I find.",
        "I've taken your number, spoken to {colleague}, and this is what we'll change: one person stays with you till it's done. That's me today.",
        "I can't undo it, but I can mend what it cost you. Bus fare, the {item} at half, or something else, you say what's right.",
        "I went and found out what happened. We got it wrong, twice. I've written that on your order where everybody sees it.",
    ),
    plain=Lines(
        "Apologised.",
        "Took the complaint down.",
        "Listened, apologised for colleague",
        "Offered a voucher",
        "Logged it in the book.",
    ),
    rulebook=Lines(
        "Told them complaints must be made in writing.",
        "My colleague was following procedure.",
        "Explained that staff are trained and policy was followed",
    ),
    handoff=Lines(
        "Gave them the complaints email.",
        "{counter}Manager not in, come back tomorrow",
        "You'll need to take that up with head office.",
    ),
    close=Lines(
        "Thank you for telling me, {name}. I'd like you to come back and see us do better.",
        "I'll ring you tomorrow at ten as we said. I hope this evening is kinder to you.",
        "{counter}I'm glad you didn't just walk off. Take care on the drive home, forty minutes is long after a day like this.",
        "You've been more than patient with us. I hope the rest of the week makes up for it.",
        "I'll keep what you said in mind every {weekday}. Thank you, truly.",
        "Please ask for {me} next time, you won't have to explain a thing.",
    ),
    give=Lines(
        "Came twice for nothing", "We were rude, plain and simple", "Drove here on our word", "Waited {wait} unseen"
    ),
    refuse=Lines("Wanted somebody sacked", "Asked for double the price back"),
    promises=(
        ("Ring back after speaking to the team", 24),
        ("Write with what we found", 72),
        ("Talk to the person concerned", 10),
    ),
)
