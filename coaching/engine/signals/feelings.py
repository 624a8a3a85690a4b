"""The words people use for what they feel. Alternatives for phrases, joined by `|`."""

HARD = (
    "upset|upsetting|worried|worry|worrying|frustrated|frustrating|frustration|annoyed|annoying"
    "|angry|cross|furious|sad"
    "|scared|scary|frightening|frightened|terrifying|stressful|stressed|stress|anxious|nervous"
    "|tired|tiring|exhausted"
    "|exhausting|worn|wears|drained|draining|shattered|lonely|alone|lost|confused|confusing"
    "|disappointed|disappointing"
    "|disappointment|embarrassed|embarrassing|awkward|painful|hurt|hurts|awful|horrible|terrible"
    "|dreadful|hard"
    "|tough|rough|difficult|miserable|nightmare|maddening|infuriating|heartbreaking|heartbroken"
    "|devastating|devastated"
    "|overwhelming|overwhelmed|rotten|grim|unfair|unsettling|distressing|nerve-racking|hectic"
    "|fed|sick|shock|shocking"
    "|inconvenient|mad|livid|gutted|hopeless|helpless|stuck|cold|hungry|soaked|freezing"
)
BRIGHT = (
    "excited|exciting|thrilled|thrilling|happy|proud|delighted|relieved|relief|glad|lucky"
    "|special|wonderful|amazing"
    "|fantastic|brilliant|lovely|joy|magical|fun"
)
ANY = f"{HARD}|{BRIGHT}"

# Those that every apology and script already holds: naming them is not yet having listened.
WORN = (
    "frustrated|frustrating|frustration|annoyed|annoying|inconvenient|difficult|upset|upsetting|disappointed"
    "|disappointing"
)
