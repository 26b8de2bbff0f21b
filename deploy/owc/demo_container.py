"""The profile `demo` of docker compose: an Open WebUI to sync from, a shop, and a first charge."""

import os
import re
import secrets
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from owc import demo_charge, demo_openwebui
from owc.api import Api, ApiError
from shared.secret_files import value_of

DATABASE = Path("/demo/webui.db")
SECRETS = Path("/secrets")
CHARGED = Path("/tmp/charged")  # noqa: S108 - the container's own
GATEWAY = "http://gateway:8000"
SIMULATOR = "http://payment-simulator:8089"
SHOP = "100500"
_READABLE = 0o444


def prepare() -> None:
    """Make the database, and tell sync and billing by files of their settings where all is."""
    demo_openwebui.create(DATABASE)
    DATABASE.parent.chmod(0o755)
    DATABASE.chmod(_READABLE)
    _write(SECRETS / "sync" / "owc_openwebui_sqlite", str(DATABASE))
    if not (SECRETS / "billing" / "owc_yookassa_secret_key").exists():
        _open_shop(SECRETS / "billing", SECRETS / "simulator")


def _open_shop(billing: Path, simulator: Path) -> None:
    """Make billing a customer of the simulator: only outside of production it can be one."""
    key = _kept(simulator / "key", "test_")
    token = _kept(simulator / "token")
    settings = {
        "env": "development",
        "yookassa_shop_id": SHOP,
        "yookassa_secret_key": key,
        "yookassa_api_url": f"{SIMULATOR}/v3",
        "yookassa_webhook_token": token,
    }
    for name, text in settings.items():
        _write(billing / f"owc_{name}", text)
    notices = f"{GATEWAY}/api/v1/billing/webhook/yookassa?token={token}"
    _write(simulator / "options", f"--shop={SHOP}:{key}\n--webhook-url={notices}\n")


def _kept(file: Path, prefix: str = "") -> str:
    """The same secret at every start: who reads it may run on."""
    if not file.is_file():
        _write(file, prefix + secrets.token_hex(24))
    return file.read_text()


def _write(file: Path, text: str) -> None:
    file.unlink(missing_ok=True)
    file.write_text(text)
    file.chmod(_READABLE)


def charge() -> None:
    """Prices, credits and one charge; then wait, because a container that ends is not healthy."""
    admin = Api.as_admin(GATEWAY, "admin", value_of("OWC_ADMIN_PASSWORD"))
    key = Api.with_key(GATEWAY, value_of("OWC_CREDITS_API_KEY"))
    demo_charge.prepare(admin, key)
    print(demo_charge.charge(key))
    print(
        "Be that user, and buy a plan: docker compose exec demo python -m owc.demo_container link"
    )
    sys.stdout.flush()
    CHARGED.touch()
    while True:
        time.sleep(3600)


def link() -> None:
    """A link that signs a browser in as the demo user, once, at the address that people use."""
    address = urlsplit(first_of_range(os.environ["OWC_DEMO_URL"]))
    key = Api.with_key(GATEWAY, value_of("OWC_CREDITS_API_KEY"))
    key.headers |= {"Host": address.netloc, "X-Forwarded-Proto": address.scheme}
    print(demo_charge.own_page(key))


def first_of_range(url: str) -> str:
    """Several gateways are published on `PORT=8000-8003`; the first of them exists."""
    return re.sub(r"(:\d+)-\d+$", r"\1", url)


def main() -> int:
    try:
        {"prepare": prepare, "charge": charge, "link": link}[sys.argv[1]]()
    except ApiError as error:
        sys.stderr.write(f"{error.for_people()}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
