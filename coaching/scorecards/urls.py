"""Addresses of the scorecards."""

from django.urls import path

from coaching.scorecards.views import draft, publishing, versions

app_name = "scorecards"

urlpatterns = [
    path("", versions.scorecard_list, name="list"),
    path("draft/", draft.page, name="draft"),
    path("draft/save/", draft.save, name="save"),
    path("draft/preview/", draft.preview, name="preview"),
    path("draft/look/", publishing.look, name="look"),
    path("draft/publish/", publishing.publish, name="publish"),
    path("draft/discard/", draft.discard, name="discard"),
    path("versions/", versions.version_list, name="versions"),
    path("versions/<int:number>/", versions.version, name="version"),
]
