"""Rows for tests."""

from datetime import UTC, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from coaching.guidelines.models import GreetingGuideline, GuidelineVersion, Strength
from coaching.guidelines.services import drafting as guidelines
from interactions.clocks import as_lived
from interactions.models import Channel, Encounter, Outcome, Promise, Situation
from microconnect.devices.models import Device, DevicePin
from microconnect.devices.models.device import hash_of
from microconnect.devices.models.pin import hash_of_pin
from microconnect.notices.models import Kind, Notice
from microconnect.people.models import Membership, Role, Team, User


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    name = factory.Sequence(lambda n: f"Person {n}")
    email = factory.LazyAttribute(
        lambda user: f"{user.name.split()[0].lower()}.{user.name.split()[-1].lower()}@shop.example"
    )
    password = factory.django.Password("correct horse battery")


class TeamFactory(DjangoModelFactory):
    class Meta:
        model = Team

    name = factory.Sequence(lambda n: f"Shop {n}")
    slug = factory.Sequence(lambda n: f"shop-{n}")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    team = factory.SubFactory(TeamFactory)
    role = Role.FRONTLINE
    since = factory.LazyFunction(lambda: datetime.now(UTC) - timedelta(days=400))


class SituationFactory(DjangoModelFactory):
    class Meta:
        model = Situation

    name = factory.Sequence(lambda n: f"Situation {n}")
    slug = factory.Sequence(lambda n: f"situation-{n}")


class EncounterFactory(DjangoModelFactory):
    """An encounter as it is stored, not yet assessed."""

    class Meta:
        model = Encounter

    person = factory.SubFactory(UserFactory)
    team = factory.SubFactory(TeamFactory)
    channel = Channel.FACE
    outcome = Outcome.SORTED
    occurred_at = factory.LazyFunction(lambda: datetime.now(UTC) - timedelta(minutes=10))
    occurred_on = factory.LazyAttribute(lambda e: as_lived(e.team.time_zone, e.occurred_at)["occurred_on"])
    occurred_hour = factory.LazyAttribute(lambda e: as_lived(e.team.time_zone, e.occurred_at)["occurred_hour"])
    submission = factory.Sequence(lambda n: f"{n:064d}")


class PromiseFactory(DjangoModelFactory):
    class Meta:
        model = Promise

    encounter = factory.SubFactory(EncounterFactory)
    what = "Ring back about the kettle"
    made_at = factory.LazyAttribute(lambda promise: promise.encounter.occurred_at)
    due_at = factory.LazyAttribute(lambda promise: promise.made_at + timedelta(days=1))


class GuidelineFactory(DjangoModelFactory):
    """A guideline of the draft; `publish_draft` makes it hold."""

    class Meta:
        model = GreetingGuideline

    version = factory.LazyFunction(lambda: guidelines.begin(by=None))
    title = factory.Sequence(lambda n: f"Guideline {n}")
    strength = Strength.NEVER
    phrases = "you people"
    reason = "It sorts people into groups."


class NoticeFactory(DjangoModelFactory):
    class Meta:
        model = Notice

    person = factory.SubFactory(UserFactory)
    kind = Kind.BOUNDS
    title = "What is in and out of bounds changed"
    body = "New: never say “you people”. Say “the four of you”."
    url = "/guidelines/"
    made_at = factory.LazyFunction(lambda: datetime.now(UTC))


def publish_draft(*, why: str = "It was time.", **values) -> GuidelineVersion:
    """Publish the draft of the guidelines, or an empty one, without asking whether it is fit to be."""
    draft = guidelines.begin(by=values.get("by"))
    stated = {"by": None, "edition": draft.edition, "counts_from": None, "now": datetime.now(UTC), **values}
    return guidelines.publish(draft=draft, why=why, **stated)


class DeviceFactory(DjangoModelFactory):
    class Meta:
        model = Device

    class Params:
        token = factory.Sequence(lambda n: f"token-{n}")

    name = factory.Sequence(lambda n: f"Till {n}")
    team = factory.SubFactory(TeamFactory)
    token_hash = factory.LazyAttribute(lambda device: hash_of(device.token))
    registered_by = factory.SubFactory(UserFactory)


class DevicePinFactory(DjangoModelFactory):
    class Meta:
        model = DevicePin

    class Params:
        digits = "2580"

    device = factory.SubFactory(DeviceFactory)
    user = factory.SubFactory(UserFactory)
    pin_hash = factory.LazyAttribute(lambda pin: hash_of_pin(pin.digits))
