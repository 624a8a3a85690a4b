"""/situations/: what administrators read, add, rename, retire and bring back."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from interactions.models import Situation
from microconnect.audit.models import AuditEntry
from tests.factories import EncounterFactory, SituationFactory


@pytest.fixture
def client(as_user, ivy):
    return as_user(ivy)


@pytest.fixture
def returns() -> Situation:
    return SituationFactory(name="Return without receipt", slug="return-without-receipt")


def add(client, name: str, **how):
    return client.post(reverse("situations:list"), {"name": name}, **how)


def error_of(response) -> str:
    assert response.status_code == 422
    return " ".join(response.context["form"].errors["name"])


@pytest.mark.parametrize("person", ["ada", "sana"])
def test_others_are_told_who_keeps_the_list(person, as_user, request):
    response = as_user(request.getfixturevalue(person)).get(reverse("situations:list"))
    assert response.status_code == 403
    assert "Administrators keep the list" in response.text


def test_administrators_find_it_in_their_navigation(client):
    assert 'href="/situations/"' in client.get("/practices/").text


def test_without_situations_the_page_teaches_what_one_is(client):
    page = client.get(reverse("situations:list")).text
    assert "Nothing to choose from yet" in page
    assert "people log all the same" in page


@pytest.mark.django_db
def test_the_list_counts_the_last_ninety_days(client, returns, now):
    EncounterFactory.create_batch(3, situation=returns)
    EncounterFactory(situation=returns, occurred_at=now - timedelta(days=91))
    SituationFactory(name="Repair")
    counts = {each.name: each.lately for each in client.get(reverse("situations:list")).context["rows"].offered}
    assert counts == {"Repair": 0, "Return without receipt": 3}


def test_the_list_asks_as_much_of_the_database_for_many_as_for_one(client, django_assert_num_queries):
    EncounterFactory(situation=SituationFactory())
    client.get(reverse("situations:list"))
    with django_assert_num_queries(4):
        client.get(reverse("situations:list"))
    for situation in SituationFactory.create_batch(12):
        EncounterFactory(situation=situation)
    with django_assert_num_queries(4):
        client.get(reverse("situations:list"))


def test_adding_one_offers_it_and_is_recorded(client, ivy, ada, as_user):
    response = add(client, "  Gift   wrapping ", follow=True)
    assert "can be chosen from now on" in response.text
    situation = Situation.objects.get()
    assert (situation.name, situation.slug) == ("Gift wrapping", "gift-wrapping")
    entry = AuditEntry.objects.about(situation).get()
    assert (entry.actor, entry.action, entry.after) == (ivy, "situation_added", {"name": "Gift wrapping"})
    assert "Gift wrapping" in as_user(ada).get("/log/").text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Give it a name"),
        ("   ", "Give it a name"),
        ("?!…", "Write it in words"),
        ("a" * 81, "at most 80"),
        ("a" * 1_000_000, "at most 80"),
        ("a\x00b", "Null characters"),
        ("Return without receipt", "is in the list already"),
        ("RETURN  without receipt", "“Return without receipt” is in the list already"),
    ],
    ids=lambda value: value[:20],
)
def test_what_cannot_be_is_refused_beside_the_field(client, returns, name, words):
    assert words in error_of(add(client, name))
    assert Situation.objects.count() == 1


@pytest.mark.parametrize(("there", "typed"), [("ÉCHANGE", "échange"), ("Straße", "STRASSE"), ("お客様", "お客様")])
def test_capital_letters_of_any_script_are_the_same_name(client, there, typed):
    SituationFactory(name=there)
    assert "in the list already" in error_of(add(client, typed))


def test_names_that_make_the_same_address_get_one_of_their_own(client):
    for name in ("Lost & found", "Lost, found", "お客様", "返品"):
        assert add(client, name).status_code == 302
    assert set(Situation.objects.values_list("slug", flat=True)) == {
        "lost-found",
        "lost-found-2",
        "situation",
        "situation-2",
    }


def test_a_retired_one_of_the_same_name_is_offered_to_be_brought_back(client, returns, now):
    Situation.objects.filter(pk=returns.pk).update(retired_at=now)
    response = add(client, "return WITHOUT receipt")
    assert "is retired. You can bring it back" in error_of(response)
    assert f'action="{reverse("situations:bring_back", args=[returns.slug])}"' in response.text


def test_renaming_keeps_the_address_and_says_what_it_was(client, returns):
    assert client.post(returns.get_absolute_url(), {"name": "No receipt"}).status_code == 302
    returns.refresh_from_db()
    assert (returns.name, returns.slug) == ("No receipt", "return-without-receipt")
    entry = AuditEntry.objects.about(returns).get()
    assert (entry.before, entry.after) == ({"name": "Return without receipt"}, {"name": "No receipt"})


def test_its_own_name_in_another_spelling_is_no_duplicate(client, returns):
    assert client.post(returns.get_absolute_url(), {"name": "RETURN without receipt"}).status_code == 302
    assert client.post(returns.get_absolute_url(), {"name": "RETURN without receipt"}).status_code == 302
    assert AuditEntry.objects.about(returns).count() == 1


def test_renaming_to_the_name_of_another_is_refused(client, returns):
    repair = SituationFactory(name="Repair")
    assert "in the list already" in error_of(client.post(repair.get_absolute_url(), {"name": "return without RECEIPT"}))


def test_retiring_and_bringing_back(client, returns, ada, as_user):
    EncounterFactory(situation=returns)
    for _time in range(2):
        assert client.post(reverse("situations:retire", args=[returns.slug])).status_code == 302
    returns.refresh_from_db()
    assert not returns.is_offered
    assert returns.encounters.count() == 1
    assert returns.name not in as_user(ada).get("/log/").text
    for _time in range(2):
        assert client.post(reverse("situations:bring_back", args=[returns.slug])).status_code == 302
    returns.refresh_from_db()
    assert returns.is_offered
    actions = list(AuditEntry.objects.about(returns).order_by("pk").values_list("action", flat=True))
    assert actions == ["situation_retired", "situation_brought_back"]


def test_the_last_one_can_be_retired_and_people_log_without(client, returns, ada, as_user):
    client.post(reverse("situations:retire", args=[returns.slug]))
    sent = {"public_id": "0c0b8c2a-1111-4222-8333-444455556666", "channel": "face", "outcome": "sorted"}
    assert as_user(ada).post("/log/", sent).status_code == 302
    assert "Nothing to choose from yet" in client.get(reverse("situations:list")).text


@pytest.mark.parametrize("name", ["detail", "retire", "bring_back", "merge"])
def test_an_unknown_situation_is_404(client, name):
    assert client.post(reverse(f"situations:{name}", args=["no-such-one"])).status_code == 404


def test_words_of_administrators_are_escaped(client):
    add(client, "<b>bold</b>")
    for url in (reverse("situations:list"), Situation.objects.get().get_absolute_url()):
        assert "<b>bold</b>" not in client.get(url).text


def test_a_busy_database_is_told_and_keeps_what_was_typed(client):
    def locked(execute, sql, params, many, context):
        if sql.startswith("INSERT") and "situation" in sql:
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(locked):
        response = add(client, "Gift wrapping")
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "Gift wrapping" in response.text
    assert not Situation.objects.exists()
