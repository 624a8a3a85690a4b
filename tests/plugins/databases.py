"""What the suite runs on: `pytest` uses SQLite, `pytest --pg` a real PostgreSQL that lives for the run.

Loaded by name in pyproject.toml, because the environment has to be ready before Django reads its settings.
"""

import atexit
import os
import signal
from collections.abc import Generator, Iterator

import pytest

from tests.plugins import embedded_pg

# Near to production, but over plain http and without collected static files. A developer's .env has no say.
_ENVIRONMENT = {
    "SECRET_KEY": "only-for-tests-" + "x" * 50,
    "DEBUG": "false",
    "DEMO": "false",
    "SECURE_SSL_REDIRECT": "false",
    "STATICFILES_BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    "ALLOWED_HOSTS": "localhost,127.0.0.1,testserver",
    "CSRF_TRUSTED_ORIGINS": "",
    "EMAIL_URL": "memorymail://",
    "LOG_LEVEL": "WARNING",
}
# Nothing is ever there: tests get their own file (conftest.py), and what asks outside of a test should fail.
_SQLITE_URL = "sqlite:///no-such-folder/outside-of-tests.sqlite3"
_IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pg", action="store_true", help="run on a throw-away PostgreSQL instead of SQLite")


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, object, object]:
    # A wrapper comes before pytest-django's own hook, which reads the settings.
    os.environ.update(_ENVIRONMENT)
    if not _IS_WORKER:  # a worker of xdist inherits the address
        wants_postgres = early_config.known_args_namespace.pg
        os.environ["DATABASE_URL"] = _start_postgres() if wants_postgres else _SQLITE_URL
    return (yield)


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Hashing that is slow on purpose would be most of the suite's time."""
    from django.test import override_settings

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


def _start_postgres() -> str:
    try:
        server = embedded_pg.start()
    except embedded_pg.PostgresNotFoundError as error:
        raise pytest.UsageError(str(error)) from error
    atexit.register(server.stop)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a CI time limit skips atexit otherwise
    return server.url
