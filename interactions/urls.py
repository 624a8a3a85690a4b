"""Addresses of what is written down."""

from django.urls import include, path

from interactions.views.edit import edit
from interactions.views.log import log
from interactions.views.offline import kit, log_shell, manifest, service_worker, shell
from interactions.views.promises import calendar, keep, promises
from interactions.views.recovery import recovery, recovery_key
from interactions.views.undo import undo

promise_patterns = [
    path("", promises, name="list"),
    path("<uuid:public_id>/keep/", keep, name="keep"),
    path("<uuid:public_id>/calendar.ics", calendar, name="calendar"),
]

urlpatterns = [
    path("log/", log, name="log"),
    path("log/kit/", kit, name="log_kit"),
    path("log/offline/", log_shell, name="log_shell"),
    path("offline/", shell, name="offline"),
    path("recovery/", recovery, name="recovery"),
    path("recovery/<int:pk>/key/", recovery_key, name="recovery_key"),
    path("service-worker.js", service_worker, name="service_worker"),
    path("manifest.webmanifest", manifest, name="manifest"),
    path("encounters/<uuid:public_id>/edit/", edit, name="edit_encounter"),
    path("encounters/<uuid:public_id>/undo/", undo, name="undo_encounter"),
    path("promises/", include((promise_patterns, "promises"))),
    path("situations/", include("interactions.situations.urls")),
]
