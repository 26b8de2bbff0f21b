"""The shops that may sign in, and what each is allowed to do."""

import base64
import binascii
import hmac
import ipaddress
from typing import Any
from urllib.parse import urlsplit

from yookassa_simulator.errors import invalid, unauthorized
from yookassa_simulator.journal import Document
from yookassa_simulator.outcomes import parse_outcome
from yookassa_simulator.world import EVENTS, World

_FIELDS: dict[str, type | tuple[type, ...]] = {
    "key": str,
    "gateway_id": str,
    "test": bool,
    "fiscal": bool,
    "recurring": bool,
    "webhook_url": (str, type(None)),
    "webhook_secret": (str, type(None)),
    "forwarded_for": (str, type(None)),
    "events": list,
    "unknown_payment_status": int,
    "refund_script": list,
    "receipt_outcome": str,
    "auto_confirm": (str, type(None)),
}


def new_shop(shop_id: str, key: str) -> Document:
    return {
        "id": shop_id,
        "key": key,
        "gateway_id": "100700",
        "test": True,
        "fiscal": False,
        "recurring": True,
        "webhook_url": None,
        "webhook_secret": None,  # nosec B105 - none
        "forwarded_for": None,
        "events": list(EVENTS),
        "unknown_payment_status": 404,
        "refund_script": [],
        "receipt_outcome": "succeeded",
        "auto_confirm": None,
    }


def change(world: World, shop_id: str, changes: Any) -> Document:
    """Create or change a shop; a wrong field changes nothing."""
    shop = world.get("shop", shop_id) or new_shop(shop_id, "")
    if not isinstance(changes, dict):
        raise invalid("shop", "A shop is an object")
    for name, value in changes.items():
        if name not in _FIELDS or not isinstance(value, _FIELDS[name]):
            raise invalid(name, f"Unknown or wrong field {name}")
    _check(world, changes)
    merged = shop | changes
    if not merged["key"]:
        raise invalid("key", "A shop needs a key")
    return world.put("shop", shop_id, merged)


def _check(world: World, changes: Document) -> None:
    if changes.get("webhook_url"):
        check_address(world, changes["webhook_url"])
    if not set(changes.get("events", ())) <= set(EVENTS):
        raise invalid("events", f"events: some of {', '.join(EVENTS)}")
    if changes.get("unknown_payment_status", 404) not in (400, 404):
        raise invalid("unknown_payment_status", "400 or 404")
    if changes.get("receipt_outcome", "succeeded") not in ("succeeded", "canceled", "pending"):
        raise invalid("receipt_outcome", "succeeded, canceled or pending")
    for line in (*changes.get("refund_script", ()), changes.get("auto_confirm") or "succeeded"):
        parse_outcome(line)


def is_near(world: World, host: str) -> bool:
    """Is it this machine, or one of the names that whoever started us has named?"""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {"localhost", *world.names}


def check_address(world: World, url: str) -> None:
    """Refuse a webhook address off this machine: this program can forge notices."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not is_near(world, parts.hostname or ""):
        raise invalid("webhook_url", "Notices are sent to loopback addresses only")


def sign_in(world: World, header: str | None) -> Document:
    """Return the shop of an Authorization header."""
    scheme, _, token = (header or "").partition(" ")
    try:
        shop_id, _, key = base64.b64decode(token, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise unauthorized() from None
    shop = world.get("shop", shop_id)
    if scheme.lower() != "basic" or shop is None:
        raise unauthorized()
    if not hmac.compare_digest(shop["key"].encode(), key.encode()):
        raise unauthorized()
    return shop


def about(shop: Document) -> Document:
    """Return what `GET /me` says."""
    return {
        "account_id": shop["id"],
        "status": "enabled",
        "test": shop["test"],
        "fiscalization": {"enabled": shop["fiscal"], "provider": "avanpost"},
        "fiscalization_enabled": shop["fiscal"],
        "payment_methods": ["bank_card", "yoo_money"],
    }
