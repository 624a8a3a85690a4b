from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "microconnect.notices"
    label = "notices"
