from django.apps import AppConfig


class CoachingConfig(AppConfig):
    name = "coaching"

    def ready(self) -> None:
        from coaching.assessments import receivers
        from coaching.looking.works import register_works
        from coaching.rollups.works import register_works as register_counting

        receivers.connect()
        register_works()
        register_counting()
