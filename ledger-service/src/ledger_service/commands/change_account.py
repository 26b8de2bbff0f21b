"""Suspend, close or open an account, or give it a credit line."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from ledger_service.store import log
from ledger_service.store.books import Books
from shared.db import Connection, Row
from shared.idempotency import Write
from shared.problems import NotFound

Status = Literal["open", "suspended", "closed"]
_COLUMNS = "status, credit_line, balance, held"


@dataclass(frozen=True, slots=True)
class AccountChange:
    """None leaves a field as it is."""

    status: Status | None = None
    credit_line: Decimal | None = None


async def change_account(
    books: Books,
    account_id: str,
    change: AccountChange,
    write: Write,
    *,
    reason: str,
    author: log.Author,
) -> Any:
    """Return the account afterwards. Sync does not open what was suspended or closed here."""

    async def work(connection: Connection) -> dict[str, Any]:
        before = await connection.fetchrow(
            f"SELECT {_COLUMNS} FROM account WHERE account_id = $1 FOR UPDATE", account_id
        )
        if before is None:
            raise NotFound("User not found", slug="unknown-account")
        after = await connection.fetchrow(
            f"""
            UPDATE account SET credit_line = coalesce($3, credit_line),
                status = coalesce($2, status), updated_at = now(),
                blocked = CASE WHEN $2 IS NULL THEN blocked ELSE nullif($2, 'open') END
            WHERE account_id = $1 RETURNING {_COLUMNS}
            """,
            account_id,
            change.status,
            change.credit_line,
        )
        assert after is not None  # noqa: S101 - the row is locked
        changed = [name for name in ("status", "credit_line") if before[name] != after[name]]
        if changed:
            entry = log.Entry(
                log_type="account_update",
                message=f"Account {account_id}: {', '.join(changed)} changed",
                account_id=account_id,
                before=_picked(before, changed),
                after=_picked(after, changed),
                reason=reason,
            )
            await log.add(connection, author, entry)
        return dict(after)

    return await books.once(write, work)


def _picked(row: Row, names: list[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}
