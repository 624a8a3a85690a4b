"""/audit/: what was done, by whom and when, for administrators; and the same as a file."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from microconnect.audit.export import csv_of
from microconnect.audit.filters import AuditFilter
from microconnect.audit.models import AuditEntry
from microconnect.audit.paging import page_of
from microconnect.audit.rows import rows_of
from microconnect.people.requests import SignedInRequest


@require_safe
def entries(request: SignedInRequest) -> HttpResponse:
    """The newest first, narrowed by the filters of the address."""
    narrowed = _narrowed(request)
    is_refused = not narrowed.is_valid()
    found = AuditEntry.objects.none() if is_refused else narrowed.qs.select_related("actor")
    page = page_of(found, before=request.GET.get("before"), after=request.GET.get("after"))
    context = {
        "filter": narrowed,
        "page": page,
        "rows": rows_of(page.entries),
        "is_narrowed": any(request.GET.get(name) for name in narrowed.filters),
        "query": _query(request, narrowed),
    }
    return render(request, "audit/list.html", context, status=422 if is_refused else 200)


@require_safe
def export(request: SignedInRequest) -> HttpResponseBase:
    """All that the filters leave, as a CSV file."""
    narrowed = _narrowed(request)
    if not narrowed.is_valid():
        return entries(request)
    name = f"audit-{timezone.localdate():%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(csv_of(narrowed.qs), content_type="text/csv; charset=utf-8", headers=headers)


def _narrowed(request: SignedInRequest) -> AuditFilter:
    if not request.user.is_administrator:
        raise PermissionDenied(_("The audit trail is for administrators. Ask one of them what you would like to know."))
    return AuditFilter(request.GET, queryset=AuditEntry.objects.visible_to(request.user), request=request)


def _query(request: SignedInRequest, narrowed: AuditFilter) -> str:
    """The filters of the address without the page, for the link to the file."""
    rest = request.GET.copy()
    for name in set(rest) - set(narrowed.filters):
        del rest[name]
    return rest.urlencode()
