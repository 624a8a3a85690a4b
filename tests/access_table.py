"""Who gets what, for every route and method. `tests/test_access.py` holds the house to it; `docs/access.md` shows it.

The cast: nobody signed in; Ada and Ben log in one team; Sana supervises them; Otto supervises another team; Ivy
administers; Dora's account is closed. An object in an address is Ada's, another's, another team's, or missing; "ada's
tablet" says that the request comes from the registered tablet of her team.

What one gets: a status, or LOGIN for a redirect to the sign-in page. 422 on an empty POST says that the form was reached.
"""

from dataclasses import dataclass

LOGIN = "login"
CAST = ("nobody", "ada", "ben", "sana", "otto", "ivy", "dora")


@dataclass(frozen=True, slots=True)
class Access:
    """One line: a method, a route by name, whose object it is about, and what each of the cast gets."""

    method: str
    route: str
    about: str
    gets: tuple[int | str, ...]

    @property
    def id(self) -> str:
        return f"{self.method} {self.route} {self.about}".strip()


def _line(method: str, route: str, about: str, *gets: int | str) -> Access:
    if len(gets) == 1:
        gets = gets * len(CAST)
    return Access(method, route, about, gets)


_EVERYBODY = (LOGIN, 200, 200, 200, 200, 200, LOGIN)
_ADMINISTRATORS = (LOGIN, 403, 403, 403, 403, 200, LOGIN)
_ADMINISTRATORS_POST = (LOGIN, 403, 403, 403, 403, 422, LOGIN)
_ADMINISTRATORS_DO = (LOGIN, 403, 403, 403, 403, 302, LOGIN)
_NOBODY_THEMSELVES = (LOGIN, 403, 403, 403, 403, 403, LOGIN)
_MISSING = (LOGIN, 404, 404, 404, 404, 404, LOGIN)
_MISSING_ADMINISTRATION = (LOGIN, 403, 403, 403, 403, 404, LOGIN)

