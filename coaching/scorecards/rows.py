"""The practices phase by phase, with what each counts: to be read, and as fields to be changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from coaching.catalogue.cards import ChannelWeight, named_phases, weights_elsewhere
from coaching.engine.practice import Practice
from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import Scorecard
from coaching.scorecards.forms import ScorecardForm
from interactions.models import Channel


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One practice as it counts. `share` says it in words, `width` draws it: its weight in percent of the heaviest.
    `elsewhere` are channels that differ."""

    key: str
    name: str
    weight: int
    share: str
    width: int
    is_critical: bool
    elsewhere: list[ChannelWeight]


@dataclass(frozen=True, slots=True)
class EditRow:
    """One practice's fields. `is_open` where there is more than a weight to see, or something to mend."""

    key: str
    what: str
    share: str
    on: BoundField
    weight: BoundField
    critical: BoundField
    bonus: BoundField
    channels: list[tuple[str, BoundField]]
    is_open: bool
    summary: list[str]


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    about: str
    rows: list[Any]


@dataclass(frozen=True, slots=True)
class TimeFields:
    """A channel's targets: waiting, and until it is done."""

    channel: str
    fields: list[BoundField]


def read_groups(scorecard: Scorecard) -> list[Group]:
    """A scorecard to be read."""
    weights = {practice.key: scorecard.weight(practice.key) for practice in PRACTICES}
    shares = _Shares(weights, scorecard.bonus)
    heaviest = max(*weights.values(), 1)
    return _grouped({practice.key: _read_row(practice, scorecard, shares, heaviest) for practice in PRACTICES})


def edit_groups(form: ScorecardForm) -> list[Group]:
    """The same to be changed, as it was typed."""
    weights = {practice.key: _typed_weight(form, practice.key) for practice in PRACTICES}
    bonus = frozenset(practice.key for practice in PRACTICES if form[f"bonus_{practice.key}"].value())
    shares = _Shares(weights, bonus)
    return _grouped({practice.key: _edit_row(practice, form, shares) for practice in PRACTICES})


def time_fields(form: ScorecardForm) -> list[TimeFields]:
    return [TimeFields(str(each.label), [form[f"wait_{each}"], form[f"handling_{each}"]]) for each in Channel]


class _Shares:
    """What each practice counts of the whole, where all of them can answer."""

    def __init__(self, weights: Mapping[str, int], bonus: frozenset[str]) -> None:
        self._weights = weights
        self._bonus = bonus
        self._whole = sum(weight for key, weight in weights.items() if key not in bonus)

    def percent(self, key: str) -> int:
        weighed = 0 if key in self._bonus else self._weights[key]
        return (200 * weighed + self._whole) // (2 * self._whole) if self._whole else 0

    def said(self, key: str) -> str:
        weight = self._weights[key]
        if not weight:
            return _("does not count")
        if key in self._bonus:
            return _("adds up to %(n)s") % {"n": weight}
        return _("counts %(n)s %%") % {"n": self.percent(key)}


def _grouped(rows: Mapping[str, Any]) -> list[Group]:
    return [
        Group(name, about, [rows[practice.key] for practice in PRACTICES if practice.phase == phase])
        for phase, (name, about) in named_phases().items()
    ]


def _read_row(practice: Practice, scorecard: Scorecard, shares: _Shares, heaviest: int) -> ReadRow:
    key = practice.key
    return ReadRow(
        key=key,
        name=_(practice.name),
        weight=scorecard.weight(key),
        share=shares.said(key),
        width=100 * scorecard.weight(key) // heaviest,
        is_critical=key in scorecard.critical,
        elsewhere=weights_elsewhere(key, scorecard),
    )


def _edit_row(practice: Practice, form: ScorecardForm, shares: _Shares) -> EditRow:
    key = practice.key
    channels = [(str(channel.label), form[f"{channel}_{key}"]) for channel in Channel]
    critical, bonus = form[f"critical_{key}"], form[f"bonus_{key}"]
    summary = [said for said, field in ((_("critical"), critical), (_("bonus"), bonus)) if field.value()]
    summary += [_weight_in(where, field.value()) for where, field in channels if field.value() not in {None, ""}]
    return EditRow(
        key=key,
        what=_(practice.what),
        share=shares.said(key),
        on=form[f"on_{key}"],
        weight=form[f"weight_{key}"],
        critical=critical,
        bonus=bonus,
        channels=channels,
        is_open=any(field.errors for field in (critical, bonus, *(field for _where, field in channels))),
        summary=summary,
    )


def _weight_in(where: str, weight: object) -> str:
    return _("%(where)s %(weight)s") % {"where": where, "weight": weight}


def _typed_weight(form: ScorecardForm, key: str) -> int:
    """0 where it is off, or not a number yet."""
    typed = str(form[f"weight_{key}"].value() or "")
    return int(typed) if form[f"on_{key}"].value() and typed.isdecimal() and len(typed) <= len("100") else 0
