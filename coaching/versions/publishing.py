"""Look at what a draft would have changed, then publish it: the same two pages for guidelines and for scorecards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from coaching.versions.forms import LookForm, PublishForm
from coaching.versions.looks import newest_look, newest_rescore, start_look
from coaching.versions.services import Blocked, Drafting, V
from interactions.retrying import retrying
from microconnect.people.requests import SignedInRequest


class Review(NamedTuple):
    """What a draft changes, in words, and what is wrong with it or deserves a second look."""

    changes: Sequence[Any]
    problems: Sequence[Any]


@dataclass(frozen=True, slots=True)
class PublishingPages(Generic[V]):
    """Who may open them, and who is told that somebody was faster, stands above the views of each room.

    Args:
        room: names the addresses and the template.
        publish_draft: the verb of the room.
        review: reads a draft.
        done: said when it is published.
    """

    room: str
    drafting: Drafting[V]
    publish_draft: Callable[..., object]
    review: Callable[[V], Review]
    done: str | Promise

    def look(self, request: SignedInRequest) -> HttpResponse:
        """Hold the last weeks against the draft, in the background."""
        draft, form = self.drafting.draft(), LookForm(request.POST)
        if draft is None:
            return redirect(f"{self.room}:list")
        if not form.is_valid():
            return self._page(request, draft, status=422, look_form=form)
        weeks, today = form.cleaned_data["weeks"], timezone.localdate()
        return redirect(start_look(by=request.user, room=self.room, draft=draft, weeks=weeks, today=today))

    def publish(self, request: SignedInRequest) -> HttpResponse:
        """What changes, what is wrong, what it would have done; and the sentence why."""
        draft = self.drafting.draft()
        if draft is None:
            return redirect(f"{self.room}:list")
        if request.method != "POST":
            return self._page(request, draft)
        form = PublishForm(request.POST, today=timezone.localdate())
        if not form.is_valid():
            return self._page(request, draft, status=422, form=form)
        values = {name: form.cleaned_data[name] for name in ("edition", "why", "counts_from")}
        try:
            retrying(lambda: self.publish_draft(by=request.user, draft=draft, now=timezone.now(), **values))
        except Blocked:
            messages.warning(request, _("Not published yet: something has to be mended first."))
            return self._page(request, draft, status=422, form=form)
        messages.success(request, str(self.done))
        scoring = newest_rescore(self.room)
        return redirect(scoring if scoring and scoring.is_under_way else f"{self.room}:list")

    def _page(
        self,
        request: SignedInRequest,
        draft: V,
        *,
        status: int = 200,
        form: PublishForm | None = None,
        look_form: LookForm | None = None,
    ) -> HttpResponse:
        changes, problems = self.review(draft)
        context = {
            "room": self.room,
            "draft": draft,
            "problems": problems,
            "is_blocked": any(problem.blocks for problem in problems),
            "changes": changes,
            "look": newest_look(self.room, draft),
            "look_form": look_form or LookForm(),
            "form": form or PublishForm(today=timezone.localdate(), initial={"edition": draft.edition}),
        }
        return render(request, f"coaching/{self.room}/publish.html", context, status=status)
