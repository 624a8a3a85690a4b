"""The house's own settings, with two addresses more: a bare signed-in view, and Django's admin as a yardstick."""

from microconnect.settings import *  # noqa: F403
from microconnect.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "django.contrib.admin"]
ROOT_URLCONF = "tests.benchmarks.pages.urls"
