"""A request behind the sign-in: LoginRequiredMiddleware lets no other through, so its user is one of ours."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from microconnect.people.models import User


class SignedInRequest(HttpRequest):
    """For the types of views; requests are made by Django."""

    user: User
    htmx: HtmxDetails
