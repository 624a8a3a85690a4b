"""What is wrong with a scorecard, and what deserves a second look, in words beside the field it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.engine.practices import BY_KEY, PRACTICES
from coaching.engine.scoring import HIGHEST, MOST_BONUS, Scorecard
from interactions.models import Channel


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at. `blocks` until it is mended; `field` is the form's, or None for the whole."""

    text: str
    blocks: bool
    field: str | None = None


def problems_in(scorecard: Scorecard) -> list[Problem]:
    """All that is to be said about a scorecard, what blocks first."""
    counting = {channel: _counting(scorecard.for_channel(channel)) for channel in Channel}
    most = max(map(len, counting.values()))
    if not most:
        return [Problem(_nothing_counts(scorecard), blocks=True)]
    found = [
        *_too_few(scorecard, counting, most),
        *_critical(scorecard),
        *_band(scorecard),
        *_heavy(scorecard, counting),
    ]
    return sorted(found, key=lambda problem: not problem.blocks)


def _counting(scorecard: Scorecard) -> list[str]:
    """Practices that are weighed: on, and no bonus."""
    return [p.key for p in PRACTICES if scorecard.weight(p.key) and p.key not in scorecard.bonus]


def _nothing_counts(scorecard: Scorecard) -> str:
    if any(scorecard.for_channel(channel).weight(key) for key in scorecard.bonus for channel in Channel):
        return _("Only bonus practices are on, and a bonus needs a score to add to. Switch on some of the others.")
    return _("All practices are off, so nothing would be scored. Switch some on.")


def _too_few(scorecard: Scorecard, counting: dict[Channel, list[str]], most: int) -> Iterator[Problem]:
    if scorecard.minimum_judged > most:
        text = ngettext(
            "Only %(n)d practice is weighed, so no encounter would ever get a score. Choose %(n)d.",
            "Only %(n)d practices are weighed, so no encounter would ever get a score. Choose %(n)d or fewer.",
            most,
        )
        yield Problem(text % {"n": most}, blocks=True, field="minimum_judged")
        return
    for channel, keys in counting.items():
        if scorecard.minimum_judged > len(keys):
            words = {"where": channel.label, "n": len(keys), "minimum": scorecard.minimum_judged}
            text = ngettext(
                "%(where)s, only %(n)d practice is weighed and %(minimum)d are asked for: nothing there would get a score.",
                "%(where)s, only %(n)d practices are weighed and %(minimum)d are asked for: nothing there would get a score.",
                len(keys),
            )
            yield Problem(text % words, blocks=False, field="minimum_judged")


def _critical(scorecard: Scorecard) -> Iterator[Problem]:
    for key in sorted(scorecard.critical):
        if key in scorecard.bonus:
            text = _("A bonus never takes anything away, so it cannot be critical. Choose one of the two.")
            yield Problem(text, blocks=True, field=f"critical_{key}")
        elif not any(scorecard.for_channel(channel).weight(key) for channel in Channel):
            text = _("It is off, so it cannot hold a score down. Switch it on, or let it not be critical.")
            yield Problem(text, blocks=True, field=f"critical_{key}")
    if scorecard.critical and scorecard.critical_cap == HIGHEST:
        text = _("At 100, a critical practice holds nothing down.")
        yield Problem(text, blocks=False, field="critical_cap")


def _band(scorecard: Scorecard) -> Iterator[Problem]:
    if scorecard.target_high <= scorecard.target_low:
        text = _("The band ends where it begins, or before. Choose more than %(low)d.") % {"low": scorecard.target_low}
        yield Problem(text, blocks=True, field="target_high")


def _heavy(scorecard: Scorecard, counting: dict[Channel, list[str]]) -> Iterator[Problem]:
    for channel, keys in counting.items():
        here = scorecard.for_channel(channel)
        heaviest = max(keys, key=here.weight, default=None)
        if heaviest and len(keys) > 1 and 2 * here.weight(heaviest) > sum(map(here.weight, keys)):
            words = {"where": channel.label, "practice": _(BY_KEY[heaviest].name)}
            text = _("%(where)s, “%(practice)s” weighs more than all the others together.") % words
            yield Problem(text, blocks=False, field=f"weight_{heaviest}")
    for key in sorted(scorecard.bonus):
        if scorecard.weight(key) > MOST_BONUS:
            text = _("All bonuses together add %(most)d points at most.") % {"most": MOST_BONUS}
            yield Problem(text, blocks=False, field=f"weight_{key}")
