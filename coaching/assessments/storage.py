"""Findings as JSON and back. A stored finding is small: absent keys have their defaults."""

from typing import Any

from coaching.engine.finding import Evidence, Finding


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """`{"practice": ..., "score": ..., "reason": ..., "evidence": [[field, start, end, text, ref], ...], "details": {...}}`."""
    stored: dict[str, Any] = {"practice": finding.practice, "score": finding.score, "reason": finding.reason}
    if finding.evidence:
        stored["evidence"] = [[mark.field, mark.start, mark.end, mark.text, mark.ref] for mark in finding.evidence]
    if finding.details:
        stored["details"] = dict(finding.details)
    return stored


def finding_from_json(stored: dict[str, Any]) -> Finding:
    """The finding that `finding_to_json` stored."""
    return Finding(
        practice=stored["practice"],
        score=stored["score"],
        reason=stored["reason"],
        evidence=tuple(
            Evidence(field, text, start, end, ref) for field, start, end, text, ref in stored.get("evidence", [])
        ),
        details=tuple(stored.get("details", {}).items()),
    )
