"""Addresses of the guidelines."""

from django.urls import path

from coaching.guidelines import views

app_name = "guidelines"

urlpatterns = [
    path("", views.guideline_list, name="list"),
    path("add/", views.add, name="add"),
    path("rules/", views.rules, name="rules"),
    path("check/", views.check, name="check"),
    path("<int:pk>/", views.edit, name="edit"),
    path("<int:pk>/retire/", views.retire, name="retire"),
]
