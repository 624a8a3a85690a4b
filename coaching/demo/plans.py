"""What customers are up to: the trip, the party, the move that they bought the thing for."""

from dataclasses import dataclass

from coaching.demo.things import HOME


@dataclass(frozen=True, slots=True)
class Plan:
    """Something ahead of a customer, as one would say it to them.

    Args:
        what: "your week on Skye"; follows "for", "with ... coming up".
        wish: said at parting.
        look_back: said when they come again.
        who: the person of theirs it is for; "" when for themselves.
    """

    what: str
    wish: str
    look_back: str
    who: str = ""

    def slots(self) -> dict[str, str]:
        """The words that a line needs to speak of it."""
        known = {"plan": self.what, "wish": self.wish, "look_back": self.look_back}
        return {**known, "who": self.who} if self.who else known


def _plans(*rows: tuple[str, ...]) -> tuple[Plan, ...]:
    return tuple(Plan(*row) for row in rows)


_OUTDOORS = _plans(
    ("your week on Skye", "I hope Skye gives you one dry day at least", "how was Skye?"),
    (
        "the coast path with your sister",
        "enjoy the coast path, both of you",
        "did you two finish the coast path?",
        "your sister",
    ),
    ("your daughter's school camp", "hope she loves every muddy minute of camp", "how did camp go?", "your daughter"),
    (
        "the charity walk on Sunday",
        "good luck with the walk on Sunday, think of your feet",
        "how many miles did you manage in the end?",
    ),
    (
        "your honeymoon in the Dolomites",
        "congratulations again, and mind the ridges in the Dolomites",
        "how was the honeymoon?",
    ),
    ("three nights on Arran", "have a pint at the Arran ferry for me", "did the ferry run for Arran?"),
    (
        "your son's first scout weekend",
        "tell your scout to keep his socks dry",
        "did he sleep at all on that scout weekend?",
        "your son",
    ),
    ("the ride to Bristol", "enjoy the ride to Bristol, and mind the hill after Bath", "did you make it to Bristol?"),
    ("the Camino", "buen Camino, and send us a postcard", "how far along the Camino did you get?"),
    ("the dog's first beach trip", "give that dog a scratch from me", "how did the dog take to the sea?"),
    ("the festival", "hope the festival field stays a field and not a bog", "how muddy was the festival?"),
    (
        "your grandson's birthday hike",
        "hope your grandson's seventh is as good as he thinks it will be",
        "did the birthday boy like it?",
        "your grandson",
    ),
    (
        "your nights at the fish market",
        "stay warm at that fish market",
        "are the nights still as cold down at the market?",
    ),
    (
        "your first week with mountain rescue",
        "stay safe up there with the rescue team",
        "how is mountain rescue treating you?",
    ),
    ("the allotment", "save me a courgette from the allotment", "what is coming up on the allotment?"),
    ("the lambing", "hope the lambs let you sleep", "how many lambs in the end?"),
    ("your mum's walking group", "tell your mum good luck with that stile", "how did your mum get on?", "your mum"),
    ("the sailing course", "may it stay under a force five for your sailing", "did they let you steer?"),
    ("your early swims", "enjoy the cold water, you're braver than me", "still swimming before work?"),
    (
        "your father's eightieth on the hill",
        "many happy returns to your father, from all of us",
        "did your father get to the top?",
        "your father",
    ),
)

_HOMES = _plans(
    (
        "your son's first flat",
        "hope your son cooks you dinner in that flat one day",
        "has he settled in to the flat?",
        "your son",
    ),
    ("Sunday lunch for eleven", "good luck with the eleven of them on Sunday", "did all eleven turn up for lunch?"),
    ("the new kitchen", "hope the kitchen is done before the paint dries", "is the kitchen finished yet?"),
    ("your mum coming to stay", "hope your mum notices", "how was your mum's stay?", "your mum"),
    ("Eid with the whole family", "Eid Mubarak to all of you when it comes", "how was Eid?"),
    ("the baby", "wishing you and the baby some sleep", "is the baby here yet?"),
    ("the move on to the boat", "happy floating, boat people", "how is life on the boat?"),
    ("the church cake sale", "may your lemon drizzle go first at the sale", "did the lemon drizzle sell?"),
    (
        "your parents' golden wedding",
        "fifty years married, give your parents our love",
        "how was the golden wedding?",
        "your parents",
    ),
    ("your sister's housewarming", "hope your sister is delighted with it", "what did your sister say?", "your sister"),
    ("the twins' birthday tea", "may the icing survive the twins", "did the twins leave any cake?", "the twins"),
    ("your first night off in weeks", "sleep well on that night off", "are you off nights now?"),
    ("the Diwali sweets", "save me one of the Diwali sweets", "how did the sweets turn out?"),
    (
        "your neighbour's recovery",
        "wish your neighbour well from us",
        "is your neighbour up and about?",
        "your neighbour",
    ),
    ("your first term at college", "good luck with the first week at college", "how is college?"),
    ("the book club at yours", "hope somebody at the book club finished the book", "did anybody finish the book?"),
    (
        "your granddaughter's baking day",
        "keep your granddaughter's fingers out of the batter",
        "what did she bake in the end?",
        "your granddaughter",
    ),
    ("the shearers' dinner", "hope the shearers say thank you", "did the shearers eat it all?"),
)


def plans_for(kind: str) -> tuple[Plan, ...]:
    """What a thing of this kind may be for."""
    return _HOMES if kind == HOME else _OUTDOORS
