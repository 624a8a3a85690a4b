"""A busy machine is no reason for a property test to fail, and CI tries the same examples each time."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "microconnect",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
settings.load_profile("microconnect")
