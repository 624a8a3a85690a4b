from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "microconnect.organisation"
    label = "organisation"
