"""Idempotence-Key: 24 hours of virtual time, one key for one body, the object as it is now."""

import hashlib
import json
import re

from yookassa_simulator.clock import later, parse
from yookassa_simulator.errors import ProviderError, invalid
from yookassa_simulator.journal import Document
from yookassa_simulator.world import World

KEPT_S = 24 * 3600
_KEY_LENGTH_MAX = 64
_KEY = re.compile(r"[0-9a-zA-Z+\-_.]{1,64}")
_HEADER = "Idempotence-Key"


def check_key(key: str | None) -> str:
    if not key:
        raise invalid(_HEADER, "Idempotence key is missing")
    if len(key) > _KEY_LENGTH_MAX:
        raise invalid(
            _HEADER,
            "Idempotence key is too long. Send the value in accordance with the documentation",
        )
    if not _KEY.fullmatch(key):
        raise invalid(_HEADER, "Idempotence key contains characters that are not allowed")
    return key


def fingerprint(method: str, path: str, body: Document) -> str:
    canonical = json.dumps([method, path, body], sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def recall(world: World, shop_id: str, key: str, print_: str) -> Document | None:
    """Return the object this key made, None when it made none; refuse another body."""
    entry = world.get("key", f"{shop_id}:{key}")
    if entry is None or later(parse(entry["at"]), KEPT_S) <= world.clock.now():
        return None
    if entry["fingerprint"] != print_:
        raise invalid(_HEADER, "Idempotence key duplicated")
    if entry["object"] is None:
        return None
    record = world.get(*entry["object"])
    return None if record is None else dict(record["body"])


def remember(
    world: World, shop_id: str, key: str, print_: str, made: tuple[str, str] | None
) -> None:
    """Bind a key to its body, and to the object when one was made.

    A refused body keeps the key too: a corrected request has to come with a new one.
    """
    entry = {"at": world.now(), "fingerprint": print_, "object": made}
    world.put("key", f"{shop_id}:{key}", entry)


def worth_remembering(error: ProviderError) -> bool:
    return error.code == "invalid_request"
