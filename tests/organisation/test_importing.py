"""A list of people: what it would do is shown, and exactly that is stored, or nothing."""

import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from microconnect.audit.models import AuditEntry
from microconnect.organisation.importing.planning import Kind, Plan, plan_for
from microconnect.organisation.importing.reading import read
from microconnect.organisation.importing.storing import WorldChanged, store_draft
from microconnect.organisation.models import ImportDraft
from microconnect.organisation.services import deactivate, move_person, retire_team
from microconnect.people.models import Membership, Team, User
from microconnect.periods import day_in, starts_at
from tests.factories import MembershipFactory, TeamFactory, UserFactory

HEADER = "name,email,team,role,since\n"
NOOR = "Noor Aziz,noor@shop.example,Harbour Street,frontline,2026-03-01\n"


@pytest.fixture
def planned(ivy, now):
    """`planned("Ada,ada@…", …)`: what these lines would do."""

    def planned(*lines: str) -> Plan:
        return plan_for(read(HEADER + "\n".join(lines)), by=ivy, now=now)

    return planned


@pytest.fixture
def send(client):
    """`send(text)`: the page that shows what the list would do."""

    def send(text: str, **answers):
        return client.post(reverse("people:import"), {"pasted": text, **answers}, follow=True)

    return send


def kinds(plan: Plan) -> list[str]:
    return [step.kind for step in plan.steps]


def confirm(client, page):
    draft, plan = page.context["draft"], page.context["plan"]
    return client.post(reverse("people:draft", args=[draft.public_id]), {"digest": plan.digest}, follow=True)


class TestPlan:
    def test_somebody_unknown_is_new(self, planned, harbour):
        plan = planned("Noor Aziz,NOOR@shop.example,harbour street,Frontline,1.3.2026")
        (step,) = plan.steps
        assert (step.kind, step.email, step.team, step.role) == (Kind.NEW, "noor@shop.example", harbour, "frontline")
        assert step.words == "Harbour Street, frontline, from 1 March 2026"

    def test_somebody_there_already_stays_and_differences_are_told(self, planned, ada):
        plan = planned("Ada O.,ada.okafor@shop.example,Harbour Street,frontline,2020-01-01")
        assert kinds(plan) == [Kind.STAYS]
        assert "Called Ada Okafor here, which stays" in plan.steps[0].words
        assert "Since" in plan.steps[0].words
        assert not plan.changes

    def test_somebody_elsewhere_moves(self, planned, ada, mill):
        plan = planned("Ada Okafor,ada.okafor@shop.example,Mill Lane,supervisor,")
        assert kinds(plan) == [Kind.MOVES]
        assert plan.steps[0].words.startswith("from Harbour Street, frontline, to Mill Lane, supervisor, on")

    def test_somebody_in_no_team_joins_one(self, planned, ivy, harbour):
        UserFactory(name="Noor Aziz", email="noor@shop.example")
        assert kinds(planned(NOOR)) == [Kind.JOINS]

    def test_several_lines_of_one_address_are_several_teams(self, planned, ada, mill):
        plan = planned(
            "Ada Okafor,ada.okafor@shop.example,Harbour Street,frontline,",
            "Ada Okafor,ada.okafor@shop.example,Mill Lane,frontline,",
            NOOR,
            "Noor Aziz,noor@shop.example,Mill Lane,supervisor,",
        )
        assert kinds(plan) == [Kind.STAYS, Kind.JOINS, Kind.NEW, Kind.NEW]
        assert plan.newcomers == 1

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("Noor Aziz,noor@shop.example,Harbor Street,frontline,", "no team called “Harbor Street”"),
            ("Noor Aziz,noor@shop.example,,frontline,", "Say which team"),
            ("Noor Aziz,noor@shop.example,Harbour Street,,", "Say what they do"),
            ("Noor Aziz,noor@shop.example,Harbour Street,boss,", "“boss” is no role"),
            ("Noor Aziz,noor@shop.example,,administrator,", "makes nobody an administrator"),
            ("Noor Aziz,noor@shop.example,,,", "Say which team"),
            ("Noor Aziz,noor at shop,Harbour Street,frontline,", "Is the @ in its place"),
            ("Noor Aziz,nооr@shop.example,Harbour Street,frontline,", "only looks like it"),
            (",noor@shop.example,Harbour Street,frontline,", "Write the name"),
            ("Noor Aziz,noor@shop.example,Harbour Street,frontline,3/1/2026", "not a day we can be sure of"),
            ("Noor Aziz,noor@shop.example,Harbour Street,frontline,31.2.2026", "not a day we can be sure of"),
            ("Noor Aziz,noor@shop.example,Harbour Street,frontline,9999-12-31", "not a day we can be sure of"),
            ("Noor Aziz,noor@shop.example,Harbour Street,frontline,,x", "more cells than columns"),
            ("Dora Novak,dora.novak@shop.example,Mill Lane,frontline,", "Dora Novak has left"),
            ("Ivy Chen,ivy.chen@shop.example,Mill Lane,supervisor,", "Nobody makes themselves a supervisor"),
            ("Otto Brandt,otto.brandt@shop.example,Harbour Street,supervisor,2001-01-01", "Choose that day or a later"),
        ],
    )
    def test_what_is_wrong_is_told_by_line(self, planned, harbour, mill, dora, otto, line, words):
        (step,) = planned(line).steps
        assert step.kind == Kind.WRONG
        assert words in step.words

    def test_a_line_that_says_the_same_twice_is_told(self, planned, harbour):
        plan = planned(NOOR.strip(), "Noor Aziz,Noor@Shop.example,Harbour Street,frontline,", "N. Aziz," + NOOR[10:])
        assert kinds(plan) == [Kind.NEW, Kind.WRONG, Kind.WRONG]
        assert "Line 2 says the same" in plan.steps[1].words

    def test_a_retired_team_takes_nobody(self, planned, ivy, harbour, now):
        retire_team(by=ivy, team=harbour, last_day=None, now=now)
        assert "nobody joins it" in planned(NOOR).steps[0].words

    def test_somebody_in_several_teams_is_moved_by_hand(self, planned, ada, mill):
        MembershipFactory(user=ada, team=mill)
        third = TeamFactory(name="Quay Side")
        plan = planned(f"Ada Okafor,ada.okafor@shop.example,{third},frontline,")
        assert "several teams now" in plan.steps[0].words

    def test_a_plan_costs_three_queries_however_long(self, planned, harbour, django_assert_num_queries):
        with django_assert_num_queries(3):
            planned(*(f"Person {n},p{n}@shop.example,Harbour Street,frontline," for n in range(200)))


