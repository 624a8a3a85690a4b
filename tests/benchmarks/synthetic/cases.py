"""Distinct encounters to draw from: said by the demo's grammar, scored by the engine, ordered from poor to good."""

import json
from dataclasses import dataclass
from datetime import datetime
from random import Random

from coaching.assessments.background import Background
from coaching.assessments.models import Assessment
from coaching.assessments.services import make_assessment
from coaching.demo.encounters import Draft, drafts
from coaching.engine.facts import PromiseFacts, SituationHistory
from coaching.guidelines.rules import Rules, rules_in_force
from coaching.scorecards.models import ScorecardVersion
from interactions.clocks import as_lived
from interactions.models import Encounter, Situation
from tests.benchmarks.synthetic.chain import Chain

LONGEST_FINDINGS = 1_000
_USUAL = SituationHistory(encounters=400, conceded=120)


@dataclass(frozen=True, slots=True)
class Case:
    """An encounter and its assessment, neither stored; what was promised, and within how many hours (0: nothing)."""

    encounter: Encounter
    assessment: Assessment
    promised: str
    hours: int

    @property
    def order(self) -> int:
        """Those without a score lie in the middle, where everybody has them."""
        score = self.assessment.score
        return 70 if score is None else score


def cases(chain: Chain, *, count: int, seed: int, now: datetime) -> list[Case]:
    """`count` cases, the poorest first."""
    rules, scorecard = rules_in_force(), ScorecardVersion.objects.current()
    named = {situation.slug: situation for situation in chain.situations}
    made = [
        _case(draft, chain, _situation(number, draft, named, chain), rules, scorecard, now)
        for number, draft in enumerate(drafts(Random(seed), count=count, now=now))
    ]
    return sorted(made, key=lambda case: case.order)


def _situation(number: int, draft: Draft, named: dict[str, Situation], chain: Chain) -> Situation | None:
    """That of the demo's ten, but two of each dozen are the two that the demo lacks."""
    if not draft.has_situation:
        return None
    return {3: chain.situations[-1], 9: chain.situations[-2]}.get(number % 12, named[draft.case.situation.slug])


def _case(
    draft: Draft,
    chain: Chain,
    situation: Situation | None,
    rules: Rules,
    scorecard: ScorecardVersion,
    now: datetime,
) -> Case:
    team = chain.teams[0]
    encounter = Encounter(
        person=chain.people[0],
        team=team,
        situation=situation,
        **as_lived(team.time_zone, draft.slot.at),
        **draft.values,
    )
    promise = draft.promise
    kept = (PromiseFacts(promise.due_at, promise.due_at),) if promise else ()
    background = Background(promises=kept, situation_history=_USUAL if encounter.concession else None)
    assessment = make_assessment(encounter, background, rules, scorecard, now=now)
    assessment.findings = _shortened(assessment.findings)
    hours = round((promise.due_at - draft.slot.at).total_seconds() / 3600) if promise else 0
    return Case(encounter, assessment, promise.what if promise else "", max(hours, 1) if promise else 0)


def _shortened(findings: list[dict]) -> list[dict]:
    """The judged ones, as many as fit; see the package's docstring."""
    kept: list[dict] = []
    for finding in findings:
        if finding["score"] is not None and len(json.dumps([*kept, finding])) <= LONGEST_FINDINGS:
            kept.append(finding)
    return kept
