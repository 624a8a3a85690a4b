"""Where each practice is read badly and why, in plain words: the only part of docs/accuracy.md that is not measured."""

# By practice. Our own examples; nothing from the labelled text.
WHERE_IT_FAILS = {
    "personal_greeting": (
        "A hello in the middle of a call (“hello? are you there?”) is taken for a greeting where it opens a turn. A"
        " greeting that is personal through something nobody wrote down can't be told from one that is not. Card talk in"
        " wording that no list holds (“what are we sending today?”) counts as a question about the person."
    ),
    "in_bounds": (
        "Guidelines are each organisation's own words, so no public text can measure them; the guideline page tries each"
        " one on earlier greetings instead."
    ),
    "recognition": (
        "Names that are also words (“May”, “Grace”) count only with a capital, so all lower case loses them, unless the"
        " name was logged."
    ),
    "presence": (
        "Reading back the facts of the task and picking up what lies behind them look alike: “a table for six on the"
        " ninth” against “six of you, on her ninth birthday”. What they told is often taken up in other words (“eighty” for"
        " “80”, “this morning”), and the customer's own words are usually not logged, so about a third of that is missed."
    ),
    "customers_shoes": (
        "Understanding is often said without any word for it: a paraphrase, or a story of one's own. Those are missed"
        " unless something marks them (“same here”, “that must have …”). Sarcasm is taken for what it says. Apologies of courtesy"
        " (“sorry?” for “say that again”) are told from real ones by their place, which does not always hold."
    ),
    "understanding": (
        "A question without a question mark is seen only where it opens its sentence, and a question about the order is"
        " told from one about the person by the nouns it uses. Details read back as a plain statement are missed."
    ),
    "generosity": (
        "Whether an extra is owed or a gift depends on what the house gives everybody, which the words don't say. Kind"
        " acts can be anything: the familiar ones are read, and most of those that nobody thought of before are missed."
    ),
    "ownership": (
        "“I can …” is an offer, an ability or a refusal depending on what follows, and spoken words without punctuation"
        " run several acts into one. “I'll have the …” or “I'll be honest” are no deeds; rarer ones of the kind still"
        " count as such. People labelled only the first act of such turns, so a part of what looks wrong is right."
    ),
    "real": (
        "A rule named in order to get round it counts as the rulebook where the way round comes in words we don't know."
        " A rule given as a plain fact (“we only do halves”) and a reproach without any of the usual words (“everybody"
        " else found it”) are missed: of reproaches we had not read before, more than half."
        " Kind words that begin like a reproach (“you could have rung any time”) are sometimes taken for one, so it"
        " counts only where the same sentence tells of no deed and gives no reason of theirs. These two lists are fitted"
        " closest to the part they were tuned on."
    ),
    "personalised": "Nobody has labelled text for it. It reads choices and the customer's own things by their wording.",
    "confirmation": (
        "“Your table is booked” reports a deed, “is your table booked?” asks for one and “it will be booked” promises"
        " one; without punctuation or tense the three run together."
    ),
    "proactive": (
        "News is told from an answer only by its wording (“while I have you”, “before you go”, “sold out, but there is"
        " …”). A warning without such words (“it smells of paint up there”) is missed."
    ),
    "warm_close": (
        "Whether there is a goodbye is measured above; whether it is warm only our own labels can say. In calls people"
        " say goodbye in fragments (“okay then”), and thanks that are part of a goodbye are labelled as goodbye alone."
        " A wish in unusual words, and whether a place says “enjoy the film” to everybody, can't be known from the words."
    ),
}

# Practices that are computed from answers and times: there are no words to misread.
READ_FROM_ANSWERS = (
    "reset", "speed", "consistent", "right_first_time", "recovery", "promise_kept", "better_day",
)  # fmt: skip
