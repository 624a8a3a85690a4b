from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "microconnect.audit"
    label = "audit"
