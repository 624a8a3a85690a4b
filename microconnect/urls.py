"""Every address of the house. They are read by people and stay."""

from django.conf import settings
from django.urls import include, path

from microconnect import views

handler500 = "microconnect.views.server_error"

urlpatterns = [
    path("", views.home, name="home"),
    path("health/", views.health, name="health"),
    path("accounts/", include("microconnect.people.urls")),
    path("accounts/", include("microconnect.devices.urls")),
    path("audit/", include("microconnect.audit.urls")),
    path("people/", include("microconnect.organisation.urls")),
    path("notices/", include("microconnect.notices.urls")),
    path("jobs/", include("microconnect.jobs.urls")),
    path("", include("interactions.urls")),
    path("", include("coaching.urls")),
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("microconnect.people.demo_urls"))]
