"""The system's Chromium, found by name."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")


def executable() -> str:
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    raise RuntimeError(
        f"a browser is needed, one of: {', '.join(NAMES)} (Debian: apt install chromium)"
    )
