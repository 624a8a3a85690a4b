"""Addresses of the teams' dashboards; a person's page is below their team, one's own at /me/."""

from django.urls import path

from . import views

app_name = "teams"

urlpatterns = [
    path("", views.team_list, name="list"),
    path("<slug:slug>/", views.team_detail, name="detail"),
    path("<slug:slug>/alike/", views.alike, name="alike"),
    path("<slug:slug>/people/<int:pk>/", views.person_detail, name="person"),
]
