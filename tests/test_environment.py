"""`.env.example` is where whoever installs this looks: it names what the settings read, and nothing else."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_variable_that_the_settings_read_is_explained() -> None:
    read = set(re.findall(r'env(?:\.\w+)?\(\s*"(\w+)"', (ROOT / "microconnect/settings.py").read_text()))
    explained = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), flags=re.MULTILINE))
    assert read == explained
