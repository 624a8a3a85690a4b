"""Addresses of what encounters mean: feedback, dashboards, guidelines, practices."""

from django.urls import include, path

from coaching import practices_page
from coaching.dashboards import views as dashboards
from coaching.dashboards.organisation import views as organisation
from coaching.dashboards.tables.offering import file_paths
from coaching.looking import views as looking

urlpatterns = [
    path("encounters/", include("coaching.encounters.urls")),
    path("teams/", include("coaching.dashboards.urls")),
    path("digests/", include("coaching.digests.urls")),
    path("me/", dashboards.me, name="me"),
    *file_paths("me/", dashboards.own_file, "me"),
    path("organisation/", organisation.organisation, name="organisation"),
    path("organisation/time-to-log/", organisation.waiting_to_log, name="time_to_log"),
    *file_paths("organisation/", organisation.organisation_file, "organisation"),
    path("guidelines/", include("coaching.guidelines.urls")),
    path("scorecards/", include("coaching.scorecards.urls")),
    path("looks/<uuid:public_id>/", looking.look, name="look"),
    path("looks/<uuid:public_id>/changes.csv", looking.look_file, name="look_file"),
    path("practices/", practices_page.practices, name="practices"),
]
