"""`evaluate_practices` at the prompt."""

import csv
import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from coaching.engine.assess import ENGINE_VERSION
from coaching.evaluation.bars import UnknownBar, parse_bar
from coaching.evaluation.reports.as_csv import plain
from coaching.evaluation.results import MEANS
from tests.coaching.evaluation.conftest import ROWS, row


def _run(*arguments: object) -> str:
    out = StringIO()
    call_command("evaluate_practices", *map(str, arguments), stdout=out, stderr=StringIO())
    return out.getvalue()


def _refusal(*arguments: object) -> CommandError:
    with pytest.raises(CommandError) as caught:
        _run(*arguments)
    return caught.value


@pytest.fixture
def means(write, tmp_path):
    """Files for all the labels that the two means are made of, each with one row; "no" is never right, so 0.5 is most."""
    said = {
        "greeting": "Good morning", "apology": "I'm so sorry about that", "gratitude": "Thank you so much",
        "ownership_any": "I'll ring the depot", "hold_notice": "Bear with me", "offer_help": "Shall I ring them for you?",
        "closing": "Goodbye", "confirm_done": "I've booked your table", "anything_else": "Anything else?",
        "emotional_reaction": "I'm so sorry you are going through this", "exploration": "What happened to your bag?",
        "interpretation": "I know how you feel",
    }  # fmt: skip
    by_slice: dict[str, list[str]] = {}
    for name, label in (pair for parts in MEANS.values() for pair in parts):
        by_slice.setdefault(name, []).append(label)
    for name, labels in by_slice.items():
        texts = [{**row(number, said[label], label), "id": f"{name}{label}"} for number, label in enumerate(labels)]
        write(*({**text, "annotated": text["gold"]} for text in texts), name=name, labels=labels)
    return tmp_path


def test_the_text_says_what_was_measured_and_what_was_not(write):
    told = _run(write(*ROWS))
    assert f"Engine {ENGINE_VERSION}, rules." in told
    assert "  greeting                 7     3     100.0   100.0–100.0      100.0   100.0  100.0     100.0" in told
    assert "Not measured in talk: reassurance." in told
    assert "Found without words that show it: 0." in told
    assert "texts a second, 7 in all." in told
    assert "  talk.jsonl" in told


def test_json_keeps_everything(write):
    told = json.loads(_run(write(*ROWS), "--format=json", "--errors=3", "--bootstrap=50", "--fail-under=greeting=0.5"))
    apology = told["slices"]["talk"]["apology"]
    assert apology == {
        "n": 7, "positives": 3, "accuracy": 0.714286, "macro_f1": 0.708333, "macro_f1_interval": apology["macro_f1_interval"],
        "precision": 0.666667, "recall": 0.666667, "f1": 0.666667, "majority_accuracy": 0.571429,
        "majority_macro_f1": 0.363636, "token_f1": apology["token_f1"], "positives_without_span": 0,
        "found_rightly": 2, "found_wrongly": 1, "missed": 1, "passed_over": 3,
    }  # fmt: skip
    assert 0 < apology["token_f1"] <= 1
    assert apology["macro_f1_interval"][0] <= 0.708333 <= apology["macro_f1_interval"][1]
    assert told["means"] == {"service": None, "epitome": None}
    assert told["engine_version"] == ENGINE_VERSION
    assert (told["engine"], told["part"], told["texts"]) == ("rules", "all", 7)
    assert told["texts_per_second"] > 0
    assert told["not_measured"] == {"talk": ["reassurance"]}
    assert [bar["is_held"] for bar in told["bars"]] == [True]
    wrong, missed = told["errors"]["talk"]["apology"]
    assert (wrong["id"], wrong["line"], wrong["is_missed"], "[[" in wrong["text"]) == ("r7", 7, False, True)
    assert missed == {"id": "r5", "line": 5, "is_missed": True, "text": "We never open on Sundays."}
    assert len(told["data"]["talk.jsonl"]) == 64


def test_two_runs_say_the_same_but_for_their_speed(write):
    path = write(*ROWS)
    first, second = (json.loads(_run(path, "--format=json")) for _ in range(2))
    del first["texts_per_second"], second["texts_per_second"]
    assert first == second


def test_the_means_are_told_where_all_their_labels_are_there(means):
    told = json.loads(_run(means, "--format=json"))
    for name, parts in MEANS.items():
        measured = [told["slices"][slice_name][label]["macro_f1"] for slice_name, label in parts]
        assert told["means"][name] == pytest.approx(sum(measured) / len(measured), abs=1e-6)
    assert "epitome holds its bar" in _run(means, "--fail-under=epitome=0")
    assert "under its bar of 0.9." in str(_refusal(means, "--fail-under=service=0.9"))


def test_csv_has_a_line_for_each_label_and_mean(means):
    lines = list(csv.DictReader(StringIO(_run(means, "--format=csv"))))
    assert [line["label"] for line in lines if line["slice"] == "epitome"] == [label for _, label in MEANS["epitome"]]
    assert [line["label"] for line in lines if line["slice"] == "mean"] == ["service", "epitome"]
    assert lines[0]["n"] == "1"
    assert len(lines[0]["sha256"]) == 64


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "  ="])
def test_no_cell_is_a_formula(start):
    assert plain(f"{start}cmd") == f"'{start}cmd"
    assert plain("greeting") == "greeting"
    assert plain(-1) == -1


