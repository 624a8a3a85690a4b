"""What the shops sell: walking boots, kettles, and how one talks about them."""

from dataclasses import dataclass

FOOT, WEAR, BAG, GEAR, HOME = "foot", "wear", "bag", "gear", "home"
OUTDOOR = (FOOT, WEAR, BAG, GEAR)
ANYTHING = (*OUTDOOR, HOME)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the shelves; `part` is what breaks first, `fix` what mends it."""

    name: str
    kind: str
    part: str
    fix: str
    is_plural: bool = False

    def slots(self) -> dict[str, str]:
        """The words that a line needs to speak of it."""
        one, many = (
            ("it", "it", "is", "was", "this", "that", "fits"),
            ("them", "they", "are", "were", "these", "those", "fit"),
        )
        words = many if self.is_plural else one
        named = dict(zip(("it", "they", "are", "were", "this", "that", "fits"), words, strict=True))
        return {"item": self.name, "part": self.part, "fix": self.fix, **named}


def _pairs(kind: str, *rows: tuple[str, str, str]) -> tuple[Thing, ...]:
    return tuple(Thing(name, kind, part, fix, is_plural=True) for name, part, fix in rows)


def _singles(kind: str, *rows: tuple[str, str, str]) -> tuple[Thing, ...]:
    return tuple(Thing(name, kind, part, fix) for name, part, fix in rows)


THINGS = (
    *_pairs(
        FOOT,
        ("walking boots", "the eyelet", "a new eyelet"),
        ("wellies", "the heel", "a patch on the heel"),
        ("trail shoes", "the toe cap", "a dab of glue and a night in the clamp"),
        ("approach shoes", "the sole", "a new sole"),
        ("sandals", "the strap", "a new strap"),
        ("snow boots", "the lining", "a new lining"),
    ),
    *_singles(
        WEAR,
        ("raincoat", "the zip", "a new zip"),
        ("down jacket", "the cuff", "a patch on the cuff"),
        ("fleece", "the zip", "a new slider"),
        ("waxed jacket", "the pocket", "fresh stitching"),
        ("school coat", "the hood", "two new poppers"),
        ("cycling cape", "the seam", "a strip of seam tape"),
    ),
    *_pairs(WEAR, ("waterproof trousers", "the knee", "a knee patch"), ("ski gloves", "the seam", "fresh stitching")),
    *_singles(
        BAG,
        ("rucksack", "the buckle", "a new buckle"),
        ("daypack", "the zip", "a new slider"),
        ("bike pannier", "the clip", "a set of clips"),
        ("child carrier", "the strap", "a new strap"),
    ),
    *_singles(
        GEAR,
        ("two-man tent", "a pole", "a spare pole section"),
        ("sleeping bag", "the zip", "a new slider"),
        ("camping stove", "the igniter", "a new igniter"),
        ("headtorch", "the switch", "a new switch"),
        ("cool box", "the hinge", "a pair of hinges"),
        ("flask", "the seal", "a new seal"),
    ),
    *_pairs(GEAR, ("trekking poles", "the tip", "two new tips"), ("binoculars", "the eyecup", "a new eyecup")),
    *_singles(
        HOME,
        ("kettle", "the lid", "a new lid"),
        ("cast-iron pan", "the handle", "a new handle"),
        ("slow cooker", "the knob", "a new knob"),
        ("coffee grinder", "the burr", "a new burr"),
        ("reading lamp", "the switch", "a new switch"),
        ("duvet", "a seam", "a line of stitching"),
        ("toaster", "the lever", "a new spring"),
        ("bread tin", "the coating", "a swap from the display"),
        ("clothes airer", "the hinge", "a pair of hinges"),
        ("bird feeder", "the perch", "a new perch"),
        ("watering can", "the rose", "a brass rose"),
        ("stand mixer", "the whisk", "a new whisk"),
    ),
    *_pairs(HOME, ("garden shears", "the spring", "a new spring"), ("kitchen scales", "the display", "a new battery")),
)


def things_of(*kinds: str) -> tuple[Thing, ...]:
    """All things of these kinds."""
    return tuple(thing for thing in THINGS if thing.kind in kinds)
