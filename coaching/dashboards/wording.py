"""Numbers, days and greetings as people read them. Formatted here, because template filters cost more than the query."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from microconnect.periods import Period

NOT_YET = "–"  # where there is too little to show a figure
MORNING_ENDS, AFTERNOON_ENDS, NIGHT_ENDS = 12, 18, 4
WEEKDAYS_BACK = 6
FROM_THOUSANDS = 1000


def whole(number: float) -> str:
    """Halves upward."""
    return str(int(number + 0.5))


def count_text(count: int) -> str:
    """ "2,109": thousands are told apart on every page alike."""
    return number_format(count, force_grouping=True) if count >= FROM_THOUSANDS else str(count)


def percent(share: float) -> str:
    """ "18 %", which no line breaks apart."""
    return _("%(number)s\u00a0%%") % {"number": whole(share * 100)}


def between(interval: tuple[float, float]) -> str:
    """How far chance may have moved a mean: "between 70 and 74"."""
    return _("between %(low)s and %(high)s") % {"low": whole(interval[0]), "high": whole(interval[1])}


def between_shares(interval: tuple[float, float]) -> str:
    """The same of a share: "between 49 % and 94 %"."""
    return _("between %(low)s and %(high)s") % {"low": percent(interval[0]), "high": percent(interval[1])}


def percents(interval: tuple[float, float]) -> str:
    """ "49–94", where a column says that it is per cent."""
    return f"{whole(interval[0] * 100)}–{whole(interval[1] * 100)}"


def minutes(seconds: float) -> str:
    """ "1:30 min"; a duration read from a histogram is no more exact than that."""
    rounded = int(seconds / 5 + 0.5) * 5 if seconds > 10 else int(seconds + 0.5)
    return _("%(minutes)d:%(seconds)02d min") % {"minutes": rounded // 60, "seconds": rounded % 60}


def promises_overdue(count: int) -> str:
    """Empty where none is."""
    if not count:
        return ""
    return ngettext("%(count)d promise overdue", "%(count)d promises overdue", count) % {"count": count}


def weeks_text(period: Period) -> str:
    """ "24 August to 22 November": the days that figures are of."""
    return _("%(first)s to %(last)s") % {"first": long_day(period.start), "last": long_day(period.last_day)}


def short_day(day: date) -> str:
    """ "24 Aug"."""
    return date_format(day, "j M")


def long_day(day: date) -> str:
    """ "24 August"."""
    return date_format(day, "j F")


def day_not_long_ago(day: date, today: date) -> str:
    """Today, the weekday within the last week, else the date."""
    if day == today:
        return _("today")
    return date_format(day, "l") if 0 <= (today - day).days <= WEEKDAYS_BACK else long_day(day)


def greeting(name: str, at: datetime, zone: str) -> str:
    """A greeting for the hour where the team is."""
    hour = at.astimezone(ZoneInfo(zone)).hour
    if NIGHT_ENDS <= hour < MORNING_ENDS:
        return _("Good morning, %(name)s.") % {"name": name}
    if MORNING_ENDS <= hour < AFTERNOON_ENDS:
        return _("Good afternoon, %(name)s.") % {"name": name}
    return _("Good evening, %(name)s.") % {"name": name}
