"""Addresses of jobs."""

from django.urls import path

from microconnect.jobs import views

app_name = "jobs"

urlpatterns = [
    path("<uuid:public_id>/", views.detail, name="detail"),
    path("<uuid:public_id>/stop/", views.stop, name="stop"),
    path("<uuid:public_id>/resume/", views.resume, name="resume"),
]
