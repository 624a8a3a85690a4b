"""`docs/accuracy.md`: how well each practice reads people, where it fails, and what nobody could measure."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from coaching.engine.assess import ENGINE_VERSION
from coaching.engine.practice import Practice
from coaching.engine.practices import PRACTICES
from coaching.engine.signals.registry import SIGNALS, labels_of
from coaching.evaluation.explanations import READ_FROM_ANSWERS, WHERE_IT_FAILS
from coaching.evaluation.reports.as_text import percent
from coaching.evaluation.reports.examples import examples
from coaching.evaluation.reports.markdown import table
from coaching.evaluation.reports.weights import second_opinions
from coaching.evaluation.results import Figures, Results, of_part
from coaching.evaluation.rows import TUNED, UNTOUCHED
from coaching.evaluation.sources import source_of

_INTRODUCTION = """\
# How well the engine reads

*Written by `manage.py evaluate_practices DATA --write docs/accuracy.md`; change the engine or
`coaching/evaluation/explanations.py`, not this page. Engine version {version}{engine}.*

Practices are built from signals: small detectors, each for one thing people say. Here every signal is put to text
that others wrote and labelled. The figures are percentages:

- **macro-F1** is the mean of how well "yes" and "no" are found. In brackets, where it would lie in 95 of 100 samples
  like this one ({resamples} resamples of whole conversations). Where nothing was wrong it has no width; with few "yes"
  that says little.
- **precision**: of what was found, how much is right. **recall**: of what is there, how much was found.
- **always no** is the macro-F1 of somebody who always gives the more frequent answer.
- **words**: F1 over the words that decided against those that people marked, where they marked any.
- **tuned** and **untouched**: conversations are split by a hash of their name, two thirds to one, our own turns half
  and half. Rules were tuned while reading the errors of one part ({tuned}) and only counted on the other. The gap says
  how far they were fitted to what was read. The other part was counted again and again meanwhile, so it flatters a
  little too.

