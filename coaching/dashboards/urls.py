"""Addresses of the teams' dashboards; a person's page is below their team, one's own at /me/."""

from django.urls import path

from coaching.dashboards.person import views as person
from coaching.dashboards.sections import views as sections

from . import views
from .fairness.views import fair
from .scripts.views import scripts
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
    path("<slug:slug>/tables/<slug:name>.csv", team_file, {"ending": "csv"}, name="table_csv"),
    path("<slug:slug>/tables/<slug:name>.xlsx", team_file, {"ending": "xlsx"}, name="table_xlsx"),
    path("<slug:slug>/people/<int:pk>/", person.person_detail, name="person"),
]
