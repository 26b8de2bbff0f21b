"""All prices in the memory of a process: what hot reads are answered from.

It follows the database by a revision number and serves what it knows while that is away.
"""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pricing_service.domain.bulk import ALL, Selection
from pricing_service.queries.describe_model import describe_model, origin_fields, price_fields
from pricing_service.queries.load_snapshot import Snapshot, load_snapshot
from pricing_service.store import book
from shared.codec import encode
from shared.db import Database
from shared.problems import NotFound, Unavailable

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Rendered:
    """Answers as bytes, good for one snapshot until `until`.

    `entries` is what the listing says. `version` names everything that is public of the book; the
    `etag` only the listing.
    """

    entries: list[dict[str, Any]]
    listing: bytes
    etag: bytes
    version: str
    until: datetime
    models: dict[str, bytes] = field(default_factory=dict)


class PriceBook:
    """Refresh it often; every read is then plain memory."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._snapshot: Snapshot | None = None
        self._rendered: Rendered | None = None
        self._refreshing = asyncio.Lock()

    async def refresh(self) -> None:
        """Load the book if the database has another revision."""
        async with self._refreshing, self._db.reader() as conn:
            revision = await book.revision(conn)
            if self._snapshot is not None and self._snapshot.revision == revision:
                return
            self._snapshot = await load_snapshot(conn, revision, self._clock())
            self._rendered = None

    @property
    def snapshot(self) -> Snapshot:
        """The newest known book; Unavailable before the first one is loaded."""
        if self._snapshot is None:
            raise Unavailable("The prices are not loaded yet")
        return self._snapshot

    def rendered(self) -> Rendered:
        """The public list and the models answered so far, as of now."""
        now = self._clock()
        rendered = self._rendered
        if rendered is None or now >= rendered.until:
            snapshot = self.snapshot
            entries = public_list(snapshot, now)
            listing = encode(entries)
            digest = hashlib.sha256(listing).hexdigest()
            etag = f'"{digest[:32]}"'.encode()
            version = f"{snapshot.revision}-{digest[:16]}"
            rendered = Rendered(entries, listing, etag, version, snapshot.next_switch(now))
            self._rendered = rendered
        return rendered

    def model(self, model_id: str) -> bytes:
        """The price of one model as JSON; an unknown one gets the default price or NotFound."""
        rendered = self.rendered()
        known = rendered.models.get(model_id)
        if known is not None:
            return known
        snapshot = self.snapshot
        answer = encode(model_price(snapshot, model_id, self._clock()))
        if model_id in snapshot.models:
            # Made-up ids are not kept: their number has no bound.
            rendered.models[model_id] = answer
        return answer


def public_list(snapshot: Snapshot, now: datetime) -> list[dict[str, Any]]:
    """Available models with a published price, by name."""
    listed = []
    for model in sorted(snapshot.models.values(), key=lambda m: (m.name, m.id)):
        current, _ = snapshot.split(model.id, now)
        if model.is_available and current is not None:
            listed.append(
                {
                    "id": model.id,
                    "name": model.name,
                    **price_fields(current.prices),
                    "is_free": current.is_free,
                    "is_restricted": model.is_restricted,
                    "access_level": "restricted" if model.is_restricted else "public",
                    **origin_fields(current),
                }
            )
    return listed


def admin_list(
    snapshot: Snapshot, now: datetime, selection: Selection = ALL
) -> list[dict[str, Any]]:
    """All models that `selection` covers, by name."""
    listed = []
    for model in sorted(snapshot.models.values(), key=lambda m: (m.name, m.id)):
        current, coming = snapshot.split(model.id, now)
        if selection.covers(model, current):
            listed.append(describe_model(model, current, coming, snapshot.terms))
    return listed


def model_price(snapshot: Snapshot, model_id: str, now: datetime) -> dict[str, Any]:
    """What a charge for `model_id` would cost now. Reading creates and publishes nothing."""
    model = snapshot.models.get(model_id)
    current, _ = snapshot.split(model_id, now)
    if model is not None and current is not None:
        return {
            "id": model.id,
            "name": model.name,
            **price_fields(current.prices),
            "is_free": current.is_free,
            "priced": True,
            "is_restricted": model.is_restricted,
            "is_available": model.is_available,
            **origin_fields(current),
        }
    terms = snapshot.terms
    if terms.unknown_model_policy == "refuse":
        raise NotFound("Model pricing not found", slug="unknown-model")
    return {
        "id": model_id,
        "name": model.name if model else model_id,
        **price_fields(terms.default_prices),
        "is_free": False,
        "priced": False,
        "prices": dict(terms.default_prices),
        "version_id": str(terms.policy_version),
    }
