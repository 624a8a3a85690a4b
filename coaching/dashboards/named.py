"""People behind the keys that a query found, as a page lists them: by name, never by figure."""

from collections.abc import Collection

from microconnect.people.models import User


def named_people(keys: Collection[int]) -> list[User]:
    return list(User.objects.get_queryset().filter(pk__in=list(keys)).only("name", "email").order_by("name", "pk"))
