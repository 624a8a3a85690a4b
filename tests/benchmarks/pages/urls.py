"""Every address of the house, and the two that are measured beside them."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from microconnect.urls import handler500, urlpatterns
from tests.benchmarks.admin_site import PATH, site

__all__ = ["handler500", "urlpatterns"]

BARE = "/bench/bare/"


def bare(request: HttpRequest) -> HttpResponse:
    """Signed in, and nothing else: what middleware, session and user cost."""
    return HttpResponse("ok")


urlpatterns = [path(BARE.lstrip("/"), bare), path(PATH, site.urls), *urlpatterns]
