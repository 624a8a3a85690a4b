"""Addresses of the guidelines."""

from django.urls import path

from coaching.guidelines.views import bounds, draft, publishing, versions

app_name = "guidelines"

urlpatterns = [
    path("", bounds.guideline_list, name="list"),
    path("rules/", bounds.rules, name="rules"),
    path("check/", bounds.check, name="check"),
    path("draft/", draft.page, name="draft"),
    path("draft/add/", draft.add, name="add"),
    path("draft/<int:pk>/", draft.edit, name="edit"),
    path("draft/<int:pk>/remove/", draft.remove, name="remove"),
    path("draft/starter/", draft.starter, name="starter"),
    path("draft/cases/", draft.keep, name="keep_case"),
    path("draft/cases/<int:pk>/remove/", draft.remove_kept, name="remove_case"),
    path("draft/discard/", draft.discard, name="discard"),
    path("draft/look/", publishing.look, name="look"),
    path("draft/publish/", publishing.publish, name="publish"),
    path("versions/", versions.version_list, name="versions"),
    path("versions/<int:number>/", versions.version, name="version"),
]
