"""Suspend, close or open an account, or give it a credit line."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from ledger_service.commands.post_item import refuse_closed
from ledger_service.store import accounts, log
from ledger_service.store.books import Books
from shared.db import Connection
from shared.idempotency import Write
from shared.problems import NotFound

Status = Literal["open", "suspended", "closed"]


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
        before = await accounts.lock(connection, account_id)
        if before is None:
            raise NotFound("User not found", slug="unknown-account")
        if change.credit_line:
            refuse_closed(change.status or before.status)
        after = await accounts.change_terms(
            connection, account_id, change.status, change.credit_line
        )
        old, new = _terms(before), _terms(after)
        if changed := [name for name in new if new[name] != old[name]]:
            entry = log.Entry(
                log_type="account_update",
                message=f"Account {account_id}: {', '.join(changed)} changed",
                account_id=account_id,
                before={name: old[name] for name in changed},
                after={name: new[name] for name in changed},
                reason=reason,
            )
            await log.add(connection, author, entry)
        return {**new, "balance": after.balance, "held": after.held}

    return await books.once(write, work)


def _terms(account: accounts.Account) -> dict[str, Any]:
    return {"status": account.status, "credit_line": account.credit_line}
