"""Signing in and out, and passwords: allauth's views, and only those we need."""

from allauth.account import views
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods

# Some of allauth's views answer any method; a form needs no more than these.
_form_only = require_http_methods(["GET", "HEAD", "POST"])

urlpatterns = [
    path("login/", _form_only(views.login), name="account_login"),
    path("logout/", _form_only(views.logout), name="account_logout"),
    path("signup/", _form_only(views.signup), name="account_signup"),
    path("inactive/", _form_only(views.account_inactive), name="account_inactive"),
    path("reauthenticate/", _form_only(views.reauthenticate), name="account_reauthenticate"),
    path("password/change/", _form_only(views.password_change), name="account_change_password"),
    path("password/set/", _form_only(views.password_set), name="account_set_password"),
    path("password/reset/", _form_only(views.password_reset), name="account_reset_password"),
    path("password/reset/done/", _form_only(views.password_reset_done), name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        _form_only(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        _form_only(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]
