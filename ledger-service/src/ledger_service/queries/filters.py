"""Conditions of a search, built from the filters that were given: each is a plan of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final, Literal

from ledger_service.domain.allowance import KEY
from shared.db import Connection, Database

TransactionType = Literal[
    "deduct", "manual_update", "monthly_reset", "grant", "expiry", "reversal", "refund", "opening"
]
# Half the time of ILIKE on concat_ws; what is in small letters may be compared byte by byte.
MATCHES: Final = (
    "lower(a.name || ' ' || a.email || ' ' || a.account_id) COLLATE \"C\" LIKE lower({})"
)
_MATCHES_MAX: Final = 1000
# The same as `is_allowance`, of a transfer `t`.
IS_ALLOWANCE: Final = f"t.kind = 'grant' AND t.idempotency_key LIKE '{KEY}%'"
_TYPES: Final = {
    "deduct": "t.kind = 'charge'",
    "manual_update": "t.kind = 'adjustment'",
    "monthly_reset": IS_ALLOWANCE,
    "grant": f"t.kind = 'grant' AND t.idempotency_key NOT LIKE '{KEY}%'",
    # Words of the query, not parameters: only so is it seen that an index without charges will do.
    **{kind: f"t.kind = '{kind}'" for kind in ("expiry", "reversal", "refund", "opening")},
}


def pattern_of(search: str) -> str:
    """For ILIKE: the text anywhere, with nothing special in it."""
    plain = search.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{plain}%"


@asynccontextmanager
async def searching(db: Database) -> AsyncIterator[Connection]:
    """A connection whose plans fit the values: what suits a common one would crawl for a rare."""
    async with db.transaction() as connection:
        await connection.execute("SET LOCAL plan_cache_mode = force_custom_plan")
        yield connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows; `since` is included and `until` is not."""

    account_id: str | None = None
    type: str | None = None
    model_id: str | None = None
    actor: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    search: str | None = None
    # Whom `search` finds, where that was looked up already.
    accounts: list[str] | None = None


@dataclass(slots=True)
class Conditions:
    """SQL text with its parameters; everything that a caller sent is a parameter."""

    texts: list[str] = field(default_factory=lambda: ["true"])
    values: list[Any] = field(default_factory=list)

    def add(self, text: str, value: Any) -> None:
        """`text` holds `{}` where the parameter goes; None adds nothing."""
        if value is not None:
            self.texts.append(text.format(self.parameter(value)))

    def parameter(self, value: Any) -> str:
        self.values.append(value)
        return f"${len(self.values)}"

    def __str__(self) -> str:
        return " AND ".join(self.texts)


async def with_accounts(connection: Connection, wanted: Wanted) -> Wanted:
    """The few accounts first, and once: each of them has its own transfers at hand."""
    if not wanted.search or wanted.accounts is not None:
        return wanted
    query = f"SELECT a.account_id FROM account a WHERE {MATCHES.format('$1')} LIMIT {_MATCHES_MAX}"
    rows = await connection.fetch(query, pattern_of(wanted.search))
    return replace(wanted, accounts=[row["account_id"] for row in rows])


def of_transfers(wanted: Wanted) -> Conditions:
    found = Conditions()
    found.add("t.account_id = {}", wanted.account_id)
    found.add("t.model_id = {}", wanted.model_id)
    found.add("t.actor = {}", wanted.actor)
    found.add("t.posted_at >= {}", wanted.since)
    found.add("t.posted_at < {}", wanted.until)
    found.add("t.account_id = ANY ({}::text[])", wanted.accounts)
    if wanted.type is not None:
        found.texts.append(_TYPES[wanted.type])
    return found


def of_log(wanted: Wanted) -> Conditions:
    found = Conditions()
    found.add("account_id = {}", wanted.account_id)
    found.add("log_type = {}", wanted.type)
    found.add("model_id = {}", wanted.model_id)
    found.add("actor = {}", wanted.actor)
    found.add("at >= {}", wanted.since)
    found.add("at < {}", wanted.until)
    if wanted.search:
        found.add("concat_ws(' ', message, actor, account_id) ILIKE {}", pattern_of(wanted.search))
    return found
