"""What changes from one scorecard to the next, in words for those whose encounters it weighs."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from coaching.engine.practice import Practice
from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import MOST_BONUS, Scorecard
from interactions.models import Channel

IN_BOUNDS = frozenset({"in_bounds"})


def changes_between(before: Scorecard, after: Scorecard) -> list[str]:
    """Practice by practice in their order, then what holds for all of them."""
    lines = [line for practice in PRACTICES for line in _of_practice(practice, before, after)]
    return [*lines, *_of_the_whole(before, after), *_of_times(before, after)]


def _of_practice(practice: Practice, before: Scorecard, after: Scorecard) -> Iterator[str]:
    key, title = practice.key, {"title": _(practice.name)}
    if before.weight(key) != after.weight(key):
        yield _weighed(before.weight(key), after.weight(key)) % {
            **title, "was": before.weight(key), "now": after.weight(key)
        }  # fmt: skip
    for channel in Channel:
        yield from _in_channel(practice, channel, before, after)
    if (key in before.bonus) != (key in after.bonus):
        yield (
            _("“%(title)s” is a bonus now: it adds points, and takes none.")
            if key in after.bonus
            else _("“%(title)s” is no longer a bonus: it is weighed with the others.")
        ) % title
    if (key in before.critical) != (key in after.critical):
        yield (
            _("“%(title)s” is critical now: under 50, an encounter gets %(cap)d at most.")
            if key in after.critical
            else _("“%(title)s” is no longer critical.")
        ) % {**title, "cap": after.critical_cap}


def _weighed(was: int, now: int) -> str:
    if not now:
        return _("“%(title)s” no longer counts.")
    if not was:
        return _("“%(title)s” counts now, with a weight of %(now)d.")
    return _("“%(title)s” counts %(now)d instead of %(was)d.")


def _in_channel(practice: Practice, channel: Channel, before: Scorecard, after: Scorecard) -> Iterator[str]:
    """What is said of everywhere holds here too, unless a channel has a weight of its own."""
    key = practice.key
    own_was, own_now = (card.channels.get(channel, {}).get(key) for card in (before, after))
    if own_was is None and own_now is None:
        return
    was, now = before.for_channel(channel).weight(key), after.for_channel(channel).weight(key)
    words = {"where": channel.label, "title": _(practice.name), "was": was, "now": now}
    if was != now:
        yield _weighed_in_channel(was, now) % words
    elif before.weight(key) != after.weight(key):
        yield (_("%(where)s, “%(title)s” stays at %(now)d.") if now else _("%(where)s, “%(title)s” stays off.")) % words


def _weighed_in_channel(was: int, now: int) -> str:
    if not now:
        return _("%(where)s, “%(title)s” no longer counts.")
    if not was:
        return _("%(where)s, “%(title)s” counts now, with a weight of %(now)d.")
    return _("%(where)s, “%(title)s” counts %(now)d instead of %(was)d.")


def _of_the_whole(before: Scorecard, after: Scorecard) -> Iterator[str]:
    if before.critical_cap != after.critical_cap and after.critical:
        told = (
            _("Words that are out of bounds hold the number at %(now)d instead of %(was)d.")
            if after.critical == IN_BOUNDS
            else _("A critical practice under 50 holds the number at %(now)d instead of %(was)d.")
        )
        yield told % {"now": after.critical_cap, "was": before.critical_cap}
    if before.minimum_judged != after.minimum_judged:
        yield _("It takes %(now)d practices that can answer instead of %(was)d before there is a score.") % {
            "now": after.minimum_judged,
            "was": before.minimum_judged,
        }
    if (before.target_low, before.target_high) != (after.target_low, after.target_high):
        yield _("Teams aim for %(low)d to %(high)d instead of %(low_was)d to %(high_was)d.") % {
            "low": after.target_low, "high": after.target_high,
            "low_was": before.target_low, "high_was": before.target_high,
        }  # fmt: skip
    if bool(before.bonus) != bool(after.bonus) and after.bonus:
        yield _("All bonuses together add %(most)d points at most.") % {"most": MOST_BONUS}


def _of_times(before: Scorecard, after: Scorecard) -> Iterator[str]:
    for channel in Channel:
        was, now = before.targets(channel), after.targets(channel)
        words = {"where": channel.label}
        if was.wait_seconds != now.wait_seconds:
            told = _("%(where)s, a wait of up to %(now)s minutes is as quick as people hope for, instead of %(was)s.")
            yield told % {**words, "now": minutes(now.wait_seconds), "was": minutes(was.wait_seconds)}
        if was.handling_seconds != now.handling_seconds:
            told = _(
                "%(where)s, up to %(now)s minutes until it is done are as quick as people hope for, instead of %(was)s."
            )
            yield told % {**words, "now": minutes(now.handling_seconds), "was": minutes(was.handling_seconds)}


def minutes(seconds: int) -> str:
    """90 as "1:30"."""
    return f"{seconds // 60}:{seconds % 60:02d}"
