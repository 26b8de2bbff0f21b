"""The lots that paid for a charge, and how much each."""

from decimal import Decimal
from typing import Any, Final

from ledger_service.domain.lot_replay import Granted, Step, paid_by
from ledger_service.domain.lots import Lot
from ledger_service.store.lots import NEVER, finite
from shared.db import Connection, Row
from shared.money import ZERO, to_wire

# How many transfers before the charge are looked at: a receipt must not read years of them.
_REACH: Final = 20_000


async def lots_paid(connection: Connection, charge: Row) -> list[dict[str, Any]]:
    """In the order in which they were spent; with `paid` None, all that might have paid."""
    before, after = charge["balance_after"] + charge["amount"], charge["balance_after"]
    granted = await _granted(connection, charge)
    paid = paid_by(
        granted,
        await _steps(connection, charge),
        before=before,
        after=after,
        from_the_first=charge["sequence"] <= _REACH,
    )
    ordered = sorted(granted, key=lambda one: one.lot.spending_order)
    if paid is None:
        at = charge["posted_at"]
        alive = [one for one in ordered if one.lot.granted_at <= at < one.lot.expires_at]
        return [_shown(one, None) for one in alive]
    return [_shown(one, paid[one.lot.id]) for one in ordered if one.lot.id in paid]


def debt(charge: Row) -> Decimal:
    """The part that no lot paid: what the balance went below zero by."""
    before, after = charge["balance_after"] + charge["amount"], charge["balance_after"]
    owed: Decimal = charge["amount"] - (max(before, ZERO) - max(after, ZERO))
    return owed


def _shown(granted: Granted, paid: Decimal | None) -> dict[str, Any]:
    lot = granted.lot
    return {
        "id": lot.id,
        "source": lot.source,
        "amount": to_wire(granted.amount),
        "paid": None if paid is None else to_wire(paid),
        "granted_at": lot.granted_at,
        "expires_at": None if lot.expires_at == NEVER else lot.expires_at,
    }


async def _granted(connection: Connection, charge: Row) -> list[Granted]:
    rows = await connection.fetch(
        """
        SELECT id, source, remaining, expires_at, priority, granted_at, period, reference,
            amount, transfer_id
        FROM lot WHERE account_id = $1
        """,
        charge["account_id"],
    )
    return [
        Granted(
            Lot(row["id"], row["source"], ZERO, finite(row["expires_at"]), *row[4:8]),
            row["amount"],
            row["transfer_id"],
        )
        for row in rows
    ]


async def _steps(connection: Connection, charge: Row) -> list[Step]:
    rows = await connection.fetch(
        """
        SELECT t.id, t.sequence, t.kind, t.idempotency_key AS key, t.reason,
            CASE WHEN t.credit_account = t.account_id THEN t.amount ELSE -t.amount END AS effect,
            t.balance_after, t.posted_at, o.id AS undone, o.kind AS undone_kind
        FROM transfer t LEFT JOIN transfer o ON t.kind = 'reversal'
            AND o.account_id = t.account_id AND t.idempotency_key = 'reverse:' || o.id
        WHERE t.account_id = $1 AND t.sequence < $2 AND t.sequence >= $2 - $3
            AND t.kind <> 'charge'
        ORDER BY t.sequence
        """,
        charge["account_id"],
        charge["sequence"],
        _REACH,
    )
    return [
        Step(
            id=row["id"],
            sequence=row["sequence"],
            kind=row["kind"],
            key=row["key"],
            reason=row["reason"],
            effect=row["effect"],
            balance_after=row["balance_after"],
            posted_at=row["posted_at"],
            undone=None if row["undone"] is None else (row["undone"], row["undone_kind"]),
        )
        for row in rows
    ]
