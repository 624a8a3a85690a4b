"""What reads a greeting's words: states, and arcs that lead from one to later ones.

No arc leads back, since nothing in a guideline can be repeated. So a greeting is read by all of its places at once:
each state holds a whole number whose bits are the places it has been reached at, and one step of all threads is a
shift and an "and". Sixty places cost what one costs, and nothing is ever tried twice.

Out come the shortest runs of words, those that hold no other run. Words that follow never change them.
"""

from collections.abc import Callable

from coaching.engine.guidelines.labels import NOTHING

Arc = tuple[int, str]  # to which state, reading what: see `labels`
Arcs = tuple[tuple[Arc, ...], ...]  # of each state; the first opens, the last is where all lead
Run = tuple[int, int]  # the first word, and the one after the last


class Builder:
    """Builds arcs, state by state."""

    def __init__(self) -> None:
        self._arcs: list[list[Arc]] = [[]]

    def lead(self, state: int, label: str) -> int:
        """A new state, reached from this one by what the label says."""
        self._arcs.append([])
        self.arc(state, len(self._arcs) - 1, label)
        return len(self._arcs) - 1

    def join(self, states: list[int]) -> int:
        """A new state, reached from each of these by nothing."""
        joint = self.lead(states[0], NOTHING)
        for state in states[1:]:
            self.arc(state, joint, NOTHING)
        return joint

    def arc(self, state: int, later: int, label: str) -> None:
        self._arcs[state].append((later, label))

    def arcs(self) -> Arcs:
        return tuple(tuple(arcs) for arcs in self._arcs)


def shortest_runs(arcs: Arcs, places_of: Callable[[str], int], anywhere: int) -> tuple[list[Run], int]:
    """The runs of words that lead from the first state to the last and hold no shorter one.

    Args:
        places_of: the places of the words that a label reads, as bits.
        anywhere: all places, as bits.

    Also tells how many arcs were walked. Threads are told apart by their length, so that each knows where it began:
    bit 7 of a state after three words is a thread that began at word 4.
    """
    runs: list[Run] = []
    live, length, held, walked = [anywhere, *[0] * (len(arcs) - 1)], 0, 0, 0
    while any(live):
        later = [0] * len(arcs)
        for state, leading in enumerate(arcs):
            if live[state]:
                walked += len(leading)
                for target, label in leading:
                    if label == NOTHING:
                        live[target] |= live[state]
                    else:
                        later[target] |= (live[state] & places_of(label)) << 1
        if found := live[-1]:
            runs += [(after - length, after) for after in _bits(found)]
        # A longer thread around a run that was found has it inside, wherever it ends.
        held |= found
        held |= held << 1
        live = [places & ~held for places in later]
        length += 1
    return sorted(runs), walked


def _bits(places: int) -> list[int]:
    return [at for at, bit in enumerate(reversed(f"{places:b}")) if bit == "1"]
