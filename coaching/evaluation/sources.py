"""Where labelled text comes from: whom to credit, and whether its words may be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Who made a set of labelled text and on what terms. Only the words of an open one may be quoted."""

    credit: str
    licence: str
    is_open: bool = False


_OASIS = Source("BT OASIS: Leech and Weisser 2003, read from N. Duran's copy", "not stated")
_TWITTER = Source("Customer support on Twitter: Kecht et al. 2021, Thought Vector", "CC BY-NC-SA 4.0")

SOURCES = {
    "abcd_sample_encounters": Source("ABCD: Chen et al. 2021, ASAPP", "MIT", is_open=True),
    "annomi": Source("AnnoMI: Wu et al. 2022, 2023", "not stated"),
    "bt_oasis_encounters": _OASIS,
    "bt_oasis_turns": _OASIS,
    "empathetic_intents": Source("EmpatheticIntents: Welivita and Pu 2020; Rashkin et al. 2019", "CC BY-NC 4.0"),
    "epitome": Source("EPITOME: Sharma, Miner, Atkins and Althoff 2020", "academic use only"),
    "esconv": Source("ESConv: Liu et al. 2021", "CC BY-NC 4.0"),
    "goemotions": Source("GoEmotions: Demszky et al. 2020, Google Research", "Apache-2.0", is_open=True),
    "multidogo_customer": Source("MultiDoGO: Peskov et al. 2019, AWS Labs", "CDLA-Permissive-1.0", is_open=True),
    "politeness": Source("Stanford Politeness: Danescu-Niculescu-Mizil et al. 2013", "CC BY-SA, labels not stated"),
    "service_practices": Source("Labelled for this project", "that of this project", is_open=True),
    "sgd": Source("Schema-Guided Dialogue: Rastogi et al. 2020, Google Research", "CC BY-SA 4.0", is_open=True),
    "swda_social": Source("Switchboard Dialog Act: Jurafsky et al. 1997; Stolcke et al. 2000", "CC BY-NC-SA 3.0"),
    "twcs_agent": _TWITTER,
    "twcs_conversations": _TWITTER,
}
UNKNOWN = Source("not known to this project", "not known")


def source_of(name: str) -> Source:
    """The source of a slice. What is not known is not open."""
    return SOURCES.get(name, UNKNOWN)
