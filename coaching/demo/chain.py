"""Three shops of one chain, and who works there."""

import unicodedata
from dataclasses import dataclass, field

from coaching.demo.voice import Voice

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Shop:
    """A team of the demo."""

    name: str
    slug: str
    time_zone: str = "Europe/London"


HARBOUR = Shop("Harbour Street", "harbour-street")
MILL = Shop("Mill Lane", "mill-lane")
STATION = Shop("Station Row", "station-row", "Europe/Dublin")
SHOPS = (HARBOUR, MILL, STATION)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works at the counter.

    Args:
        skill: how often their words are their own, from 0 to 1, before any story changes it.
        writes: how much of an encounter they write down, from 0 to 1.
        days: weekdays they work, Monday is 0.
        hours: how much they work, against the others.
        weeks: how many weeks ago they began (None: long before) and stopped (None: still there).
        before: the shop they came from, and how many weeks ago they moved.
    """

    name: str
    shop: Shop
    skill: float
    writes: float = 0.6
    days: tuple[int, ...] = EVERY_DAY
    hours: float = 1.0
    voice: Voice = field(default_factory=Voice)
    began: float | None = None
    stopped: float | None = None
    before: tuple[Shop, float] | None = None

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def email(self) -> str:
        return f"{_plain_letters(self.first_name)}@demo.example"


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Somebody who looks after a shop and logs nothing."""

    name: str
    email: str
    shops: tuple[Shop, ...]


def _plain_letters(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


ADMINISTRATOR = ("Ivy Chen", "ivy@demo.example")
SUPERVISORS = (
    Supervisor("Sana Mirza", "sana@demo.example", (HARBOUR,)),
    Supervisor("Otto Brandt", "otto@demo.example", (MILL,)),
    Supervisor("Carys Llewellyn", "carys@demo.example", (STATION,)),
)

_PLAIN = Voice()
_THUMBS = Voice(lower=0.5, bare=0.4, unstopped=0.7, slips=0.25)
_CHEERY = Voice(exclaims=0.35, emoji=0.2)
_CURLY = Voice(curly=True)
_HASTY = Voice(lower=0.85, bare=0.8, unstopped=0.9, slips=0.35, textspeak=0.25)

ADA = Colleague("Ada Okafor", HARBOUR, 0.56, 0.72, (0, 1, 2, 4, 5), 1.25, _CURLY)
BEN = Colleague("Ben Lindqvist", HARBOUR, 0.66, 0.62, (1, 2, 3, 5, 6), 1.15, _PLAIN)
NEW_STARTER = Colleague("Wiremu Parata", STATION, 0.5, 0.6, EVERY_DAY, 1.0, _PLAIN, began=0.8)
FAIR_TO_NOBODY = STATION  # the shop where a return without a receipt is seldom taken

COLLEAGUES = (
    ADA,
    BEN,
    Colleague("Maryam Haidari", HARBOUR, 0.46, 0.55, (0, 2, 3, 4, 5), 1.0, _THUMBS),
    Colleague("Tomás Ferreira", HARBOUR, 0.34, 0.6, (0, 1, 3, 5, 6), 1.0, _CHEERY),
    Colleague("Eun-ji Kwon", HARBOUR, 0.62, 0.66, (1, 3, 4, 5), 0.9, _CURLY),
    Colleague("Dafydd Price", HARBOUR, 0.26, 0.45, (0, 2, 4, 6), 0.8, _HASTY),
    Colleague("Folasade Aderinsola Oluwaseun-Worthington", HARBOUR, 0.5, 0.6, (4, 5, 6), 0.7, _CHEERY),
    Colleague("Rosalind Achterberg", MILL, 0.56, 0.6, (0, 1, 2, 3, 5), 1.1, _PLAIN),
    Colleague("Imran Qureshi", MILL, 0.36, 0.58, (0, 1, 4, 5, 6), 1.0, _CURLY),
    Colleague("Chloé Marchand", MILL, 0.66, 0.7, (1, 2, 4, 5), 1.0, _CHEERY),
    Colleague("Piotr Zawadzki", MILL, 0.2, 0.5, (0, 2, 3, 5, 6), 1.05, _HASTY),
    Colleague("Grace Mwangi", MILL, 0.58, 0.62, (0, 1, 3, 4, 5), 1.0, _PLAIN),
    Colleague("Hamish Baird", MILL, 0.38, 0.48, (3, 4, 5, 6), 0.85, _THUMBS),
    Colleague("Jun Watanabe", HARBOUR, 0.48, 0.58, (0, 1, 2, 3, 5), 0.9, _PLAIN, before=(MILL, 6)),
    Colleague("Orlaith Ní Bhriain", STATION, 0.7, 0.64, (0, 1, 3, 4, 5), 1.0, _CURLY),
    Colleague("Declan Foyle", STATION, 0.28, 0.5, (0, 2, 3, 5, 6), 0.95, _THUMBS),
    Colleague("Sujata Raghavan", STATION, 0.5, 0.6, (1, 2, 4, 5), 0.9, _CHEERY),
    Colleague("Mikołaj Sikora", STATION, 0.36, 0.55, (0, 1, 2, 4, 6), 0.9, _PLAIN),
    Colleague("Bláthnaid Keane", STATION, 0.44, 0.52, (2, 3, 5, 6), 0.75, _HASTY),
    Colleague("Viktor Hrynko", STATION, 0.14, 0.5, (0, 1, 3, 5), 0.9, _PLAIN, stopped=4),
    NEW_STARTER,
)
