"""Second opinions are learnt from open text alone, the same every time, and know what the rule passed over."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from coaching.evaluation.files import Data
from coaching.evaluation.second_opinion import FOLDER
from coaching.evaluation.training import LEARNT_FROM, learn
from tests.coaching.evaluation.conftest import row

LABELS = sorted({"greeting", "closing", "confirm_done", "anything_else", "check_details", "gratitude"})


def shop_talk(times: int = 30) -> list[dict]:
    """Goodbyes in words no rule knows ("wheee it flies"), talk without any, and questions."""
    rows = []
    for number in range(times):
        rows += [
            row(f"{number}a", f"wheee it flies, number {number}", "closing"),
            row(f"{number}b", f"the lid of jar {number} is blue"),
            row(f"{number}c", f"which jar, {number} or another?"),
        ]
    return rows


def test_what_the_rule_passes_over_is_learnt_and_holds_for_groups_it_never_saw(read: Callable[..., Data]) -> None:
    learnt = learn(read(*shop_talk(), name="sgd", labels=LABELS).slices, "closing")

    assert learnt.rows == 90
    assert learnt.rule.recall == 0
    assert learnt.combined.macro_f1 == 1
    assert learnt.weights.terms["flies"] > 0 > learnt.weights.terms["jar"]


def test_what_cannot_be_learnt_is_not_claimed(read: Callable[..., Data]) -> None:
    """A word of its own in every text: other groups' weights can't know it."""
    rows = [row(n, f"zz{n} yy{n}", *(["closing"] if n % 2 else [])) for n in range(60)]

    learnt = learn(read(*rows, name="sgd", labels=LABELS).slices, "closing")

    assert learnt.weights.terms == {}
    assert learnt.combined == learnt.rule


def test_closed_text_is_refused(read: Callable[..., Data]) -> None:
    slices = read(*shop_talk(2), name="esconv", labels=LABELS).slices

    with pytest.raises(ValueError, match="open text alone, not from esconv"):
        learn(slices, "closing")


def test_the_command_writes_the_same_files_twice_with_where_they_come_from(write: Callable, tmp_path: Path) -> None:
    for name in sorted({name for names in LEARNT_FROM.values() for name in names}):
        write(*shop_talk(), {**row("x", f"only in {name}"), "group": name}, name=name, labels=LABELS)

    once, twice = tmp_path / "once", tmp_path / "twice"
    for into in (once, twice):
        call_command("train_second_opinions", tmp_path, into=into, stdout=StringIO())

    assert sorted(file.stem for file in once.iterdir()) == sorted(LEARNT_FROM)
    for file in once.iterdir():
        assert file.read_bytes() == (twice / file.name).read_bytes()
        assert [source["slice"] for source in json.loads(file.read_text())["learnt_from"]] == list(
            LEARNT_FROM[file.stem]
        )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"Nothing was learnt\.\n.*nowhere"):
        call_command("train_second_opinions", tmp_path / "nowhere", into=tmp_path / "into", stdout=StringIO())


@pytest.mark.parametrize("label", sorted(LEARNT_FROM))
def test_the_weights_that_ship_say_what_they_were_learnt_from_and_are_better_than_the_rule(label: str) -> None:
    kept = json.loads((FOLDER / f"{label}.json").read_text("utf-8"))

    assert [source["slice"] for source in kept["learnt_from"]] == list(LEARNT_FROM[label])
    assert all(source["licence"] and len(source["sha256"]) == 64 for source in kept["learnt_from"])
    assert kept["macro_f1"]["combined"] > kept["macro_f1"]["rule"]
