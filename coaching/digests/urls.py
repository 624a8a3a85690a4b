"""Addresses of the weekly mails."""

from django.urls import path

from coaching.digests import views

app_name = "digests"

urlpatterns = [
    path("", views.settings_page, name="settings"),
    path("stop/<str:token>/", views.stop_page, name="stop"),
    path("<slug:kind>/", views.preview, name="preview"),
    path("<slug:kind>/text/", views.preview_text, name="preview_text"),
]
