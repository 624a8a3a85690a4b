"""Encounters as they are read: the list, and each one with what its words showed."""

from django.urls import path

from coaching.encounters import views

app_name = "encounters"

urlpatterns = [
    path("", views.encounters, name="list"),
    path("names/<slug:name>/", views.names, name="names"),
    path("<uuid:public_id>/", views.encounter, name="detail"),
]
