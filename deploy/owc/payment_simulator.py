"""The simulated payment provider of `make up`: used as long as no real shop is configured."""

import os
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from owc.api import door
from owc.home import Home, write_private

NAME = "payment-simulator"
MODULE = "yookassa_simulator.main"
SHOP = "100500"
_ITS_OWN = ("OWC_ENV", "OWC_HOST", "OWC_PORT", "OWC_SIMULATOR_")


def is_wanted() -> bool:
    """No shop in the environment, and the simulator is in this checkout."""
    return not os.environ.get("OWC_YOOKASSA_SHOP_ID") and find_spec(MODULE) is not None


def billing_environment(home: Home, port: int) -> dict[str, str]:
    """What makes billing a customer of the simulator."""
    return {
        "OWC_YOOKASSA_SHOP_ID": SHOP,
        "OWC_YOOKASSA_SECRET_KEY": _key(home),
        "OWC_YOOKASSA_API_URL": f"http://127.0.0.1:{port}/v3",
        "OWC_YOOKASSA_WEBHOOK_TOKEN": home.secret("webhook"),
        # It allows what a real shop must be granted first, and shows what it is like.
        "OWC_ENABLE_BILLING_RECURRING": os.environ.get("OWC_ENABLE_BILLING_RECURRING", "true"),
        "OWC_RETURN_URL_HOSTS": os.environ.get("OWC_RETURN_URL_HOSTS", "127.0.0.1,localhost"),
    }


def clock_environment(home: Home) -> dict[str, str]:
    """What makes a service follow the demonstration's time."""
    return {"OWC_CLOCK_FILE": str(_clock_file(home))}


def set_clock(home: Home, ahead: timedelta) -> None:
    write_private(_clock_file(home), f"{ahead.total_seconds()}\n")


def own_environment(home: Home, port: int, gateway_port: int) -> dict[str, str]:
    """The simulator's variables; its notices come in by the public door, as the provider's do."""
    address = f"{door(gateway_port)}/api/v1/billing/webhook/yookassa"
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("OWC_") or name.startswith(_ITS_OWN)
    }
    if certificate := os.environ.get("OWC_SSL_CERTFILE"):
        inherited["SSL_CERT_FILE"] = certificate
    return inherited | {
        "OWC_ENV": "development",
        "OWC_HOST": "127.0.0.1",
        "OWC_PORT": str(port),
        "OWC_SIMULATOR_SHOP": f"{SHOP}:{_key(home)}",
        "OWC_SIMULATOR_WEBHOOK_URL": f"{address}?token={home.secret('webhook')}",
        "OWC_SIMULATOR_STATE": str(home.path / "demo" / "payments.db"),
        "PYTHONUNBUFFERED": "1",
    }


def _clock_file(home: Home) -> Path:
    return home.path / "demo" / "seconds-ahead"


def _key(home: Home) -> str:
    return f"test_{home.secret('shop')}"
