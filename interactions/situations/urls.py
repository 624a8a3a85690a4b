"""Addresses of the list of situations."""

from django.urls import path

from interactions.situations import views

app_name = "situations"

urlpatterns = [
    path("", views.situations, name="list"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/retire/", views.retire, name="retire"),
    path("<slug:slug>/bring-back/", views.bring_back, name="bring_back"),
    path("<slug:slug>/merge/", views.merge, name="merge"),
]