Whatever is found is found in words: {unproven} of {found} findings had none to show."""

# What was asked of the rules alone: the mean, or slice and label, and the least macro-F1; "words" asks for token-F1.
_BARS = (
    ("service", 0.93), ("epitome", 0.78), ("annomi:exploration", 0.92), ("empathetic_intents:exploration", 0.97),
    ("empathetic_intents:emotional_reaction", 0.82), ("twcs_agent:apology", 0.98),
    ("twcs_agent:ownership_handoff", 0.93), ("swda_social:greeting", 0.93), ("swda_social:apology", 0.97),
    ("epitome:emotional_reaction words", 0.65),
)  # fmt: skip


def as_document(
    results: Results,
    combined: Results | None = None,
    otherwise: Mapping[str, Results] = MappingProxyType({}),
    *,
    resamples: int,
) -> str:
    """The whole document. `combined` is the same data read with second opinions, `otherwise` typed another way."""
    others = {part: of_part(results, part) for part in (TUNED, UNTOUCHED)}
    if combined:
        others["with weights"] = combined
    blocks = [
        _introduction(results, combined, resamples),
        *_bars(results, others),
        *(block for practice in PRACTICES for block in _practice(practice, results, others)),
        *_typed_otherwise(results, otherwise),
        *(second_opinions() if combined else ()),
        *_unmeasured(results),
        *_agreement(results),
        *_data(results),
    ]
    return "\n\n".join(blocks) + "\n"


def _introduction(results: Results, combined: Results | None, resamples: int) -> str:
    figures = [each for labels in results.figures.values() for each in labels.values()]
    return _INTRODUCTION.format(
        version=ENGINE_VERSION,
        engine=", rules alone and with weights" if combined else f", {results.engine} alone",
        resamples=f"{resamples:,}",
        tuned=TUNED,
        unproven=sum(each.unproven for each in figures),
        found=f"{sum(each.counts.found + each.counts.wrong for each in figures):,}",
    )


def _bars(results: Results, others: dict[str, Results]) -> Iterator[str]:
    rows = [
        [name, percent(least), *(percent(_value(name, each)) for each in (results, *others.values()))]
        for name, least in _BARS
        if _value(name, results) is not None
    ]
    if rows:
        yield "## What was asked of it"
        yield table(["of", "asked", "all", *others], rows)
        yield (
            "`service` is the mean over greeting, apology, gratitude, ownership_any, hold_notice, offer_help and closing in"
            " phone calls (bt_oasis_turns) and confirm_done and anything_else (sgd); `epitome` over its three labels."
            " With weights 95 and 84 were asked of these two."
        )


def _value(name: str, results: Results) -> float | None:
    """A mean, or the figure of "slice:label", or of "slice:label words"."""
    if name in results.means:
        return results.means[name]
    place, _, kind = name.partition(" ")
    slice_name, _, label = place.partition(":")
    figures = results.figures.get(slice_name, {}).get(label)
    if figures is None:
        return None
    return figures.token_f1 if kind else figures.counts.macro_f1


def _practice(practice: Practice, results: Results, others: dict[str, Results]) -> Iterator[str]:
    if practice.key in READ_FROM_ANSWERS:
        return
    yield f"## {practice.name}\n\n`{practice.key}`"
    labels = [label for label in labels_of(practice.key) if any(label in found for found in results.figures.values())]
    own = [label for label in labels if SIGNALS[label].practices[0] == practice.key]
    rows = [row for label in own for row in _rows(label, results, others)]
    yield table(_titles(others), rows) if rows else "No labelled text measures it yet."
    yield from _elsewhere([label for label in labels if label not in own])
    yield f"**Where it fails.** {WHERE_IT_FAILS[practice.key]}"
    yield from examples(own, results)


def _titles(others: dict[str, Results]) -> list[str]:
    return ["signal", "in", "texts", "yes", "macro-F1", "precision", "recall", "always no", *others, "words"]


def _rows(label: str, results: Results, others: dict[str, Results]) -> Iterator[list[str]]:
    for name, labels in results.figures.items():
        if label in labels:
            compared = (percent(_value(f"{name}:{label}", each)) for each in others.values())
            yield [label, name, *_cells(labels[label]), *compared, _words(labels[label])]


def _cells(figures: Figures) -> list[str]:
    counts = figures.counts
    interval = f" ({'–'.join(map(percent, figures.interval))})" if figures.interval else ""
    shares = (counts.precision, counts.recall, counts.of_majority().macro_f1)
    return [f"{counts.n:,}", f"{counts.positives:,}", percent(counts.macro_f1) + interval, *map(percent, shares)]


def _words(figures: Figures) -> str:
    return "" if figures.token_f1 is None else percent(figures.token_f1)


def _elsewhere(labels: list[str]) -> Iterator[str]:
    if labels:
        named = {practice.key: practice.name for practice in PRACTICES}
        told = (f"`{label}` (under *{named[SIGNALS[label].practices[0]]}*)" for label in labels)
        yield f"It also uses {', '.join(told)}."


def _typed_otherwise(results: Results, otherwise: Mapping[str, Results]) -> Iterator[str]:
    """What becomes of the means when the same words are typed another way."""
    known = [name for name, value in results.means.items() if value is not None]
    if otherwise and known:
        told = {"as it was": results, **otherwise}
        yield "## The same words, typed another way"
        yield table(
            ["typed", *known], [[way, *(percent(each.means[name]) for name in known)] for way, each in told.items()]
        )


def _unmeasured(results: Results) -> Iterator[str]:
    names = {practice.key: practice.name for practice in PRACTICES}
    yield "## What is not measured"
    yield (
        f"Read from answers and times, with no words to misread: {', '.join(names[key] for key in READ_FROM_ANSWERS)}."
    )
    lines = [f"- {name}: {', '.join(labels)}" for name, labels in results.unmeasured.items() if labels]
    lines += [f"- {name}: no labels at all" for name in results.data.unlabelled]
    if lines:
        yield "\n".join(["Labelled, but nothing in the engine reads it:", "", *lines])


def _agreement(results: Results) -> Iterator[str]:
    rows = [
        [label, name, "–" if alpha is None else f"{alpha:.2f}"]
        for name, alphas in results.agreement.items()
        for label, alpha in alphas.items()
    ]
    if rows:
        yield "## How far the labels can be trusted"
        yield (
            "These turns were labelled twice, from docs/labelling.md alone, without sight of the other's answers or of the"
            " engine. Both readers were language models, so the agreement is an upper bound of what people would reach."
            " Krippendorff's alpha is 1 where they always agree and 0 where they agree no more than chance would."
        )
        yield table(["label", "in", "alpha"], rows)


def _data(results: Results) -> Iterator[str]:
    rows = []
    for file, digest in results.data.hashes.items():
        source = source_of(Path(file).stem)
        rows.append([file, source.credit, source.licence, f"`{digest[:16]}`"])
    yield "## The text"
    yield table(["file", "from", "licence", "sha256 begins"], rows)
    yield "Sentences are quoted above only from sets whose licence is open, and from our own."