TABLE = (
    #                                          nobody  ada  ben  sana otto ivy  dora
    _line("GET", "home", "", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    _line("GET", "health", "", 200),
    # Logging
    _line("GET", "log", "", LOGIN, 200, 200, 200, 200, 403, LOGIN),
    _line("POST", "log", "", LOGIN, 422, 422, 422, 422, 403, LOGIN),
    _line("GET", "edit_encounter", "ada's", LOGIN, 200, 404, 403, 404, 403, LOGIN),
    _line("GET", "edit_encounter", "other team's", LOGIN, 404, 404, 404, 403, 403, LOGIN),
    _line("GET", "edit_encounter", "missing", *_MISSING),
    _line("POST", "edit_encounter", "ada's", LOGIN, 422, 404, 403, 404, 403, LOGIN),
    _line("POST", "edit_encounter", "other team's", LOGIN, 404, 404, 404, 403, 403, LOGIN),
    _line("POST", "edit_encounter", "missing", *_MISSING),
    # Ada comes first and takes hers back; to the others it is one that never was.
    _line("POST", "undo_encounter", "ada's", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    _line("POST", "undo_encounter", "other team's", LOGIN, 302, 302, 302, 403, 403, LOGIN),
    _line("POST", "undo_encounter", "missing", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    # Without network: the shell has nobody in it, the kit is one's own
    _line("GET", "log_kit", "", *_EVERYBODY),
    _line("GET", "log_shell", "", 200),
    _line("GET", "offline", "", 200),
    _line("GET", "service_worker", "", 200),
    _line("GET", "manifest", "", 200),
    _line("GET", "recovery", "", *_ADMINISTRATORS),
    _line("POST", "recovery_key", "ada's", *_ADMINISTRATORS_POST),
    _line("POST", "recovery_key", "dora's", *_ADMINISTRATORS),
    _line("POST", "recovery_key", "missing", *_MISSING_ADMINISTRATION),
    # Promises
    _line("GET", "promises:list", "", *_EVERYBODY),
    _line("POST", "promises:keep", "ada's", LOGIN, 302, 404, 302, 404, 403, LOGIN),
    _line("POST", "promises:keep", "other team's", LOGIN, 404, 404, 404, 302, 403, LOGIN),
    _line("POST", "promises:keep", "missing", *_MISSING),
    _line("GET", "promises:calendar", "ada's", LOGIN, 200, 404, 200, 404, 200, LOGIN),
    _line("GET", "promises:calendar", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "promises:calendar", "missing", *_MISSING),
    # Encounters
    _line("GET", "encounters:list", "", *_EVERYBODY),
    _line("GET", "encounters:names", "people", *_EVERYBODY),
    _line("GET", "encounters:names", "missing", *_MISSING),
    _line("GET", "encounters:detail", "ada's", LOGIN, 200, 404, 200, 404, 200, LOGIN),
    _line("GET", "encounters:detail", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "encounters:detail", "missing", *_MISSING),
    _line("GET", "encounters:csv", "", *_EVERYBODY),
    _line("GET", "encounters:xlsx", "", *_EVERYBODY),
    # Dashboards
    _line("GET", "me", "", *_EVERYBODY),
    _line("GET", "teams:list", "", LOGIN, 403, 403, 200, 200, 200, LOGIN),
    _line("GET", "teams:detail", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:detail", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:detail", "missing", *_MISSING),
    _line("GET", "teams:alike", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:alike", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:alike", "missing", *_MISSING),
    _line("GET", "teams:alike", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:alike", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:alike", "missing", *_MISSING),
    _line("GET", "teams:person", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:person", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:person", "missing", LOGIN, 403, 403, 404, 404, 404, LOGIN),
    _line("GET", "organisation", "", *_ADMINISTRATORS),
    _line("GET", "time_to_log", "", *_ADMINISTRATORS),
    _line("GET", "teams:choose", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:choose", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:choose", "missing", *_MISSING),
    _line("GET", "teams:when", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:when", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:when", "missing", *_MISSING),
    _line("GET", "teams:situations", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:situations", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:situations", "missing", *_MISSING),
    _line("GET", "teams:matrix", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:matrix", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:matrix", "missing", *_MISSING),
    _line("GET", "teams:alike", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:alike", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:alike", "missing", *_MISSING),
    _line("GET", "teams:fair", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:fair", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:fair", "missing", *_MISSING),
    _line("GET", "teams:scripts", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:scripts", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:scripts", "missing", *_MISSING),
    _line("GET", "teams:table_csv", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:table_csv", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:table_csv", "missing", *_MISSING),
    _line("GET", "teams:table_xlsx", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:table_xlsx", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:table_xlsx", "missing", *_MISSING),
    _line("GET", "teams:fair_csv", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:fair_csv", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:fair_csv", "missing", *_MISSING),
    _line("GET", "teams:fair_xlsx", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:fair_xlsx", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:fair_xlsx", "missing", *_MISSING),
    _line("GET", "teams:scripts_csv", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:scripts_csv", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:scripts_csv", "missing", *_MISSING),
    _line("GET", "teams:scripts_xlsx", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:scripts_xlsx", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:scripts_xlsx", "missing", *_MISSING),
    _line("GET", "teams:person_csv", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:person_csv", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:person_csv", "missing", LOGIN, 403, 403, 404, 404, 404, LOGIN),
    _line("GET", "teams:person_xlsx", "ada's", LOGIN, 403, 403, 200, 404, 200, LOGIN),
    _line("GET", "teams:person_xlsx", "other team's", LOGIN, 404, 404, 404, 200, 200, LOGIN),
    _line("GET", "teams:person_xlsx", "missing", LOGIN, 403, 403, 404, 404, 404, LOGIN),
    _line("GET", "me_csv", "own", *_EVERYBODY),
    _line("GET", "me_csv", "missing", *_MISSING),
    _line("GET", "me_xlsx", "own", *_EVERYBODY),
    _line("GET", "me_xlsx", "missing", *_MISSING),
    _line("GET", "organisation_csv", "there", *_ADMINISTRATORS),
    _line("GET", "organisation_csv", "missing", *_MISSING_ADMINISTRATION),
    _line("GET", "organisation_xlsx", "there", *_ADMINISTRATORS),
    _line("GET", "organisation_xlsx", "missing", *_MISSING_ADMINISTRATION),
    # Guidelines
    _line("GET", "guidelines:list", "", *_EVERYBODY),
    _line("GET", "guidelines:rules", "", *_EVERYBODY),
    _line("GET", "guidelines:add", "", *_ADMINISTRATORS),
    _line("POST", "guidelines:add", "", *_ADMINISTRATORS_POST),
    _line("GET", "guidelines:edit", "there", *_ADMINISTRATORS),
    _line("GET", "guidelines:edit", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "guidelines:edit", "there", *_ADMINISTRATORS_POST),
    _line("POST", "guidelines:edit", "missing", *_MISSING_ADMINISTRATION),
    _line("GET", "guidelines:draft", "", *_ADMINISTRATORS),
    _line("POST", "guidelines:draft", "", *_ADMINISTRATORS_DO),
    _line("POST", "guidelines:remove", "there", *_ADMINISTRATORS_DO),
    _line("POST", "guidelines:remove", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "guidelines:starter", "", *_ADMINISTRATORS_DO),
    _line("POST", "guidelines:keep_case", "", *_ADMINISTRATORS_POST),
    _line("POST", "guidelines:remove_case", "there", *_ADMINISTRATORS_DO),
    _line("POST", "guidelines:remove_case", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "guidelines:discard", "", *_ADMINISTRATORS_DO),
    _line("POST", "guidelines:look", "", *_ADMINISTRATORS_POST),
    _line("GET", "guidelines:publish", "", *_ADMINISTRATORS),
    _line("POST", "guidelines:publish", "", *_ADMINISTRATORS_POST),
    _line("GET", "guidelines:versions", "", *_ADMINISTRATORS),
    _line("GET", "guidelines:version", "there", *_ADMINISTRATORS),
    _line("GET", "guidelines:version", "missing", *_MISSING_ADMINISTRATION),
    _line("GET", "look", "there", *_ADMINISTRATORS),
    _line("GET", "look", "missing", *_MISSING_ADMINISTRATION),
    _line("GET", "look_file", "there", *_ADMINISTRATORS),
    _line("GET", "look_file", "missing", *_MISSING_ADMINISTRATION),
    _line("GET", "jobs:detail", "there", *_ADMINISTRATORS),
    _line("GET", "jobs:detail", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "jobs:stop", "there", *_ADMINISTRATORS_DO),
    _line("POST", "jobs:stop", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "jobs:resume", "there", *_ADMINISTRATORS_DO),
    _line("POST", "jobs:resume", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "guidelines:check", "", LOGIN, 200, 200, 200, 200, 200, LOGIN),
    _line("GET", "practices", "", *_EVERYBODY),
    # Audit
    _line("GET", "audit:list", "", *_ADMINISTRATORS),
    _line("GET", "audit:export", "", *_ADMINISTRATORS),
    # People and teams
    _line("GET", "people:list", "", *_ADMINISTRATORS),
    _line("GET", "people:export", "", *_ADMINISTRATORS),
    _line("GET", "people:invite", "", *_ADMINISTRATORS),
    _line("POST", "people:invite", "", *_ADMINISTRATORS_POST),
    _line("POST", "people:send_invitations", "", *_ADMINISTRATORS_DO),
    _line("GET", "people:import", "", *_ADMINISTRATORS),
    _line("POST", "people:import", "", *_ADMINISTRATORS_POST),
    _line("GET", "people:draft", "ivy's", *_ADMINISTRATORS),
    _line("GET", "people:draft", "another's", *_MISSING_ADMINISTRATION),
    _line("GET", "people:draft", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:draft", "ivy's", LOGIN, 403, 403, 403, 403, 409, LOGIN),
    _line("POST", "people:draft", "another's", *_ADMINISTRATORS_DO),
    _line("POST", "people:draft", "missing", *_ADMINISTRATORS_DO),
    _line("GET", "people:person", "ada's", *_ADMINISTRATORS),
    _line("GET", "people:person", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:person", "ada's", *_ADMINISTRATORS_POST),
    _line("POST", "people:person", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:join", "ada's", *_ADMINISTRATORS_POST),
    _line("POST", "people:join", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:move", "ada's", *_ADMINISTRATORS_POST),
    _line("POST", "people:move", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:end", "ada's", *_ADMINISTRATORS_POST),
    _line("POST", "people:end", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:withdraw", "ada's", *_ADMINISTRATORS_DO),
    _line("POST", "people:withdraw", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:invite_again", "ada's", *_ADMINISTRATORS_DO),
    _line("POST", "people:invite_again", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:deactivate", "ada's", *_ADMINISTRATORS_DO),
    _line("POST", "people:deactivate", "ivy's", *_NOBODY_THEMSELVES),
    _line("POST", "people:deactivate", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:reactivate", "ada's", *_ADMINISTRATORS_DO),
    _line("POST", "people:reactivate", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:administrator", "ada's", *_ADMINISTRATORS_DO),
    _line("POST", "people:administrator", "ivy's", *_NOBODY_THEMSELVES),
    _line("POST", "people:administrator", "missing", *_MISSING_ADMINISTRATION),
    _line("GET", "people:teams", "", *_ADMINISTRATORS),
    _line("GET", "people:add_team", "", *_ADMINISTRATORS),
    _line("POST", "people:add_team", "", *_ADMINISTRATORS_POST),
    _line("GET", "people:team", "ada's", *_ADMINISTRATORS),
    _line("GET", "people:team", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:team", "ada's", *_ADMINISTRATORS_POST),
    _line("POST", "people:team", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:time_zone", "ada's", *_ADMINISTRATORS_POST),
    _line("POST", "people:time_zone", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:retire_team", "ada's", *_ADMINISTRATORS_POST),
    _line("POST", "people:retire_team", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "people:reopen_team", "ada's", *_ADMINISTRATORS_DO),
    _line("POST", "people:reopen_team", "missing", *_MISSING_ADMINISTRATION),
    # Situations
    _line("GET", "situations:list", "", *_ADMINISTRATORS),
    _line("POST", "situations:list", "", *_ADMINISTRATORS_POST),
    _line("GET", "situations:detail", "there", *_ADMINISTRATORS),
    _line("GET", "situations:detail", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "situations:detail", "there", *_ADMINISTRATORS_POST),
    _line("POST", "situations:detail", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "situations:retire", "there", LOGIN, 403, 403, 403, 403, 302, LOGIN),
    _line("POST", "situations:retire", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "situations:bring_back", "there", LOGIN, 403, 403, 403, 403, 302, LOGIN),
    _line("POST", "situations:bring_back", "missing", *_MISSING_ADMINISTRATION),
    _line("GET", "situations:merge", "there", *_ADMINISTRATORS),
    _line("GET", "situations:merge", "missing", *_MISSING_ADMINISTRATION),
    _line("POST", "situations:merge", "there", *_ADMINISTRATORS_POST),
    _line("POST", "situations:merge", "missing", *_MISSING_ADMINISTRATION),
    # What one was told: never another's, and not an administrator's business either
    _line("GET", "notices:list", "", *_EVERYBODY),
    _line("GET", "notices:follow", "ada's", LOGIN, 302, 404, 404, 404, 404, LOGIN),
    _line("GET", "notices:follow", "missing", *_MISSING),
    _line("POST", "notices:seen", "", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    _line("GET", "notices:settings", "", *_EVERYBODY),
    _line("POST", "notices:settings", "", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    # Weekly mails: one's own alone; whoever holds a mail may stop those like it
    _line("GET", "digests:settings", "", *_EVERYBODY),
    _line("POST", "digests:settings", "", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    _line("GET", "digests:preview", "own", *_EVERYBODY),
    _line("GET", "digests:preview", "teams", LOGIN, 403, 403, 200, 200, 200, LOGIN),
    _line("GET", "digests:preview", "missing", *_MISSING),
    _line("GET", "digests:preview_text", "own", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    _line("GET", "digests:preview_text", "teams", LOGIN, 403, 403, 302, 302, 302, LOGIN),
    _line("GET", "digests:preview_text", "missing", *_MISSING),
    _line("GET", "digests:stop", "ada's", 200),
    _line("POST", "digests:stop", "ada's", 200),
    _line("GET", "digests:stop", "missing", 404),
    _line("POST", "digests:stop", "missing", 404),
    # Scorecards
    _line("GET", "scorecards:list", "", *_ADMINISTRATORS),
    _line("GET", "scorecards:draft", "", *_ADMINISTRATORS),
    _line("POST", "scorecards:draft", "", LOGIN, 403, 403, 403, 403, 302, LOGIN),
    _line("POST", "scorecards:save", "", *_ADMINISTRATORS_POST),
    _line("POST", "scorecards:preview", "", *_ADMINISTRATORS_POST),
    _line("POST", "scorecards:look", "", *_ADMINISTRATORS_POST),
    _line("GET", "scorecards:publish", "", *_ADMINISTRATORS),
    _line("POST", "scorecards:publish", "", *_ADMINISTRATORS_POST),
    _line("POST", "scorecards:discard", "", LOGIN, 403, 403, 403, 403, 302, LOGIN),
    _line("GET", "scorecards:versions", "", *_ADMINISTRATORS),
    _line("GET", "scorecards:version", "there", *_ADMINISTRATORS),
    _line("GET", "scorecards:version", "missing", *_MISSING_ADMINISTRATION),
    # Accounts
    _line("GET", "account_login", "", 200, 302, 302, 302, 302, 302, 200),
    _line("POST", "account_login", "", 200, 302, 302, 302, 302, 302, 200),
    _line("GET", "account_logout", "", 302, 200, 200, 200, 200, 200, 302),
    _line("POST", "account_logout", "", 302),
    _line("GET", "account_signup", "", 200, 302, 302, 302, 302, 302, 200),
    _line("POST", "account_signup", "", 200, 302, 302, 302, 302, 302, 200),
    _line("GET", "account_inactive", "", 200),
    _line("GET", "account_reauthenticate", "", *_EVERYBODY),
    _line("POST", "account_reauthenticate", "", *_EVERYBODY),
    _line("GET", "account_change_password", "", *_EVERYBODY),
    _line("POST", "account_change_password", "", *_EVERYBODY),
    _line("GET", "account_set_password", "", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    _line("POST", "account_set_password", "", LOGIN, 302, 302, 302, 302, 302, LOGIN),
    _line("GET", "account_reset_password", "", 200),
    _line("POST", "account_reset_password", "", 200),
    _line("GET", "account_reset_password_done", "", 200),
    _line("GET", "account_reset_password_from_key", "missing", 200),
    _line("POST", "account_reset_password_from_key", "missing", 200),
    _line("GET", "account_reset_password_from_key_done", "", 200),
    # Shared tablets
    _line("GET", "devices:list", "", LOGIN, 403, 403, 200, 200, 200, LOGIN),
    _line("POST", "devices:list", "", LOGIN, 403, 403, 422, 422, 422, LOGIN),
    _line("POST", "devices:retire", "ada's", LOGIN, 403, 403, 302, 404, 302, LOGIN),
    _line("POST", "devices:retire", "other team's", LOGIN, 404, 404, 404, 302, 302, LOGIN),
    _line("POST", "devices:retire", "missing", *_MISSING),
    _line("GET", "devices:pin", "", LOGIN, 403, 403, 403, 403, 403, LOGIN),
    _line("GET", "devices:pin", "ada's tablet", LOGIN, 302, 302, 302, 403, 403, LOGIN),
    _line("POST", "devices:pin", "", LOGIN, 403, 403, 403, 403, 403, LOGIN),
    _line("POST", "devices:pin", "ada's tablet", LOGIN, 302, 302, 302, 403, 403, LOGIN),
    _line("POST", "devices:remove_pin", "", LOGIN, 403, 403, 403, 403, 403, LOGIN),
    _line("POST", "devices:remove_pin", "ada's tablet", LOGIN, 302, 302, 302, 403, 403, LOGIN),
    _line("GET", "devices:switch", "", 302),
    _line("POST", "devices:switch", "", 422),
    _line("POST", "devices:switch", "ada's tablet", 422),
)


def as_markdown() -> str:
    """The table as `docs/access.md` shows it."""
    lines = [
        "# Who gets what",
        "",
        "Made from `tests/access_table.py`, to which the tests hold every route; do not edit by hand. Write it anew with",
        "`python -m tests.access_table > docs/access.md`. A route without a line here fails the build.",
        "",
        *_introduction(),
        "",
        "| | route | about | " + " | ".join(CAST) + " |",
        "|---|---|---|" + "---|" * len(CAST),
    ]
    lines += [f"| {a.method} | `{a.route}` | {a.about} | " + " | ".join(map(str, a.gets)) + " |" for a in TABLE]
    return "\n".join(lines) + "\n"


def _introduction() -> list[str]:
    return (__doc__ or "").split("\n\n", 1)[1].strip().splitlines()


if __name__ == "__main__":
    print(as_markdown(), end="")  # noqa: T201 - this is what it is for
