"""When a notice is shown as new.

The rule: a card stands on the first page that somebody lands on that day, and on no other page that day. It comes back
the next day, until they press “Got it”, follow its link, open the page that it is about, or read it at /notices/; and
for two weeks at most. The log screen's card is shown by the device (js/news.js), by the same rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from microconnect.notices.models import Notice
from microconnect.notices.services import mark_seen
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest

MOST_SHOWN = 3
_MOST_LOOKED_AT = 50
_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class News:
    """What a page says is new: a heading such as “New since Tuesday”, and the notices, the newest first."""

    heading: str
    notices: Sequence[Notice]


def news_for(request: SignedInRequest, *, is_below: bool = False) -> News | None:
    """What this page is to show as new, and note that it does; None where there is nothing, or it was shown today.

    Below a form (`is_below`) nobody is known to have looked: there it stays until “Got it”, its link or its page.
    Of two pages that open in the same moment one shows it. A busy database is no reason to keep a page from anybody.
    """
    if request.method != "GET" or request.htmx or "prefetch" in request.headers.get("Sec-Purpose", ""):
        return None
    now = timezone.now()
    news = list(Notice.objects.visible_to(request.user).news(now)[:_MOST_LOOKED_AT])
    if not news:
        return None
    try:
        with transaction.atomic():
            mark_seen(by=request.user, notices=[each for each in news if each.url == request.path], now=now)
            shown = news[:MOST_SHOWN] if is_below else _claim(news[:MOST_SHOWN], timezone.localdate(now))
    except OperationalError:
        return None
    return News(heading(shown[-1].made_at, now), shown) if shown else None


def news_for_device(user: User, now: datetime) -> dict[str, Any] | None:
    """The same as JSON for the log screen, which keeps it for when there is no network; nothing is noted."""
    today = timezone.localdate(now)
    shown = list(Notice.objects.visible_to(user).news(now).exclude(shown_on=today)[:MOST_SHOWN])
    if not shown:
        return None
    return {"heading": heading(shown[-1].made_at, now, is_kept=True), "notices": [_told(notice) for notice in shown]}


def heading(since: datetime, now: datetime, *, is_kept: bool = False) -> str:
    """How old the oldest is, in the person's time: its weekday within a week, later its date.

    What a device keeps (`is_kept`) may be read tomorrow, so it never says “today”.
    """
    day, today = timezone.localdate(since), timezone.localdate(now)
    if day == today and not is_kept:
        return _("New today")
    return _("New since %(day)s") % {"day": _named(day, today)}


def _named(day: date, today: date) -> str:
    return date_format(day, "l" if (today - day).days < _WEEK_DAYS else "j F")


def _claim(notices: Sequence[Notice], today: date) -> list[Notice]:
    """Those that no page has shown today; from now on this one has. Another page's claim is waited for, then counts."""
    candidates = [notice for notice in notices if notice.shown_on != today]
    unclaimed = Notice.objects.filter(pk__in=[notice.pk for notice in candidates]).exclude(shown_on=today)
    return candidates if candidates and unclaimed.update(shown_on=today) else []


def _told(notice: Notice) -> dict[str, Any]:
    return {
        "id": str(notice.pk),
        "title": notice.title,
        "body": notice.body,
        "url": notice.url,
        "link": notice.link_label,
    }
