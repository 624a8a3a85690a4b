"""/guidelines/ as everybody reads it who is held to the guidelines."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from coaching.guidelines.models import Strength
from tests.factories import GuidelineFactory, UserFactory, publish_draft

LIST = reverse("guidelines:list")


def read(client) -> str:
    response = client.get(LIST)
    assert response.status_code == 200
    return " ".join(strip_tags(response.text).split())


@pytest.mark.parametrize("person", ["ada", "sana"])
def test_a_team_reads_what_holds_for_it_with_reason_and_suggestion(person, as_user, request, harbour, mill):
    GuidelineFactory(title="You lot", phrases="you lot", reason="It makes a crowd.", suggestion="“the four of you”")
    GuidelineFactory(title="Own name", strength=Strength.REQUIRED, channels=["ear"]).teams.add(harbour)
    GuidelineFactory(title="Not ours").teams.add(mill)
    publish_draft()

    page = read(as_user(request.getfixturevalue(person)))
    for words in ("You lot", "It makes a crowd.", "Try: “the four of you”", "Own name", "By phone"):
        assert words in page
    assert "Not ours" not in page


def test_the_strictest_stands_first_on_each_side(as_user, ada):
    for title, strength in zip("dbca", Strength, strict=True):
        GuidelineFactory(title=title, strength=strength)
    publish_draft()
    sides = as_user(ada).get(LIST).context["sides"]
    told = [(side.bounds, [rule.guideline.strength for rule in side.rules]) for side in sides]
    assert told == [("in", ["required", "encouraged"]), ("out", ["never", "avoid"])]


def test_nobody_but_administrators_is_offered_to_change_them(as_user, ada):
    GuidelineFactory()
    publish_draft()
    response = as_user(ada).get(LIST)
    assert reverse("guidelines:add") not in response.text
    assert "<form method=" not in response.text.split("<main")[1].split("</main>")[0]


def test_without_a_rule_everything_is_in_bounds(as_user, ada):
    page = read(as_user(ada))
    assert "Everything is in bounds" in page
    assert "Greet people in your own way." in page


def test_somebody_in_no_team_is_told_so(as_user, db):
    response = as_user(UserFactory()).get(LIST)
    assert response.status_code == 403
    assert "not in a team yet" in response.text


def test_an_administrator_keeps_the_page_on_which_they_are_written(as_user, ivy):
    assert "Write the first one" in read(as_user(ivy))
