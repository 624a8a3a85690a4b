"""`import_conversations` from the file to the summary. The conversations are our own."""

import json
import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from coaching.assessments.models import Assessment
from coaching.rollups.models import PersonWeek
from interactions.importing.storing import PERSON_EMAIL
from interactions.models import Encounter
from microconnect.audit.models import AuditEntry
from microconnect.people.models import Membership, Team, User

pytestmark = pytest.mark.django_db

CALL = {
    "id": "call-1",
    "gold": ["greeting"],
    "turns": [
        ["agent", "Good morning, Ada speaking.", "greeting"],
        ["customer", "My kettle leaks and my mother comes on Friday.", "inform"],
        ["agent", "Oh dear, with your mother on her way!", "exclaim"],
        ["agent", "I'll send you a new lid today.", "intend"],
        ["agent", "Enjoy your mother's visit, bye!", "bye"],
    ],
}
POST = {
    "id": "post-1",
    "brand": "Kettles",
    "turns": [
        ["customer", "@Kettles it leaks again, what now"],
        ["agent", "@42 Sorry about that! Have you tried a new lid?"],
    ],
}
CHAT = {
    "id": "chat-1",
    "flow": "leak",
    "customer_name": "maria vega",
    "turns": [
        ["customer", "my kettle leaks everywhere"],
        ["agent", "Hi Maria! Let me check that."],
        ["action", "Looked up."],
    ],
}
SILENT = {"id": "call-2", "turns": [["customer", "hello?", "greet"]]}


@pytest.fixture
def file(tmp_path):
    """`file(*rows)`: a file of these lines, text or objects, dated 1 October 2026."""

    def write(*rows):
        path = tmp_path / "talk.jsonl"
        path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
        os.utime(path, (1_790_812_800, 1_790_812_800))
        return path

    return write


def _run(path, *options: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_conversations", str(path), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_each_conversation_becomes_a_scored_encounter(file):
    out, err = _run(file(CALL, POST, CHAT))
    call, post, chat = Encounter.objects.order_by("pk")
    assert (call.channel, post.channel, chat.channel) == ("ear", "click", "click")
    assert call.greeting == "Good morning, Ada speaking."
    assert call.empathy == "Oh dear, with your mother on her way!"
    assert call.resolution == "I'll send you a new lid today."
    assert call.closing == "Enjoy your mother's visit, bye!"
    assert chat.customer_name == "Maria"
    assert Assessment.objects.count() == 3
    assert PersonWeek.objects.get(channel="ear", situation=None).encounters == 1
    assert "3 added, 0 already there, bad lines left out: 0." in out
    assert not err


def test_how_it_ended_is_not_recorded_and_not_judged(file):
    _run(file(CALL))
    encounter = Encounter.objects.get()
    assert not encounter.outcome
    assert "right_first_time" not in encounter.assessment.scores


def test_they_get_the_time_of_the_file_and_belong_to_somebody_who_cannot_sign_in(file):
    _run(file(CALL))
    encounter = Encounter.objects.select_related("person", "team").get()
    assert encounter.occurred_at.isoformat() == "2026-10-01T00:00:00+00:00"
    assert encounter.person.email == PERSON_EMAIL
    assert not encounter.person.is_active
    assert not encounter.person.has_usable_password()
    assert encounter.team.slug == "imported"


def test_a_file_from_the_future_happened_now(file, now):
    path = file(CALL)
    os.utime(path, (4_000_000_000, 4_000_000_000))
    _run(path)
    assert abs((Encounter.objects.get().occurred_at - now).total_seconds()) < 60


def test_a_second_run_adds_nothing_and_says_the_same(file):
    path = file(CALL, POST)
    first, _ = _run(path)
    second, _ = _run(path)
    assert Encounter.objects.count() == 2
    assert AuditEntry.objects.filter(action="conversations_imported").count() == 1
    assert Membership.objects.count() == User.objects.get_queryset().count() == 1
    assert second == first.replace("2 added, 0 already there", "0 added, 2 already there")


def test_a_dry_run_says_the_same_and_stores_nothing(file):
    path = file(CALL, POST, CHAT, "{")
    rehearsed, _ = _run(path, "--dry-run")
    assert not any(model.objects.exists() for model in (Encounter, Assessment, Team, AuditEntry))
    assert not User.objects.get_queryset().exists()
    assert rehearsed.replace("would be added", "added") == _run(path)[0]
    assert "0 would be added, 3 already there" in _run(path, "--dry-run")[0]


def test_bad_lines_are_told_with_their_number_and_the_rest_goes_in(file):
    out, err = _run(file("{", CALL, SILENT, CALL, '{"id": "x"}'))
    assert Encounter.objects.count() == 1
    assert err.splitlines() == [
        "Line 1 left out: it is not JSON (Expecting property name enclosed in double quotes, at character 2)",
        "Line 3 left out: the agent says nothing in it",
        "Line 4 left out: the id call-1 was in this file before",
        "Line 5 left out: it has no list of turns",
    ]
    assert "bad lines left out: 4." in out


def test_more_lines_than_a_batch_all_go_in(file):
    out, _ = _run(file(*({**POST, "id": f"post-{number}"} for number in range(450))))
    assert Encounter.objects.count() == Assessment.objects.count() == 450
    assert "450 added" in out


def test_a_text_too_long_is_counted(file):
    long = {**CALL, "turns": [*CALL["turns"][:2], *(["agent", "I'll say " + "x" * 3_000] for _ in range(3))]}
    for option in (["--dry-run"], []):
        assert "without their last turns: 1." in _run(file(long), *option)[0]


def test_the_table_counts_shown_partly_missed_and_not_judged(file):
    out, _ = _run(file(CALL, POST, CHAT))
    rows = {line[:36].strip(): line[36:].split() for line in out.splitlines()}
    judged, mean, shown, partly, missed, unjudged = rows["Stay inside the greeting guidelines"]
    assert (int(judged), int(shown) + int(partly) + int(missed), int(judged) + int(unjudged)) == (2, 2, 3)
    assert float(mean) == 100
    assert rows["Keep the promise"][:2] == ["0", "–"]


def test_a_team_of_ours_may_take_them(file, mill):
    _run(file(CALL), "--team", "mill-lane", "--channel", "face")
    encounter = Encounter.objects.get()
    assert (encounter.team, encounter.channel) == (mill, "face")
    assert not Team.objects.filter(slug="imported").exists()
    assert AuditEntry.objects.about(mill).get().detail == {"file": "talk.jsonl", "added": 1}


def test_an_unknown_team_is_answered_with_those_there_are(file, mill):
    with pytest.raises(CommandError, match=r"no team at “mill”.*mill-lane"):
        _run(file(CALL), "--team", "mill")


def test_what_is_no_readable_file_is_told_plainly(tmp_path):
    (tmp_path / "empty").touch()
    (tmp_path / "blank").write_text("\n \n")
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\0\0\0")
    for name, reason in {
        "missing": "can't be read: No such file",
        ".": "is a folder",
        "empty": "is empty",
        "blank": "holds no conversations",
        "picture": "is not text",
    }.items():
        with pytest.raises(CommandError, match=reason):
            _run(tmp_path / name)
    assert not Encounter.objects.exists()
