"""What share of greetings is flagged as scripted, and how that would change with other numbers.

    DATABASE_URL=sqlite:///var/demo.sqlite3 DEMO=1 python -m tests.benchmarks.scripted_greetings
    python -m tests.benchmarks.scripted_greetings FILE.jsonl ...

The first reads what is stored. The second reads conversations as `import_conversations` does, in the order of the file, each
as if a colleague of its own had it: the harshest reading, because nobody's greeting is then their own habit.
"""

import os
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from coaching.engine.facts import TeamGreeting
from coaching.engine.likeness import COLLEAGUES, TEAM_LATEST, who_said
from interactions.importing.conversation import Conversation
from interactions.importing.phases import phases_of
from interactions.importing.reading import read_conversations

TIMES = (3, 5, 10, 15, 20)
FEWEST = (1, 3, 4, 6, 8)

Said = tuple[object, TeamGreeting]  # the team, and what somebody in it said


def main(files: list[str]) -> None:
    if files:
        for file in files:
            _tell(file, list(_of_file(Path(file))))
    else:
        _prepare()
        _tell_reasons()
        _tell("The database", list(_of_database()))


def _prepare() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "microconnect.settings")
    import django

    django.setup()


def _of_file(path: Path) -> Iterator[Said]:
    with path.open("rb") as opened:
        for number, read in enumerate(read_conversations(opened)):
            greeting = "\n".join(phases_of(read).greeting) if isinstance(read, Conversation) else ""
            if greeting and isinstance(read, Conversation):
                yield path, TeamGreeting(number, greeting, read.customer_name)


def _of_database() -> Iterator[Said]:
    from interactions.models import Encounter

    spoken = Encounter.objects.exclude(greeting="").order_by("occurred_at", "pk")
    for team, person, text, name in spoken.values_list("team", "person", "greeting", "customer_name"):
        yield team, TeamGreeting(person, text, name)


def _tell_reasons() -> None:
    """How often each reason was given, as the engine judged when the encounters were last assessed."""
    from coaching.assessments.models import Assessment

    findings = Assessment.objects.exclude(encounter__greeting="").values_list("findings", flat=True)
    reasons = Counter(
        (finding["score"], finding["reason"])
        for stored in findings
        for finding in stored
        if finding["practice"] == "personal_greeting"
    )
    for (score, reason), count in reasons.most_common():
        print(f"{count:6} {count / reasons.total():6.1%}  {score}  {reason}")


def _tell(name: str, said: list[Said]) -> None:
    """A table: greetings of at least so many words that colleagues said at least so many times."""
    print(f"\n{name}: {len(said):,} greetings, said by {COLLEAGUES} or more of the team before")
    print("words  " + "".join(f"{f'{times} times':>10}" for times in TIMES))
    flagged = list(_flagged(said))
    for fewest in FEWEST:
        counts = (sum(words >= fewest and alike >= times for words, alike in flagged) for times in TIMES)
        print(f"{fewest:>5}  " + "".join(f"{count / max(len(said), 1):>10.1%}" for count in counts))


def _flagged(said: Iterable[Said]) -> Iterator[tuple[int, int]]:
    """(words, how many of the colleagues' greetings were nearly the same) of each that three colleagues said before."""
    latest: dict[object, deque[TeamGreeting]] = {}
    for team, greeting in said:
        earlier = latest.setdefault(team, deque(maxlen=TEAM_LATEST))
        others = [before for before in reversed(earlier) if before.said_by != greeting.said_by]
        alike = who_said(greeting.text, others, greeting.name)
        if len(set(alike)) >= COLLEAGUES:
            yield len(greeting.text.split()), len(alike)
        earlier.append(greeting)


if __name__ == "__main__":
    main(sys.argv[1:])
