"""The encounters that the list would show, as a file."""

from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from coaching.encounters.files.columns import COLUMNS
from coaching.encounters.files.copying import can_copy, copied
from coaching.encounters.files.reading import Keys, keys_of, rows_of
from coaching.encounters.filters import EncounterFilter
from coaching.encounters.views import encounters as encounters_page
from interactions.models import Encounter
from microconnect.audit.models import record
from microconnect.exporting.csv_file import csv_response, streamed
from microconnect.exporting.table import Table
from microconnect.exporting.xlsx_file import xlsx_response
from microconnect.people.requests import SignedInRequest

# A workbook is whole before it is sent, and somebody waits for it: at a millisecond for four rows, five seconds.
MOST_IN_WORKBOOK = 20_000


@require_GET
def encounters_csv(request: SignedInRequest) -> HttpResponseBase:
    """Any number of them, sent as they are read."""
    narrowed = _narrowed(request)
    if not narrowed.is_valid():
        return encounters_page(request)  # which says what is wrong, beside its field
    keys = keys_of(narrowed.qs)
    _note(request, narrowed, "csv", len(keys))
    filename = _filename("csv")
    return streamed(copied(keys), filename) if can_copy() else csv_response(_table(keys), filename)


@require_GET
def encounters_xlsx(request: SignedInRequest) -> HttpResponseBase:
    """As many as somebody can wait for; the sentence for more of them names the ways out."""
    narrowed = _narrowed(request)
    if not narrowed.is_valid():
        return encounters_page(request)
    if narrowed.qs.order_by()[: MOST_IN_WORKBOOK + 1].count() > MOST_IN_WORKBOOK:  # not counted on to ten million
        return _too_many(request)
    keys = keys_of(narrowed.qs)
    _note(request, narrowed, "xlsx", len(keys))
    return xlsx_response(_table(keys), _filename("xlsx"))


def _narrowed(request: SignedInRequest) -> EncounterFilter:
    visible = Encounter.objects.visible_to(request.user)
    return EncounterFilter(request.GET, queryset=visible, request=request)


def _note(request: SignedInRequest, narrowed: EncounterFilter, form: str, count: int) -> None:
    """Words of customers leave the house: whose, by which conditions and how many stands in the trail before the first line."""
    conditions = {name: _plain(value) for name, value in narrowed.sent.items()}
    action = "encounters_exported"
    record(by=request.user, action=action, target=request.user, file=form, encounters=count, **conditions)


def _plain(value: Any) -> Any:
    """A condition as the trail keeps it: a person by number, as elsewhere; other things by name."""
    if isinstance(value, Model):
        return value.pk if value._meta.label_lower == "people.user" else str(value)
    return value if isinstance(value, int | str) else str(value)


def _table(keys: Keys) -> Table:
    return Table("encounters", _("Encounters"), COLUMNS, rows_of(keys))


def _too_many(request: SignedInRequest) -> HttpResponse:
    context = {"most": MOST_IN_WORKBOOK, "query": request.GET.urlencode()}
    return render(request, "coaching/encounters/too_many.html", context, status=422)


def _filename(ending: str) -> str:
    return f"encounters-{timezone.localdate():%Y-%m-%d}.{ending}"
