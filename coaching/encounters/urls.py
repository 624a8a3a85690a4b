"""Encounters as they are read: the list, and each one with what its words showed."""

from django.urls import path

from coaching.encounters import views
from coaching.encounters.files import views as files

app_name = "encounters"

urlpatterns = [
    path("", views.encounters, name="list"),
    path("names/<slug:name>/", views.names, name="names"),
    path("file.csv", files.encounters_csv, name="csv"),
    path("file.xlsx", files.encounters_xlsx, name="xlsx"),
    path("<uuid:public_id>/", views.encounter, name="detail"),
]
