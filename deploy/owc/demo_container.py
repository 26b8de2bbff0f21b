"""The profile `demo` of docker compose: an Open WebUI to sync from, and a first charge."""

import sys
import time
from pathlib import Path

from owc import demo_charge, demo_openwebui
from owc.api import Api, ApiError
from shared.secret_files import value_of

DATABASE = Path("/demo/webui.db")
SYNC_SECRETS = Path("/secrets")
CHARGED = Path("/tmp/charged")  # noqa: S108 - the container's own
GATEWAY = "http://gateway:8000"
_READABLE = 0o444


def prepare() -> None:
    """Make the database, and tell sync by a file of its settings where it is."""
    demo_openwebui.create(DATABASE)
    DATABASE.parent.chmod(0o755)
    DATABASE.chmod(_READABLE)
    setting = SYNC_SECRETS / "owc_openwebui_sqlite"
    setting.write_text(str(DATABASE))
    setting.chmod(_READABLE)


def charge() -> None:
    """Prices, credits and one charge; then wait, because a container that ends is not healthy."""
    admin = Api.as_admin(GATEWAY, "admin", value_of("OWC_ADMIN_PASSWORD"))
    key = Api.with_key(GATEWAY, value_of("OWC_CREDITS_API_KEY"))
    demo_charge.prepare(admin, key)
    sys.stdout.write(f"{demo_charge.charge(key)}\n")
    sys.stdout.flush()
    CHARGED.touch()
    while True:
        time.sleep(3600)


def main() -> int:
    try:
        {"prepare": prepare, "charge": charge}[sys.argv[1]]()
    except ApiError as error:
        sys.stderr.write(f"{error.for_people()}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
