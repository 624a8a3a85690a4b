"""Rounds of requests, with what each cost the application and the database."""

import itertools

from tests.benchmarks.pages import cpu
from tests.benchmarks.pages.lines import EXPECTED, Line, Wanted
from tests.benchmarks.pages.serving import THREADS, WORKERS, Answer, Served, session_of

WARM_UP = 2 * WORKERS * THREADS  # each thread has a connection of its own
LONG = 0.5  # seconds: what takes so long is asked once a round


class Measuring:
    """A served application and the PostgreSQL below it (`postmaster` is its process; SQLite is within the application)."""

    def __init__(self, served: Served, postmaster: int | None) -> None:
        self.served, self.postmaster = served, postmaster
        self._sessions: dict[str, str] = {}
        self._turns: dict[str, itertools.cycle] = {}

    def lines(self, wanted: list[Wanted], *, rounds: int, a_round: int) -> list[Line]:
        """Measure all of them, round after round."""
        lines = [Line(one) for one in wanted]
        for line in lines:
            self._warm_up(line, a_round)
        for _round in range(rounds):
            for line in lines:
                if line.status in EXPECTED:
                    self._measure(line)
        return lines

    def _warm_up(self, line: Line, a_round: int) -> None:
        for _time in range(WARM_UP):
            answer = self._ask(line.wanted)
            line.status = answer.status
            is_long = answer.seconds > LONG
            line.a_round = 1 if is_long else a_round
            if is_long or answer.status not in EXPECTED:
                break

    def _measure(self, line: Line) -> None:
        asked = [self._question(line.wanted) for _time in range(line.a_round)]
        application, database = self._spent()
        waited = 0.0
        for question in asked:
            answer = self.served.ask(*question)
            waited += answer.seconds
            if answer.status != line.status:
                raise RuntimeError(f"{line.wanted.name}: {answer.status} instead of {line.status}")
        now_application, now_database = self._spent()
        line.application.append((now_application - application) / line.a_round * 1000)
        line.database.append((now_database - database) / line.a_round * 1000)
        line.waited.append(waited / line.a_round * 1000)

    def _spent(self) -> tuple[float, float]:
        database = cpu.seconds_of_family(self.postmaster) if self.postmaster else 0.0
        return cpu.seconds_of_family(self.served.pid), database

    def _ask(self, wanted: Wanted) -> Answer:
        return self.served.ask(*self._question(wanted))

    def _question(self, wanted: Wanted) -> tuple[str, str, dict[str, str] | None]:
        """Whatever asks the database itself is done here, before anything is measured."""
        people = wanted.who if isinstance(wanted.who, tuple) else (wanted.who,)
        turn = self._turns.setdefault(wanted.name, itertools.cycle(people))
        return wanted.address, self.session(next(turn)), wanted.form() if wanted.form else None

    def session(self, email: str) -> str:
        if email not in self._sessions:
            self._sessions[email] = session_of(email)
        return self._sessions[email]
