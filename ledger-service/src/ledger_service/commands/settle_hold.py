"""End a hold with what was really used. After expiry only the part not yet charged is owed."""

from collections.abc import Mapping
from uuid import UUID

from msgspec.structs import replace

from ledger_service.commands.charge_usage import (
    Charge,
    UsageReport,
    charge_item,
    posted,
    rated,
)
from ledger_service.commands.post_item import digest, post_item
from ledger_service.store.books import Books
from ledger_service.store.holds import Hold
from shared.problems import Conflict, NotFound


async def settle_hold(
    books: Books, hold_id: UUID, usage: Mapping[str, int], actor: str
) -> tuple[Hold, Charge]:
    """Charge `usage` at the prices that the hold pinned; the same usage again answers the same."""
    hold = await find_hold(books, hold_id)
    try:
        return hold, await _post(books, hold, usage, actor)
    except Conflict:
        # It may have ended since it was read: by expiry, which recorded what it charged, or by the
        # same settlement sent twice, whose first answer can now be found.
        again = await find_hold(books, hold_id)
        if again.status == hold.status:
            raise
        return again, await _post(books, again, usage, actor)


async def find_hold(books: Books, hold_id: UUID) -> Hold:
    """Read the hold; NotFound if there is none."""
    hold = await books.holds.find(hold_id)
    if hold is None:
        raise NotFound("Hold not found", slug="unknown-hold")
    return hold


async def _post(books: Books, hold: Hold, usage: Mapping[str, int], actor: str) -> Charge:
    late = hold.status == "expired"
    owed = _not_counted(usage, hold.counted) if late else usage
    rating = rated(owed, hold.prices, free=hold.is_free)
    report = UsageReport(
        account_id=hold.account_id,
        model_id=hold.model_id,
        usage=owed,
        actor=actor,
        key=f"settle:{hold.id}",
    )
    item = replace(
        charge_item(report, hold.price_version, rating),
        op="late" if late else "transfer",
        hold_id=hold.id,
        # Of what was reported, not of what is still owed: a replay must find it equal.
        request_hash=digest(sorted(usage.items())),
    )
    return posted(await post_item(books, item), rating, free=hold.is_free)


def _not_counted(usage: Mapping[str, int], counted: Mapping[str, int]) -> dict[str, int]:
    owed = {unit: count - counted.get(unit, 0) for unit, count in usage.items()}
    return {unit: count for unit, count in owed.items() if count > 0}
