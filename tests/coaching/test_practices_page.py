"""/practices/ and docs/practices.md: how scoring works, from the practices themselves."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from coaching.catalogue.cards import phases, segments
from coaching.catalogue.markdown import as_markdown
from coaching.catalogue.worked_example import worked_example
from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import DEFAULT_SCORECARD
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.services import drafting
from coaching.scorecards.storage import scorecard_to_json

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def shown(as_user, ada) -> str:
    response = as_user(ada).get(reverse("practices"))
    assert response.status_code == 200
    return str(response.text)


def test_every_practice_has_an_anchor_and_a_line_in_the_contents(shown):
    for practice in PRACTICES:
        assert f'id="{practice.key}"' in shown
        assert f'href="#{practice.key}"' in shown


def test_every_link_inside_the_page_leads_somewhere(shown):
    anchors = set(re.findall(r' id="([^"]+)"', shown))
    links = set(re.findall(r'href="#([^"]+)"', shown))
    assert links <= anchors


def test_practices_stand_in_the_four_phases_in_their_order(shown):
    cards = phases(DEFAULT_SCORECARD)
    assert [phase.name for phase in cards] == ["Greeting", "Empathy", "Resolution", "Follow-through"]
    assert [card.key for phase in cards for card in phase.practices] == [practice.key for practice in PRACTICES]


@pytest.mark.parametrize(
    "card", [card for phase in phases(DEFAULT_SCORECARD) for card in phase.practices], ids=lambda c: c.key
)
def test_every_practice_shows_examples_with_their_evidence(card):
    assert card.whole
    assert card.misses
    assert any(segment.tone == "well" for example in card.whole for segment in example.segments)
    assert not any(segment.tone for example in card.misses for segment in example.segments)


def test_no_bracket_is_left_in_an_example(shown):
    assert "[[" not in shown


def test_evidence_is_cut_out_of_its_brackets():
    cut = segments("Morning [[Maria]]! [[Did the lake freeze?]]", "well")
    assert [(segment.text, segment.tone) for segment in cut] == [
        ("Morning ", ""),
        ("Maria", "well"),
        ("! ", ""),
        ("Did the lake freeze?", "well"),
    ]


def test_bonus_and_critical_practices_say_so(shown):
    assert "bonus, up to 5" in shown
    assert shown.count(">critical<") == 1
    assert "weight 15" in shown


def test_the_worked_example_adds_up():
    example = worked_example(DEFAULT_SCORECARD)
    products = [int(line.score) * int(line.weight) for line in example.lines]
    assert int(example.total.replace(",", "")) == sum(products)
    assert int(example.weights) == sum(int(line.weight) for line in example.lines)
    assert abs(int(example.value) - sum(products) / int(example.weights)) <= 0.5
    assert len(example.lines) + example.left_out == len(PRACTICES)


def test_a_scorecard_that_asks_for_more_leaves_the_example_without_a_score():
    assert worked_example(replace(DEFAULT_SCORECARD, minimum_judged=19)).value == ""


def test_the_page_follows_a_new_scorecard_at_once(as_user, ada, shown):
    winter = replace(DEFAULT_SCORECARD.with_weights(reset=7, speed=0), critical_cap=40, minimum_judged=4)
    draft = drafting.begin(by=None)
    ScorecardVersion.objects.filter(pk=draft.pk).update(rules=scorecard_to_json(winter))
    drafting.publish(by=None, draft=draft, edition=1, why="It snows.", counts_from=None, now=timezone.now())
    after = as_user(ada).get(reverse("practices")).text
    assert "weight 7" not in shown
    for words in ("weight 7", "not counted now", "gets 40 at most", "fewer than 4 practices"):
        assert words in after


def test_feedback_can_link_to_a_practice(shown):
    assert '<article class="card roomy practice" id="personal_greeting">' in shown


def test_the_page_costs_one_query_beyond_those_of_every_page(as_user, ada, django_assert_max_num_queries):
    client = as_user(ada)
    client.get(reverse("practices"))
    with django_assert_max_num_queries(4):  # session, person, memberships, scorecard
        client.get(reverse("practices"))


def test_the_committed_document_is_current():
    assert (ROOT / "docs" / "practices.md").read_text(encoding="utf-8") == as_markdown(), (
        "Run manage.py write_practices_docs."
    )


def test_the_command_writes_the_document(tmp_path, monkeypatch, settings, capsys):
    monkeypatch.setattr("coaching.management.commands.write_practices_docs.DOCUMENT", tmp_path / "practices.md")
    settings.BASE_DIR = tmp_path
    call_command("write_practices_docs")
    assert (tmp_path / "practices.md").read_text(encoding="utf-8") == as_markdown()
    assert "Wrote practices.md." in capsys.readouterr().out
