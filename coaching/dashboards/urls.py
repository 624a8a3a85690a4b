"""Addresses of the teams' dashboards; a person's page is below their team, one's own at /me/."""

from django.urls import path

from coaching.dashboards.person import views as person
from coaching.dashboards.sections import views as sections

from . import views
from .fairness.views import fair, fair_file
from .scripts.views import scripts, scripts_file
from .tables.offering import file_paths
from .tables.views import team_file

app_name = "teams"

urlpatterns = [
    path("", views.team_list, name="list"),
    path("<slug:slug>/", views.team_detail, name="detail"),
    path("<slug:slug>/alike/", views.alike, name="alike"),
    path("<slug:slug>/fair/", fair, name="fair"),
    path("<slug:slug>/scripts/", scripts, name="scripts"),
    path("<slug:slug>/choose/", sections.choose, name="choose"),
    path("<slug:slug>/when/", sections.when, name="when"),
    path("<slug:slug>/situations/", sections.situations, name="situations"),
    path("<slug:slug>/matrix/", sections.matrix, name="matrix"),
    path("<slug:slug>/people/<int:pk>/", person.person_detail, name="person"),
    *file_paths("<slug:slug>/", team_file, "table"),
    *file_paths("<slug:slug>/fair/", fair_file, "fair"),
    *file_paths("<slug:slug>/scripts/", scripts_file, "scripts"),
    *file_paths("<slug:slug>/people/<int:pk>/", person.person_file, "person"),
]