def test_a_slice_named_like_a_formula_is_only_a_name(write):
    told = _run(write(*ROWS, name="=1+1"), "--format=csv")
    assert "\n'=1+1,greeting," in told


@pytest.mark.parametrize(
    ("practice", "labels"),
    [("apology", ["apology"]), ("understanding", ["exploration"]), ("customers_shoes", ["apology"]), ("reset", None)],
)
def test_a_run_can_be_limited_to_a_practice_or_a_label(write, practice, labels):
    told = json.loads(_run(write(*ROWS), "--practice", practice, "--format=json"))
    assert told["slices"] == {} if labels is None else list(told["slices"]["talk"]) == labels
    assert told["not_measured"] == {}


def test_parts_can_be_measured_alone(write):
    path = write(*(row(number, "Hello", "greeting") for number in range(60)))
    counted = [
        json.loads(_run(path, "--part", part, "--format=json"))["slices"]["talk"]["greeting"]["n"]
        for part in ("tuned", "untouched", "all")
    ]
    assert counted[0] + counted[1] == counted[2] == 60


def test_errors_are_shown_with_their_evidence_marked(write):
    told = _run(write(*ROWS), "--errors", 2)
    assert re.search(r"talk, worst errors of apology:\n  line 7, found: .*\[\[.*sorry", told)
    assert "  line 5, missed: We never open on Sundays." in told
    assert "worst errors of greeting" not in told


def test_agreement_of_two_labellers_is_told(write):
    path = write(row(1, "Hi", "greeting", labellers={"ann": ["greeting"], "bob": ["greeting"]}), row(2, "No"),
                 row(3, "No", labellers={"ann": [], "bob": []}))  # fmt: skip
    assert "Krippendorff's alpha of the labellers of talk: greeting 1.00, apology –" in _run(path)
    assert json.loads(_run(path, "--format=json"))["agreement"]["talk"]["greeting"] == 1.0


def test_a_bar_that_holds_lets_the_run_pass_and_one_that_does_not_ends_it_with_1(write):
    path = write(*ROWS)
    assert "talk:greeting holds its bar: 100.0, asked for 100.0." in _run(path, "--fail-under=greeting=1")
    refusal = _refusal(path, "--fail-under=greeting=1", "--fail-under=talk:apology=0.9")
    assert refusal.returncode == 1
    assert str(refusal) == "talk:apology is 0.708, under its bar of 0.9."


@pytest.mark.parametrize("name", ["reassurance", "zeal", "chat:greeting", "service", "epitome"])
def test_a_bar_for_something_that_was_not_measured_is_an_error(write, name):
    refusal = _refusal(write(*ROWS), f"--fail-under={name}=0.1")
    assert refusal.returncode == 2
    assert name in str(refusal)


@pytest.mark.parametrize(
    "text", ["greeting", "greeting=", "greeting=92", "greeting=-0.1", "=0.9", "greeting=1.1", "a b=0.5"]
)
def test_a_bar_that_is_none_is_an_error(write, text):
    with pytest.raises(UnknownBar):
        parse_bar(text)
    assert "NAME=0.92" in str(_refusal(write(*ROWS), f"--fail-under={text}"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--practice=zeal"], "There is no practice or label “zeal”. Known: reset, personal_greeting"),
        (["--errors=-1"], "“-1” is no whole number"),
        (["--bootstrap=many"], "“many” is no whole number"),
        (["--bootstrap=1000000000000"], "is no whole number"),
        (["--format=csv", "--errors=1"], "--errors goes with"),
        (["--engine=guess"], "invalid choice"),
        (["--write=x.md", "--practice=apology"], "--write wants all"),
        (["--write=x.md", "--part=tuned"], "--write wants all"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused_before_anything_is_read(tmp_path, arguments, told):
    assert told in str(_refusal(tmp_path / "nothing.jsonl", *arguments))


def test_the_combined_engine_is_named_in_what_it_measured(write):
    assert json.loads(_run(write(*ROWS), "--engine=combined", "--format=json"))["engine"] == "combined"


def test_broken_data_is_named_and_nothing_is_measured(write):
    path = write(*ROWS, "{")
    refusal = _refusal(path)
    assert refusal.returncode == 2
    assert str(refusal).startswith(f"Nothing was measured.\n{path}, line 8: ")


def test_what_was_mended_is_told_aside(write, capsys):
    path = write(*ROWS, row(8, "Hello", "greeting", spans={"greeting": [[0, 6]]}))
    call_command("evaluate_practices", str(path), "--format=json", "--bootstrap=0")
    told = capsys.readouterr()
    assert json.loads(told.out)["slices"]["talk"]["greeting"]["macro_f1_interval"] is None
    assert "talk.jsonl, line 8: marked evidence ran past the end" in told.err


def test_a_file_without_labels_holds_nothing_to_measure(write):
    assert "Nothing to measure in talk.jsonl: it has no labels." in _run(write(*ROWS, labels=[]))