class TestPage:
    def test_nothing_is_stored_until_it_is_confirmed(self, send, client, ivy, ada, mill, harbour):
        moved = "Ada Okafor,ada.okafor@shop.example,Mill Lane,frontline,\n"
        page = send(HEADER + NOOR + moved)
        assert page.status_code == 200
        assert not User.objects.get_queryset().filter(email="noor@shop.example").exists()
        assert "Store these 2 lines" in page.text
        done = confirm(client, page)
        assert "2 lines are stored" in done.text
        noor = User.objects.get(email="noor@shop.example")
        assert not noor.has_usable_password()
        assert noor.memberships.get().team == harbour
        assert [team.name for team in User.objects.get(pk=ada.pk).teams_now] == ["Mill Lane"]
        assert list(AuditEntry.objects.order_by("pk").values_list("action", "target_id")) == [
            ("person_imported", noor.pk),
            ("membership_moved", ada.pk),
        ]
        assert not ImportDraft.objects.exists()

    def test_a_second_click_stores_nothing_more(self, send, client, harbour):
        page = send(HEADER + NOOR)
        confirm(client, page)
        assert "stored already" in confirm(client, page).text
        assert User.objects.get_queryset().filter(email="noor@shop.example").count() == 1

    def test_the_world_that_changed_meanwhile_is_shown_anew(self, send, client, ivy, harbour, now):
        page = send(HEADER + NOOR)
        UserFactory(name="Noor Aziz", email="noor@shop.example")
        again = confirm(client, page)
        assert again.status_code == 409
        assert "nothing was stored" in again.text
        assert kinds(again.context["plan"]) == [Kind.JOINS]
        assert not Membership.objects.exists()
        assert "1 line is stored" in confirm(client, again).text

    def test_one_bad_line_keeps_all_from_being_stored(self, send, client, harbour):
        page = send(HEADER + NOOR + "Bo Li,bo@shop.example,Moon Base,frontline,\n")
        assert page.context["page_obj"][0].kind == Kind.WRONG
        assert "no team called “Moon Base”" in page.text
        assert "Store" not in page.text.replace("stored", "")
        assert confirm(client, page).status_code == 409
        assert User.objects.get_queryset().count() == 1

    def test_the_lines_can_be_corrected(self, send, client, harbour):
        page = send(HEADER + "Bo Li,bo@shop.example,Moon Base,frontline,\n")
        form = client.get(reverse("people:import"), {"lines": page.context["draft"].public_id})
        assert "Bo Li,bo@shop.example,Moon Base" in form.text
        assert "Moon Base" not in client.get(reverse("people:import"), {"lines": "nonsense"}).text

    def test_a_draft_is_its_makers_own(self, send, ines, as_user, harbour):
        page = send(HEADER + NOOR)
        url = reverse("people:draft", args=[page.context["draft"].public_id])
        assert as_user(ines).get(url).status_code == 404
        as_user(ines).post(url, {"digest": page.context["plan"].digest})
        assert not User.objects.get_queryset().filter(email="noor@shop.example").exists()

    def test_old_drafts_are_forgotten(self, send, ivy, harbour, now):
        old = ImportDraft.objects.create(made_by=ivy, text=HEADER + NOOR, made_at=now - timedelta(days=2))
        send(HEADER + NOOR)
        assert not ImportDraft.objects.filter(pk=old.pk).exists()

    def test_a_file_of_old_excel_is_told(self, client, harbour):
        file = SimpleUploadedFile("people.csv", (HEADER + NOOR.replace("Noor", "Noël")).encode("cp1252"))
        page = client.post(reverse("people:import"), {"file": file}, follow=True)
        assert "Look at the accents" in page.text
        assert "Noël Aziz" in page.text

    @pytest.mark.parametrize(
        "data", [b"", b"\x00" * 100, b"x" * (2 * 1024 * 1024 + 10), b"PK\x03\x04", b"name\nx", b"\xff\xfe\x00\xd8"]
    )
    def test_a_bad_file_is_told_beside_its_field(self, client, data):
        response = client.post(reverse("people:import"), {"file": SimpleUploadedFile("people.csv", data)})
        assert response.status_code == 422
        assert response.context["form"].errors["file"]
        assert not ImportDraft.objects.exists()

    @pytest.mark.parametrize("text", ["", "a\x00b", "x" * 3_000_000, HEADER, '"', HEADER + "a," * 3_000])
    def test_bad_lines_are_told_beside_theirs(self, send, text):
        assert send(text).status_code in {200, 422}

    @pytest.mark.parametrize("query", ["show=nonsense", "page=99", "page=x", "show=new&page=-1", "show=a%00b"])
    def test_an_address_that_says_nothing_shows_the_list(self, send, client, harbour, query):
        page = send(HEADER + NOOR)
        url = reverse("people:draft", args=[page.context["draft"].public_id])
        assert client.get(f"{url}?{query}").status_code == 200


