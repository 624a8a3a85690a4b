"""`python -m tests.faults.server.cast`: move the cast into a migrated database, and print who they are and their sessions.

A process of its own, because the tests' Django looks at another database.
"""

import json

import django


def main() -> None:
    django.setup()
    from django.test import Client

    from microconnect.people.models import Role
    from tests.factories import MembershipFactory, SituationFactory, TeamFactory, UserFactory

    harbour = TeamFactory(name="Harbour Street", slug="harbour-street")
    for name in ("Return without receipt", "Late delivery"):
        SituationFactory(name=name, slug=name.lower().replace(" ", "-"))
    people = {
        "ada": UserFactory(name="Ada Okafor"),
        "ben": UserFactory(name="Ben Lindqvist"),
        "sana": UserFactory(name="Sana Mirza"),
        "ivy": UserFactory(name="Ivy Chen", is_administrator=True),
    }
    for nickname, role in (("ada", Role.FRONTLINE), ("ben", Role.FRONTLINE), ("sana", Role.SUPERVISOR)):
        MembershipFactory(user=people[nickname], team=harbour, role=role)

    sessions = {}
    for nickname, user in people.items():
        client = Client()
        client.force_login(user)
        sessions[nickname] = [user.pk, user.email, client.session.session_key]
    print(json.dumps(sessions))  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
