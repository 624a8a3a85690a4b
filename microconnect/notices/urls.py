"""Addresses of what one was told."""

from django.urls import path

from microconnect.notices import views

app_name = "notices"

urlpatterns = [
    path("", views.notices, name="list"),
    path("seen/", views.seen, name="seen"),
    path("settings/", views.wishes, name="settings"),
    path("<int:pk>/", views.follow, name="follow"),
]
