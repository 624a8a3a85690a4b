"""Addresses of the teams' dashboards; a person's own page is at /me/."""

from django.urls import path

from . import views

app_name = "teams"

urlpatterns = [
    path("", views.team_list, name="list"),
    path("<slug:slug>/", views.team_detail, name="detail"),
    path("<slug:slug>/alike/", views.alike, name="alike"),
    path("<slug:slug>/fair/", views.fair, name="fair"),
    path("<slug:slug>/scripts/", views.scripts, name="scripts"),
]
