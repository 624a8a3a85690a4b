"""`fill_demo` and `assess_encounters` at the prompt."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from coaching.assessments.models import Assessment
from coaching.progress import ProgressBar
from interactions.models import Encounter
from microconnect.people.models import User

pytestmark = pytest.mark.django_db


def _fill(**options) -> str:
    err = StringIO()
    call_command("fill_demo", "--encounters=12", "--today=2026-11-21", stderr=err, **options)
    return err.getvalue()


def test_outside_a_demo_it_refuses_kindly_and_makes_nobody(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="--without-password"):
        _fill()
    assert not User.objects.get_queryset().exists()


def test_outside_a_demo_it_makes_people_without_passwords_when_asked(settings):
    settings.DEMO = False
    _fill(without_password=True)
    assert not any(user.has_usable_password() for user in User.objects.get_queryset())


def test_in_a_demo_it_fills_and_says_how_long_it_took(settings):
    settings.DEMO = True
    assert "12 of 12 in" in _fill()
    assert Encounter.objects.count() == 12


def test_a_second_time_it_says_that_somebody_is_here(settings):
    settings.DEMO = True
    _fill()
    with pytest.raises(CommandError, match="RESET=1"):
        _fill()
    assert Encounter.objects.count() == 12


@pytest.mark.parametrize("count", ["0", "-3", "1000001", "many"])
def test_a_silly_number_of_encounters_is_refused(count):
    with pytest.raises(CommandError, match="encounters"):
        call_command("fill_demo", f"--encounters={count}")


def test_assess_encounters_scores_what_is_missing_and_then_nothing(settings):
    settings.DEMO = True
    _fill()
    Assessment.objects.all()[:1].get().delete()
    out = StringIO()
    call_command("assess_encounters", stdout=out, stderr=StringIO())
    call_command("assess_encounters", stdout=out, stderr=StringIO())
    assert out.getvalue().splitlines() == ["1 assessed.", "Everything is assessed already."]


def test_on_a_terminal_the_bar_fills_on_one_line():
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    bar = ProgressBar(terminal, "Shops")
    bar(5, 10)
    bar(10, 10)
    assert terminal.getvalue().count("\r") == 2
    assert "5 of 10" in terminal.getvalue()
    assert terminal.getvalue().endswith("10 of 10 in 0 s\n")
