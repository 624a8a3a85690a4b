from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "microconnect.jobs"
    label = "jobs"
