from django.apps import AppConfig


class DevicesConfig(AppConfig):
    name = "microconnect.devices"
    label = "devices"

    def ready(self) -> None:
        from microconnect.devices import receivers  # noqa: F401 - connects them
