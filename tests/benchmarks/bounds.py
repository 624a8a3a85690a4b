"""Processor time of holding a greeting against guidelines: more and more of them, and longer and longer greetings.

    python -m tests.benchmarks.bounds

Guidelines are cut from the labelled turns in tests/data, two to five words of one each, with a quarter of them near-phrases
and a quarter patterns; greetings are other turns. So they share the words that people do use, and some are met.
The last table is the worst that we know of: one word again and again, in the greeting and in fifty guidelines.
"""

import json
import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from coaching.engine.guidelines import Bounds, Guideline, words_of

TURNS = Path(__file__).parents[1] / "data" / "service_practices.jsonl"
NUMBERS = (10, 1_000, 10_000)
LENGTHS = (100, 1_000, 4_000)
MATCHES = ("phrase", "words", "near", "pattern")
GREETINGS = 100
FIFTY = 50
LONGEST_PHRASE = 120


def main() -> None:
    rng = random.Random(1)
    turns = [json.loads(line)["text"] for line in TURNS.read_text().splitlines()]
    rng.shuffle(turns)
    greetings, sources = turns[:GREETINGS], [turn for turn in turns[GREETINGS:] if len(words_of(turn)) > 5]
    print(f"{'guidelines':<12}{'compiled':>12}{'a greeting':>12}{'slowest':>12}{'met':>8}")
    for number in NUMBERS:
        guidelines = [_guideline(nth, rng.choice(sources), rng) for nth in range(number)]
        _tell_number(guidelines, greetings)
    for match in MATCHES:
        print(f"\n{f'characters, {match}':<24}{'a greeting':>12}{'one word':>12}")
        for length in LENGTHS:
            _tell_length(match, length, " ".join(turns), sources, rng)


def _tell_number(guidelines: list[Guideline], greetings: list[str]) -> None:
    compiling = _milliseconds(lambda: Bounds(guidelines))
    bounds = Bounds(guidelines)
    times = [min(_milliseconds(partial(bounds.verdict, text)) for _ in range(3)) for text in greetings]
    met = sum(len(bounds.check(text)) for text in greetings) / len(greetings)
    print(f"{len(guidelines):<12}{compiling:9.1f} ms{statistics.median(times):9.2f} ms{max(times):9.2f} ms{met:8.1f}")


def _tell_length(match: str, length: int, text: str, sources: list[str], rng: random.Random) -> None:
    usual = Bounds(_guideline(nth, rng.choice(sources), rng, match) for nth in range(FIFTY))
    worst = Bounds(
        Guideline(str(nth), "out", "never", match, ("a " * (LONGEST_PHRASE // 2 - nth % 10),)) for nth in range(FIFTY)
    )
    one_word = ("a " * length)[:length]
    times = [_milliseconds(lambda: usual.check(text[:length])), _milliseconds(lambda: worst.check(one_word))]
    print(f"{length:<24}{times[0]:9.2f} ms{times[1]:9.2f} ms")


def _guideline(nth: int, source: str, rng: random.Random, match: str = "") -> Guideline:
    words = words_of(source)
    first = rng.randrange(len(words) - 1)
    cut = list(words[first : first + rng.randint(2, 5)])
    match = match or rng.choice(MATCHES)
    if match == "pattern":
        cut[-1] = rng.choice(["... {}", "({}|{}s)", "{}?", "* {}", "really? {}"]).format(*[cut[-1]] * 2)
    return Guideline(str(nth), "out", rng.choice(["avoid", "never"]), match, (" ".join(cut),))


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1_000


if __name__ == "__main__":
    main()
