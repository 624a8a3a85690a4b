"""docs/accuracy.md: what it says, and that it is of this engine."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from coaching.engine.assess import ENGINE_VERSION
from coaching.engine.practices import BY_KEY, PRACTICES
from coaching.evaluation.detecting import Engine
from coaching.evaluation.explanations import READ_FROM_ANSWERS, WHERE_IT_FAILS
from coaching.evaluation.files import read_data
from coaching.evaluation.reports.document import as_document
from coaching.evaluation.reports.markdown import quoted
from coaching.evaluation.reports.weights import second_opinions
from coaching.evaluation.results import evaluate
from coaching.evaluation.sources import source_of
from tests.coaching.evaluation.conftest import ROWS, row

COMMITTED = Path(__file__).parents[3] / "docs" / "accuracy.md"
_WRONG = row(8, "We will *never* say hello on Sundays", "greeting", part="tuned")


def _document(data) -> str:
    return as_document(evaluate(data, engine=Engine.RULES, resamples=50), resamples=50)


def test_the_committed_document_is_of_this_engine():
    told = COMMITTED.read_text(encoding="utf-8")
    assert f"Engine version {ENGINE_VERSION}," in told, (
        "Run manage.py evaluate_practices DATA --write docs/accuracy.md."
    )


def test_the_committed_document_names_no_folder_of_anybody():
    assert not re.search(r"(?<![\w.])/\w+/\w+", COMMITTED.read_text(encoding="utf-8"))


def test_every_practice_is_explained_or_has_no_words_to_misread():
    assert not set(WHERE_IT_FAILS) & set(READ_FROM_ANSWERS)
    assert set(WHERE_IT_FAILS) | set(READ_FROM_ANSWERS) == set(BY_KEY)


def test_each_practice_has_its_figures_its_limits_and_nothing_is_dropped(read):
    told = _document(read(*ROWS))
    for practice in PRACTICES:
        assert practice.name in told
    assert "| greeting | talk | 7 | 3 | 100.0 (100.0–100.0) | 100.0 | 100.0 | 36.4 |" in told
    assert "- talk: reassurance" in told
    assert "## What was asked of it" not in told
    assert "It also uses `exploration` (under *Understand before solving*)." in told


def test_two_runs_write_the_same(read):
    data = read(*ROWS)
    assert _document(data) == _document(data)


def test_words_are_quoted_from_open_sets_only_and_from_the_tuned_part_only(read):
    hidden = row(9, "We will greet people on Mondays", "greeting", part="untouched")
    assert "say hello on Sundays" not in _document(read(_WRONG, name="epitome"))
    told = _document(read(_WRONG, hidden, row(10, "Nope", "greeting", part="tuned"), name="sgd"))
    assert (
        "- greeting: “We will \\*never\\* say **hello** on Sundays”" in told or "never\\* say hello on Sundays" in told
    )
    assert "on Mondays" not in told
    assert "Nope" not in told


def test_a_set_that_nobody_knows_is_not_open():
    assert not source_of("talk").is_open
    assert source_of("service_practices").is_open


def test_bars_agreement_and_second_opinions_are_told_where_there_are_any(read):
    labelled = {"labellers": {"a": ["exploration"], "b": []}}
    asked = row(9, "What happened?", "exploration", **labelled)
    data = read(*ROWS, asked, name="annomi", labels=["greeting", "apology", "exploration"])
    results = evaluate(data, engine=Engine.RULES)
    told = as_document(results, results, resamples=0)
    assert "| annomi:exploration | 92.0 | " in told
    assert "| with weights |" in told
    assert "nothing in the engine reads it" not in told
    assert "| exploration | annomi | 0.00 |" in told


def test_weights_are_told_with_what_they_are_worth_on_text_they_never_saw(tmp_path):
    assert list(second_opinions(tmp_path)) == []
    learnt = {"signal": "greeting", "learnt_from": [{"slice": "sgd"}], "texts": 3_617,
              "macro_f1": {"rule": 0.9, "combined": 0.95}}  # fmt: skip
    (tmp_path / "greeting.json").write_text(json.dumps(learnt))
    assert list(second_opinions(tmp_path))[-1].endswith("| greeting | sgd | 3,617 | 90.0 | 95.0 |")


def test_markdown_in_somebodys_words_stays_their_words():
    assert quoted("2 * 3 [[is_six]] <b>") == "2 \\* 3 **is\\_six** \\<b\\>"


def test_the_command_writes_the_document(write, tmp_path):
    target = tmp_path / "accuracy.md"
    call_command("evaluate_practices", str(write(*ROWS)), write=target, bootstrap=50)
    assert f"Engine version {ENGINE_VERSION}, rules alone and with weights." in target.read_text(encoding="utf-8")
    with pytest.raises(CommandError, match="can't be written"):
        call_command("evaluate_practices", str(tmp_path / "talk.jsonl"), write=tmp_path)


def test_a_signal_has_a_line_for_each_set_that_labels_it(write, tmp_path):
    write(*ROWS, name="one")
    write(row(1, "Sorry about that.", "apology"), name="two", labels=["apology"])
    told = _document(read_data([tmp_path]))
    assert "| apology | one | 7 |" in told
    assert "| apology | two | 1 |" in told
    assert "| greeting | two |" not in told
