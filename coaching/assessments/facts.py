"""From a stored encounter to what the engine is told about it."""

from datetime import datetime

from coaching.assessments.background import Background
from coaching.engine.facts import EncounterFacts, SpeedTargets
from coaching.guidelines.rules import GreetingRules
from interactions.models import Encounter


def facts_of(
    encounter: Encounter, background: Background, *, now: datetime, rules: GreetingRules, targets: SpeedTargets
) -> EncounterFacts:
    """Everything the engine may know about `encounter`: its own answers and what they are compared with."""
    return EncounterFacts(
        channel=encounter.channel,
        now=now,
        is_first_contact=encounter.repeat_of_id is None,
        came_back=background.came_back,
        greeting=encounter.greeting,
        empathy=encounter.empathy,
        resolution=encounter.resolution,
        closing=encounter.closing,
        personal_touches=frozenset(encounter.personal_touches),
        customer_name=encounter.customer_name,
        customer_reference=encounter.customer_reference,
        feeling_before=encounter.feeling_before,
        feeling_after=encounter.feeling_after,
        left_better=encounter.left_better,
        state_before=encounter.state_before,
        reset_taken=encounter.reset_taken,
        wait_seconds=encounter.wait_seconds,
        handling_seconds=encounter.handling_seconds,
        outcome=encounter.outcome,
        passed_to=encounter.passed_to,
        concession=encounter.concession,
        concession_reason=encounter.concession_reason,
        confirmed=frozenset(encounter.confirmed),
        promises=background.promises,
        previous_greetings=background.previous_greetings,
        team_greetings=background.team_greetings,
        guidelines=rules.guidelines,
        scripts=rules.scripts,
        situation_history=background.situation_history,
        targets=targets,
    )
