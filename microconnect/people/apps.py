from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "microconnect.people"
    label = "people"

    def ready(self) -> None:
        from microconnect.people import checks  # noqa: F401 - registers the system checks
