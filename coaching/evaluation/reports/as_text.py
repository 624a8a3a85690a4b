"""A table for a terminal, in percent."""

from collections.abc import Iterator

from coaching.engine.assess import ENGINE_VERSION
from coaching.evaluation.bars import Reached
from coaching.evaluation.results import ALL, Figures, Results

_COLUMNS = (
    ("label", 20), ("n", 6), ("yes", 6), ("macro-F1", 10), ("95 %", 14), ("precision", 11), ("recall", 8), ("F1", 7),
    ("accuracy", 10), ("majority", 10), ("token-F1", 10),
)  # fmt: skip


def as_text(results: Results, bars: list[Reached]) -> str:
    """Everything that one run found, to be read."""
    blocks = [_heading(results), *_tables(results), *_summary(results, bars)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def percent(value: float | None) -> str:
    """A share as a percentage with one digit, without its sign."""
    return "–" if value is None else f"{100 * value:.1f}"


def _heading(results: Results) -> list[str]:
    part = "" if results.part == ALL else f", the {results.part} part"
    return [
        f"Engine {ENGINE_VERSION}, {results.engine}{part}. Figures in percent; “majority” always says what is more frequent."
    ]


def _tables(results: Results) -> Iterator[list[str]]:
    for name, labels in results.figures.items():
        table = [name, _row(*(title for title, _ in _COLUMNS))]
        for label, figures in labels.items():
            table.append(_row(label, *_cells(figures)))
        yield table
        for label, errors in results.errors.get(name, {}).items():
            if errors:
                yield [f"{name}, worst errors of {label}:"] + [
                    f"  line {error.line}, {'missed' if error.is_missed else 'found'}: {error.text}" for error in errors
                ]


def _cells(figures: Figures) -> Iterator[str]:
    counts = figures.counts
    interval = "–".join(percent(end) for end in figures.interval) if figures.interval else ""
    yield from (str(counts.n), str(counts.positives), percent(counts.macro_f1), interval)
    shares = (counts.precision, counts.recall, counts.f1, counts.accuracy, counts.of_majority().macro_f1)
    yield from (percent(share) for share in shares)
    yield "" if figures.token_f1 is None else percent(figures.token_f1)


def _row(first: str, *others: str) -> str:
    widths = [width for _, width in _COLUMNS]
    cells = (f"{cell:>{width}}" for cell, width in zip(others, widths[1:], strict=True))
    return f"  {first:<{widths[0]}}{''.join(cells)}".rstrip()


def _summary(results: Results, bars: list[Reached]) -> Iterator[list[str]]:
    yield [f"Mean macro-F1, {name}: {percent(mean)}" for name, mean in results.means.items() if mean is not None]
    yield [_alphas(name, alphas) for name, alphas in results.agreement.items() if alphas]
    yield [f"Not measured in {name}: {', '.join(labels)}." for name, labels in results.unmeasured.items() if labels]
    yield [f"Nothing to measure in {name}: it has no labels." for name in results.data.unlabelled]
    yield [_bar(each) for each in bars]
    yield [_unproven(results), f"{results.texts_per_second:,.0f} texts a second, {results.texts:,} in all."]
    yield [f"{digest[:16]}  {name}" for name, digest in results.data.hashes.items()]


def _alphas(name: str, alphas: dict[str, float | None]) -> str:
    told = ", ".join(f"{label} {'–' if alpha is None else f'{alpha:.2f}'}" for label, alpha in alphas.items())
    return f"Krippendorff's alpha of the labellers of {name}: {told}."


def _bar(reached: Reached) -> str:
    word = "holds" if reached.is_held else "is under"
    return f"{reached.measured} {word} its bar: {percent(reached.value)}, asked for {percent(reached.bar.least)}."


def _unproven(results: Results) -> str:
    unproven = sum(figures.unproven for labels in results.figures.values() for figures in labels.values())
    return f"Found without words that show it: {unproven}."
