"""Where a container finds its secrets: a file for each setting, named like its variable."""

import os
from pathlib import Path

SECRETS_DIR = Path("/run/secrets")


def value_of(name: str) -> str:
    """A setting that is needed before there are settings; KeyError where nobody gave it."""
    if name in os.environ:
        return os.environ[name]
    try:
        return (SECRETS_DIR / name.lower()).read_text().strip()
    except OSError:
        raise KeyError(name) from None
