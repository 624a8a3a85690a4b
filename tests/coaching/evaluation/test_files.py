"""Labelled files: what is read of them, and how each thing that can be wrong is named."""

import json

import pytest

from coaching.evaluation.faults import DataFault
from coaching.evaluation.files import read_data
from coaching.evaluation.rows import TUNED, UNTOUCHED, part_of
from tests.coaching.evaluation.conftest import ROWS, row


def _faults(*paths, **options) -> tuple[str, ...]:
    with pytest.raises(DataFault) as caught:
        read_data(paths, **options)
    return caught.value.faults


def test_a_file_is_read_with_its_labels_and_its_hash(read):
    data = read(*ROWS)
    assert [each.name for each in data.slices] == ["talk"]
    assert data.slices[0].labels == ("greeting", "apology", "exploration", "reassurance")
    assert [each.id for each in data.slices[0].rows] == ["r1", "r2", "r3", "r4", "r5", "r6", "r7"]
    assert data.slices[0].rows[1].spans == {"apology": ((0, 5),)}
    assert len(data.hashes["talk.jsonl"]) == 64
    assert data.notes == []


def test_a_folder_gives_all_its_files_and_leaves_others_alone(write, tmp_path):
    write(*ROWS, name="one")
    write(ROWS[0], name="two")
    (tmp_path / "sealed.bin").write_bytes(b"\0\1")
    assert [each.name for each in read_data([tmp_path]).slices] == ["one", "two"]


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_do_no_harm(read):
    data = read(b"\xef\xbb\xbf" + json.dumps(ROWS[0]).encode() + b"\r", "", json.dumps(ROWS[1]) + "\r", " ")
    assert [each.line for each in data.slices[0].rows] == [1, 3]


def test_a_character_in_two_escapes_is_whole(read):
    assert read(json.dumps(row(1, "Hello 🙂"))).slices[0].rows[0].said[0].text == "Hello 🙂"


def test_an_encounter_is_read_as_its_agent_turns_each_after_what_the_customer_said(read):
    turns = [["agent", "Hi!"], ["customer", "It leaks.", "inform"], ["action", "looked"], ["agent", "Oh dear."]]
    said = read({"id": "e", "group": "e", "turns": turns, "gold": [], "customer_name": "Maria"}).slices[0].rows[0].said
    assert [(each.text, each.context, each.customer_name) for each in said] == [
        ("Hi!", "", "Maria"),
        ("Oh dear.", "It leaks.", "Maria"),
    ]


def test_labels_that_were_not_looked_for_are_known(read):
    rows = read(ROWS[0], row(2, "Hello", annotated=["greeting"])).slices[0].rows
    assert rows[0].annotated == {"greeting", "apology", "exploration", "reassurance"}
    assert rows[1].annotated == {"greeting"}


def test_a_file_without_labels_is_named_and_not_read(write):
    data = read_data([write("whatever", labels=[])])
    assert data.unlabelled == ["talk.jsonl"]
    assert data.slices == []


def test_a_group_belongs_to_one_part_whatever_file_it_is_in():
    groups = [f"call-{number}" for number in range(3_000)]
    untouched = sum(part_of(group) == UNTOUCHED for group in groups)
    assert 900 < untouched < 1_100
    assert {part_of("call-1") for _ in range(3)} == {part_of("call-1")}


def test_a_row_may_say_which_part_it_is_of(read):
    rows = read(row(1, "Hi", part="untouched"), row(2, "Hi", part="tuned")).slices[0].rows
    assert [each.part for each in rows] == [UNTOUCHED, TUNED]


