"""Addresses of the teams' dashboards; a person's own page is at /me/."""

from django.urls import path

from coaching.dashboards.sections import views as sections

from . import views

app_name = "teams"

urlpatterns = [
    path("", views.team_list, name="list"),
    path("<slug:slug>/", views.team_detail, name="detail"),
    path("<slug:slug>/alike/", views.alike, name="alike"),
    path("<slug:slug>/when/", sections.when, name="when"),
    path("<slug:slug>/situations/", sections.situations, name="situations"),
    path("<slug:slug>/matrix/", sections.matrix, name="matrix"),
]
