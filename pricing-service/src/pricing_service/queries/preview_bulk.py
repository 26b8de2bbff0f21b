"""What a bulk change would do, model by model, before it is done."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pricing_service.domain.bulk import BulkChange, Selection
from pricing_service.domain.price import Publication
from pricing_service.domain.quoting import jumps
from pricing_service.queries.load_snapshot import Snapshot
from shared.codec import encode


def preview_bulk(snapshot: Snapshot, change: BulkChange, now: datetime) -> dict[str, Any]:
    """The changes, and a digest by which a person approves exactly these."""
    changes = list(_changes(snapshot, change, max(change.effective_from or now, now)))
    asked = [change.effective_from, changes]
    return {
        "changes": changes,
        "jumps": sum(1 for item in changes if item["jumps"]),
        "digest": hashlib.sha256(encode(asked)).hexdigest(),
    }


def _changes(snapshot: Snapshot, change: BulkChange, at: datetime) -> Iterator[dict[str, Any]]:
    for model in sorted(snapshot.models.values(), key=lambda m: (m.name, m.id)):
        current, _ = snapshot.split(model.id, at)
        is_free = current.is_free if current else False
        if not _meant(change.selection, current):
            continue
        if not change.selection.covers(model, current):
            continue
        before = current.prices if current else {}
        # Without a price of its own a model costs the default one, so that is what changes.
        after = change.apply(before or snapshot.terms.default_prices)
        free_after = is_free if change.is_free is None else change.is_free
        if dict(before) == after and is_free == free_after:
            continue
        yield {
            "id": model.id,
            "name": model.name,
            "before": {"prices": dict(before), "is_free": is_free},
            "after": {"prices": after, "is_free": free_after},
            "inherited_from": current.inherited_from if current else None,
            "jumps": jumps(before, after, snapshot.terms.jump_percent_max),
        }


def _meant(selection: Selection, current: Publication | None) -> bool:
    """Unless named one by one, a model without a price stays so and an heir follows its base."""
    if selection.model_ids is not None:
        return True
    if current is None:
        return selection.show == "unpriced"
    return current.inherited_from is None