def test_evidence_that_ran_past_a_trimmed_end_is_cut_there_and_named_with_its_line(read):
    data = read(ROWS[0], row(2, "Sorry!", "apology", spans={"apology": [[0, 8]]}))
    assert data.slices[0].rows[1].spans == {"apology": ((0, 6),)}
    assert [note.partition("talk.jsonl, ")[2] for note in data.notes] == [
        "line 2: marked evidence ran past the end of the text and was cut there."
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "r2", ', "not JSON"),
        ("[" * 100_000, "not JSON"),
        (b'{"id": "r2", "text": "caf\xe9"}', "byte 26 is not UTF-8"),
        ("[1, 2]", "not an object"),
        ("7", "not an object"),
        (json.dumps(row(2, "Half \ud83d")), "half a character"),
        ({"id": "r2", "group": "g", "gold": []}, "“text” is missing"),
        (row(2, "  "), "“text” is missing"),
        (row(2, 7), "“text” is missing"),
        (row(2, "Hi", id=2), "“id” is missing"),
        (row(2, "Hi", group=None), "“group” is missing"),
        (row(2, "Hi", context=["a"]), "“context” is no text"),
        (row(2, "Hi", gold="greeting"), "“gold” is missing, or no list"),
        (row(2, "Hi", gold=None), "“gold” is missing, or no list"),
        (row(2, "Hi", gold=[1]), "“gold” is missing, or no list"),
        (row(2, "Hi", "welcome", "zeal"), "“gold” has welcome, zeal, which SCHEMA.json does not list"),
        (row(2, "Hi", annotated=["zeal"]), "“annotated” has zeal"),
        (row(2, "Hi", spans=[[0, 1]]), "“spans” is no object"),
        (row(2, "Hi", spans={"zeal": [[0, 1]]}), "“spans” has zeal"),
        (row(2, "Hi", spans={"greeting": [0, 1]}), "no list of [start, end] pairs"),
        (row(2, "Hi", spans={"greeting": [[0, True]]}), "no list of [start, end] pairs"),
        (row(2, "Hi", spans={"greeting": [[0, 1.5]]}), "no list of [start, end] pairs"),
        (row(2, "Hi", spans={"greeting": [[-1, 2]]}), "[-1, 2] of “greeting” are outside its text of 2 characters"),
        (row(2, "Hi", spans={"greeting": [[1, 1]]}), "[1, 1] of “greeting” are outside"),
        (row(2, "Hi", spans={"greeting": [[2, 3]]}), "[2, 3] of “greeting” are outside"),
        (row(2, "Hi", spans={"greeting": [[0, 99]]}), "[0, 99] of “greeting” are outside"),
        ({"id": "e", "group": "e", "turns": "Hi", "gold": []}, "“turns” is a list"),
        ({"id": "e", "group": "e", "turns": [["agent"]], "gold": []}, "“turns” is a list"),
        ({"id": "e", "group": "e", "turns": [["agent", 7]], "gold": []}, "“turns” is a list"),
        ({"id": "e", "group": "e", "turns": [["agent", "Hi"]], "gold": [], "spans": {"greeting": [[0, 1]]}}, "outside"),
        (row(2, "Hi", labellers=["a"]), "“labellers” names two people"),
        (row(2, "Hi", labellers={"a": []}), "“labellers” names two people"),
        (row(2, "Hi", labellers={"a": [], "b": ["zeal"]}), "“b” has zeal"),
        (row(2, "Hi", part="mine"), "“part” is tuned or untouched"),
        (row(2, "Hi", id="r1"), "the id “r1” is that of line 1 already"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_file_number_and_reason(write, line, reason):
    path = write(ROWS[0], line)
    (fault,) = _faults(path)
    assert fault.startswith(f"{path}, line 2: ")
    assert reason in fault


def test_all_faults_of_all_files_are_told_at_once_but_not_hundreds(write):
    first, second = write("{", "[", name="one"), write(*["}"] * 40, name="two")
    faults = _faults(first, second)
    assert len(faults) == 21
    assert faults[0].startswith(f"{first}, line 1: ")
    assert faults[-1] == "… and 22 more."


@pytest.mark.parametrize("content", [[], ["", "  "]])
def test_an_empty_file_is_named(write, content):
    path = write(*content)
    assert _faults(path) == (f"{path} is empty.",)


def test_nothing_is_counted_twice(write, tmp_path):
    path = write(*ROWS)
    assert "is given twice" in _faults(path, path)[0]
    assert "is given twice" in _faults(path, tmp_path)[0]
    copy = write(*ROWS, name="copy")
    assert f"{copy} is given twice: talk.jsonl holds the same bytes" in _faults(path, copy)[0]
    other = tmp_path / "other" / "talk.jsonl"
    other.parent.mkdir()
    other.write_text(json.dumps(ROWS[0]))
    assert "another file of its name" in _faults(path, other)[0]


def test_a_folder_without_data_is_named(tmp_path):
    assert _faults(tmp_path) == (f"{tmp_path} holds no .jsonl file.",)


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert _faults(tmp_path / "x.jsonl") == (f"{tmp_path / 'x.jsonl'} can't be read: there is no such file or folder.",)


def test_a_folder_called_like_a_file_is_named(write, tmp_path):
    write(*ROWS)
    (tmp_path / "tale.jsonl").mkdir()
    assert "tale.jsonl" in _faults(tmp_path)[0]


def test_a_file_that_the_schema_does_not_name_is_told_what_to_do(write, tmp_path):
    write(*ROWS).rename(tmp_path / "chat.jsonl")
    (fault,) = _faults(tmp_path / "chat.jsonl")
    assert '"chat": {"practices": ["a_label"]}' in fault
    assert "--schema" in fault


def test_a_missing_schema_is_told_what_to_do(tmp_path):
    path = tmp_path / "talk.jsonl"
    path.write_text(json.dumps(ROWS[0]))
    assert "SCHEMA.json can't be read" in _faults(path)[0]
    assert "--schema" in _faults(path)[0]
    schema = tmp_path / "labels.json"
    schema.write_text('{"talk": {"practices": ["greeting"]}}')
    assert read_data([path], schema).slices[0].labels == ("greeting",)


@pytest.mark.parametrize("content", ["{", "[]", '{"talk": ["greeting"]}', '{"talk": {"practices": [1]}}', "\udce9"])
def test_a_broken_schema_is_named(write, tmp_path, content):
    path = write(*ROWS)
    (tmp_path / "SCHEMA.json").write_bytes(content.encode(errors="surrogateescape"))
    assert str(tmp_path / "SCHEMA.json") in _faults(path)[0]
