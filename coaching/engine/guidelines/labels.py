"""What one step of a guideline may read, as a short text that both Python and the device's script understand: a sign
for the kind, and the word it is about."""

SAME = "="  # this word
NEAR = "~"  # this word, or a slip of the thumb away from it
BEGINS = "^"  # a word that begins so
NUMBER = "#"  # a word of digits
ANY = "*"  # one word of any kind
NOTHING = ""  # no word at all: the step may be left out
