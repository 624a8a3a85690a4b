"""From a digest to a mail: plain text and HTML, with the way out in its headers."""

import re
from collections.abc import Sequence
from datetime import datetime
from textwrap import fill

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from coaching.digests.own import OwnDigest, own_digest
from coaching.digests.stopping import stop_token
from coaching.digests.teams import TeamsDigest, teams_digest, teams_of
from coaching.digests.weeks import Turn, turn_for
from microconnect.notices.models import MailKind
from microconnect.people.models import Team, User

_TWO_BLANK_LINES = re.compile(r"\n{3,}")
_WIDTH = 76


def turn_and_teams(person: User, kind: MailKind, now: datetime) -> tuple[Turn, list[Team]]:
    """Their turn; and the teams, which that of a mail about teams depends on."""
    teams = teams_of(person, now) if kind == MailKind.TEAMS_WEEK else []
    return turn_for(person, kind, now, teams), teams


def digest_for(
    person: User, kind: MailKind, turn: Turn, teams: Sequence[Team], now: datetime
) -> OwnDigest | TeamsDigest | None:
    """What the mail says; None where there is nothing to say."""
    if kind == MailKind.OWN_WEEK:
        return own_digest(person, turn, now)
    return teams_digest(person, teams, turn, now) if teams else None


def mail_for(person: User, kind: MailKind, digest: OwnDigest | TeamsDigest) -> EmailMultiAlternatives:
    """The mail itself. Without an address of the house (`PUBLIC_URL`) it has no links, and says where to stop it."""
    house = settings.PUBLIC_URL.rstrip("/")
    mail = EmailMultiAlternatives(
        subject=" ".join(digest.subject.split()),
        body=as_text(person, kind, digest, house),
        to=[person.email],
        headers={"Auto-Submitted": "auto-generated", **_way_out(person, kind, house)},
    )
    mail.attach_alternative(as_html(person, kind, digest, house), "text/html")
    return mail


def as_html(person: User, kind: MailKind, digest: OwnDigest | TeamsDigest, house: str) -> str:
    return render_to_string(f"mail/digests/{kind.value}.html", _context(person, kind, digest, house))


def as_text(person: User, kind: MailKind, digest: OwnDigest | TeamsDigest, house: str) -> str:
    text = render_to_string(f"mail/digests/{kind.value}.txt", _context(person, kind, digest, house))
    return _TWO_BLANK_LINES.sub("\n\n", "\n".join(_wrapped(line) for line in text.splitlines())).strip("\n") + "\n"


def _wrapped(line: str) -> str:
    """Lines that a terminal holds; addresses and the lines of charts stay whole."""
    if len(line) <= _WIDTH or "://" in line:
        return line
    indent = "  " if line.startswith("- ") else ""
    return fill(line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _context(person: User, kind: MailKind, digest: OwnDigest | TeamsDigest, house: str) -> dict[str, object]:
    return {
        "subject": digest.subject,
        "digest": digest,
        "house": house,
        "stop_url": _stop_url(person, kind, house),
        "settings_url": f"{house}{reverse('digests:settings')}" if house else "",
    }


def _stop_url(person: User, kind: MailKind, house: str) -> str:
    return f"{house}{reverse('digests:stop', args=[stop_token(person, kind)])}" if house else ""


def _way_out(person: User, kind: MailKind, house: str) -> dict[str, str]:
    """RFC 8058: the mail program's own button, which posts to the link without anybody signing in."""
    if not house:
        return {}
    return {
        "List-Unsubscribe": f"<{_stop_url(person, kind, house)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
