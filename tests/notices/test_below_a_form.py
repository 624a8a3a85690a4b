"""Below the log form nobody is known to have looked, so what is new stays there until somebody says so."""

from django.urls import reverse
from django.utils import timezone

from tests.factories import NoticeFactory


def test_what_is_below_the_log_form_is_still_new_on_the_next_page(ada, as_user):
    NoticeFactory(person=ada, made_at=timezone.now())
    client = as_user(ada)
    assert client.get(reverse("log")).context["news"]
    assert client.get(reverse("me")).context["news"]
    assert client.get(reverse("me")).context["news"] is None