class TestStoring:
    @pytest.fixture
    def draft(self, ivy, harbour):
        return ImportDraft.objects.create(made_by=ivy, text=HEADER + NOOR, is_inviting=True)

    def store(self, draft, by, now):
        digest = plan_for(read(draft.text), by=by, now=now).digest
        return store_draft(by=by, draft=draft, digest=digest, now=now, link_to=lambda path: f"http://testserver{path}")

    def test_everybody_new_is_invited_after_the_commit(self, draft, ivy, now, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            self.store(draft, ivy, now)
            assert not mail.outbox
        assert [message.to for message in mail.outbox] == [["noor@shop.example"]]

    def test_a_failure_in_the_middle_leaves_nothing_behind(self, draft, ivy, now):
        """The database says no to the second person, whom nobody could have seen coming."""
        draft.text += "Bo Li,bo@shop.example,Harbour Street,frontline,\n"
        draft.save()
        plan = plan_for(read(draft.text), by=ivy, now=now)

        def somebody_was_quicker(execute, sql, params, many, context):
            if 'INSERT INTO "people_membership"' in sql:
                raise IntegrityError("somebody was quicker")
            return execute(sql, params, many, context)

        with connection.execute_wrapper(somebody_was_quicker), pytest.raises(WorldChanged):
            store_draft(by=ivy, draft=draft, digest=plan.digest, now=now, link_to=str)
        assert User.objects.get_queryset().count() == 1
        assert ImportDraft.objects.filter(pk=draft.pk).exists()

    def test_a_list_moves_people_as_their_pages_do(self, ivy, ada, ben, mill, harbour, now):
        """Ada since long ago, Ben since this morning (a mistake that is corrected), Cy from next week on."""
        today = starts_at(harbour.time_zone, day_in(harbour.time_zone, now))
        ben.memberships.update(since=today)
        MembershipFactory(user=UserFactory(name="Cy Rex"), team=harbour, since=now + timedelta(days=7))
        names = {"Ada Okafor": "ada.okafor", "Ben Lindqvist": "ben.lindqvist", "Cy Rex": "cy.rex"}
        lines = "".join(f"{name},{email}@shop.example,Mill Lane,frontline,\n" for name, email in names.items())
        draft = ImportDraft.objects.create(made_by=ivy, text=HEADER + lines)
        sid = transaction.savepoint()
        self.store(draft, ivy, now)
        by_list = self.all_places()
        entries = list(AuditEntry.objects.order_by("number").values_list("action", "target_id", "before", "after"))
        transaction.savepoint_rollback(sid)
        for name in names:
            place = Membership.objects.select_related("team").get(user__name=name)
            day = day_in(mill.time_zone, now)
            move_person(by=ivy, membership=place, team=mill, role="frontline", day=day, now=now)
        assert self.all_places() == by_list
        assert [(name, team) for name, team, _since, until in by_list if until is None] == [
            ("Ada Okafor", "Mill Lane"),
            ("Ben Lindqvist", "Mill Lane"),
            ("Cy Rex", "Mill Lane"),
        ]
        singly = AuditEntry.objects.order_by("number").values_list("action", "target_id", "before", "after")
        assert list(singly) == entries

    def all_places(self):
        return sorted(Membership.objects.values_list("user__name", "team__name", "since", "until"), key=str)

    def test_who_administers_no_longer_stores_nothing(self, draft, ivy, ines, now):
        deactivate(by=ines, person=User.objects.get(pk=ivy.pk), now=now)
        with pytest.raises(PermissionDenied):
            self.store(draft, User.objects.get(pk=ivy.pk), now)

    def test_five_thousand_lines_are_stored_while_somebody_waits(self, ivy, harbour, now):
        lines = "".join(f"Person {n},person{n}@shop.example,Harbour Street,frontline,\n" for n in range(5_000))
        draft = ImportDraft.objects.create(made_by=ivy, text=HEADER + lines)
        began = time.monotonic()
        self.store(draft, ivy, now)
        assert Membership.objects.count() == 5_000
        assert time.monotonic() - began < 25


class TestRoundTrip:
    def export(self, client) -> bytes:
        return b"".join(client.get(reverse("people:export")).streaming_content)

    def upload(self, client, data: bytes):
        file = SimpleUploadedFile("people.csv", data)
        return client.post(reverse("people:import"), {"file": file}, follow=True)

    @pytest.fixture
    def shop(self, ada, ben, sana, otto, ivy, ines, mill, now):
        MembershipFactory(user=ada, team=mill, role="supervisor")
        MembershipFactory(user=ben, team=mill, since=now + timedelta(days=30))
        User.objects.get_queryset().filter(pk=ben.pk).update(name="=HYPERLINK('x'; \"y\")")
        User.objects.get_queryset().filter(pk=otto.pk).update(name="'@Otto, Brandt")
        Team.objects.filter(pk=mill.pk).update(name="+Mill, “Lane”")
        UserFactory(name="Noor in no team")

    def test_a_list_sent_back_unchanged_changes_nothing(self, shop, client):
        plan = self.upload(client, self.export(client)).context["plan"]
        assert set(kinds(plan)) == {Kind.STAYS}
        said = {step.words.split(": ")[-1] for step in plan.steps}
        assert said == {"there already.", "administers already", "is here; no team is said"}

    def test_a_house_built_from_it_gives_the_same_list(self, shop, client, ivy):
        exported = self.export(client)
        gone = User.objects.get_queryset().exclude(memberships=None)
        gone.delete()
        confirm(client, self.upload(client, exported))
        assert sorted(self.export(client).splitlines()) == sorted(exported.splitlines())
