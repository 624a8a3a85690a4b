"""Addresses of what is written down."""

from django.urls import include, path

from interactions.views.edit import edit
from interactions.views.log import log
from interactions.views.promises import keep, promises
from interactions.views.undo import undo

promise_patterns = [
    path("", promises, name="list"),
    path("<uuid:public_id>/keep/", keep, name="keep"),
]

urlpatterns = [
    path("log/", log, name="log"),
    path("encounters/<uuid:public_id>/edit/", edit, name="edit_encounter"),
    path("encounters/<uuid:public_id>/undo/", undo, name="undo_encounter"),
    path("promises/", include((promise_patterns, "promises"))),
]
