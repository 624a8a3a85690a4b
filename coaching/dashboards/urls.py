"""Addresses of the teams' dashboards; a person's own page is at /me/."""

from django.urls import path

from . import views
from .tables.views import team_file

app_name = "teams"

urlpatterns = [
    path("", views.team_list, name="list"),
    path("<slug:slug>/", views.team_detail, name="detail"),
    path("<slug:slug>/alike/", views.alike, name="alike"),
    path("<slug:slug>/tables/<slug:name>.csv", team_file, {"ending": "csv"}, name="table_csv"),
    path("<slug:slug>/tables/<slug:name>.xlsx", team_file, {"ending": "xlsx"}, name="table_xlsx"),
]
