"""A scorecard as JSON and back, and flat for the audit trail."""

from types import MappingProxyType
from typing import Any

from coaching.engine.facts import SpeedTargets
from coaching.engine.scoring import Scorecard


def scorecard_from_json(rules: dict[str, Any]) -> Scorecard:
    """The scorecard that `scorecard_to_json` stored."""
    speed = {channel: SpeedTargets(**targets) for channel, targets in rules["speed_targets"].items()}
    return Scorecard(
        weights=MappingProxyType(rules["weights"]),
        bonus=frozenset(rules["bonus"]),
        critical=frozenset(rules["critical"]),
        critical_cap=rules["critical_cap"],
        minimum_judged=rules["minimum_judged"],
        target_low=rules["target_low"],
        target_high=rules["target_high"],
        speed_targets=MappingProxyType(speed),
        channels=MappingProxyType(
            {channel: MappingProxyType(own) for channel, own in rules.get("channels", {}).items()}
        ),
    )


def scorecard_to_json(scorecard: Scorecard) -> dict[str, Any]:
    """Plain JSON: lists sorted, so that equal scorecards are stored alike."""
    return {
        "weights": dict(scorecard.weights),
        "bonus": sorted(scorecard.bonus),
        "critical": sorted(scorecard.critical),
        "critical_cap": scorecard.critical_cap,
        "minimum_judged": scorecard.minimum_judged,
        "target_low": scorecard.target_low,
        "target_high": scorecard.target_high,
        "speed_targets": {
            channel: {"wait_seconds": targets.wait_seconds, "handling_seconds": targets.handling_seconds}
            for channel, targets in scorecard.speed_targets.items()
        },
        "channels": {channel: dict(own) for channel, own in scorecard.channels.items() if own},
    }


def flat(rules: dict[str, Any], above: str = "") -> dict[str, Any]:
    """Each value under the names that lead to it, as the audit trail shows it: `{"weights reset": 5, ...}`."""
    values: dict[str, Any] = {}
    for name, value in rules.items():
        if isinstance(value, dict):
            values |= flat(value, f"{above}{name} ")
        else:
            values[above + name] = value
    return values
