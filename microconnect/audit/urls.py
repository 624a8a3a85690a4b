"""Addresses of the audit trail."""

from django.urls import path

from microconnect.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.entries, name="list"),
    path("export/", views.export, name="export"),
]
