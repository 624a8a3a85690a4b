"""Teams: a name, a time zone, and an end."""

import zoneinfo
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from microconnect.organisation.forms.fields import DayField
from microconnect.organisation.identity import clean_name
from microconnect.people.models import Team
from microconnect.people.models.team import validate_time_zone

_LONGEST_NAME = Team._meta.get_field("name").max_length


class TeamNameField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Name"),
            max_length=_LONGEST_NAME,
            error_messages={"required": _("Give it the name that people call it by.")},
            **kwargs,
        )

    def clean(self, value: Any) -> str:
        return clean_name(super().clean(value))


class TimeZoneField(forms.CharField):
    """A time zone by its name, or by its city alone where there is one of that name. Browsers search the list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Time zone"),
            max_length=64,
            error_messages={"required": _("Choose where its days begin.")},
            help_text=_("Type a city. Days and weeks of the team begin at midnight there."),
            **kwargs,
        )
        self.widget.attrs |= {"list": "time-zones", "autocomplete": "off"}

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        named = _by_city().get("_".join(typed.casefold().split()), [])
        zone = named[0] if len(named) == 1 else typed
        if len(named) > 1:
            raise ValidationError(_("There are several of this name: %(names)s."), params={"names": ", ".join(named)})
        validate_time_zone(zone)
        return zone


class AddTeamForm(forms.Form):
    name = TeamNameField(help_text=_("As people call it: “Harbour Street”, “Late shift”. Its address is made from it."))
    time_zone = TimeZoneField()


class RenameTeamForm(forms.Form):
    name = TeamNameField()


class TimeZoneForm(forms.Form):
    time_zone = TimeZoneField()


class RetireTeamForm(forms.Form):
    """`is_empty` teams are retired at once."""

    last_day = DayField(label=_("Last day of the team"), required=False)

    def __init__(self, *args: Any, is_empty: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_empty:
            del self.fields["last_day"]


@cache
def time_zones() -> list[str]:
    """Those named after a place, which is what people look for, and UTC."""
    return [name for name in sorted(zoneinfo.available_timezones()) if "/" in name and not name.startswith("Etc/")] + [
        "UTC"
    ]


@cache
def _by_city() -> dict[str, list[str]]:
    """The last part of a name, and the whole name, in small letters -> the names that end so."""
    cities: dict[str, list[str]] = {}
    for name in time_zones():
        if not name.startswith(("posix/", "right/", "US/", "Brazil/", "Canada/", "Mexico/", "Chile/")):
            cities.setdefault(name.rsplit("/", 1)[-1].casefold(), []).append(name)
    return cities | {name.casefold(): [name] for name in time_zones()}
