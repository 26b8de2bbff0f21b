"""Accounts page by page: searched, filtered and in the order that was asked for."""

import base64
import binascii
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal

from ledger_service.domain.allowance import DEFAULT_GROUP, Rule
from ledger_service.queries.accounts import listed_users
from ledger_service.queries.filters import MATCHES, Conditions, pattern_of
from shared import codec
from shared.db import Connection
from shared.problems import Invalid

Sort = Literal["name", "email", "credits", "available", "held"]
_TEXTS: Final = {"name": "lower(a.name)", "email": "lower(a.email)"}
_FIGURES: Final = {
    "credits": "a.balance",
    "available": "(a.balance - a.held + a.credit_line)",
    "held": "a.held",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Which accounts, and where the page begins: `after` is the `next` of the page before."""

    search: str | None = None
    group_id: str | None = None
    status: str | None = None
    sort: Sort = "name"
    descending: bool = False
    after: str | None = None
    limit: int = 50


async def account_page(connection: Connection, rule: Rule, asked: Listing) -> dict[str, Any]:
    """One page with the total of all; keyset, so that the last page costs what the first does."""
    found = _conditions(asked)
    key = _TEXTS.get(asked.sort) or _FIGURES[asked.sort]
    sign, order = ("<", "DESC") if asked.descending else (">", "ASC")
    # What a search or a group finds is looked for once, and then counted and put in order; of all
    # accounts the page comes from an index.
    once = "MATERIALIZED" if asked.search or asked.group_id else "NOT MATERIALIZED"
    text = f"""
        WITH found AS {once} (
            SELECT a.account_id, a.name, a.email, a.balance, a.held, a.credit_line, a.status,
                {key} AS place
            FROM account a WHERE {found})
        SELECT whole.total, page.* FROM (SELECT count(*) AS total FROM found) AS whole
        LEFT JOIN (SELECT * FROM found
    """
    if asked.after:
        value, account_id = _read_cursor(asked)
        kind = "text" if asked.sort in _TEXTS else "numeric"
        cursor = f"({found.parameter(value)}::{kind}, {found.parameter(account_id)})"
        text += f" WHERE (place, account_id) {sign} {cursor}"
    last = found.parameter(asked.limit + 1)
    text += f" ORDER BY place {order}, account_id {order} LIMIT {last}) AS page ON true"
    read = await connection.fetch(text, *found.values)
    rows = [row for row in read if row["account_id"] is not None]
    shown = rows[: asked.limit]
    return {
        "accounts": await listed_users(connection, rule, shown),
        "total": read[0]["total"],
        "next": _cursor(shown[-1]) if len(rows) > asked.limit else None,
    }


def _conditions(asked: Listing) -> Conditions:
    found = Conditions()
    found.add("a.status = {}", asked.status)
    if asked.group_id == DEFAULT_GROUP:
        # Everybody belongs to it; whoever filters by it wants those who are in no other.
        found.texts.append(
            "NOT EXISTS (SELECT FROM membership m WHERE m.account_id = a.account_id)"
        )
    else:
        found.add(
            "EXISTS (SELECT FROM membership m WHERE m.account_id = a.account_id"
            " AND m.group_id = {})",
            asked.group_id,
        )
    if asked.search:
        found.add(MATCHES, pattern_of(asked.search))
    return found


def _cursor(row: Any) -> str:
    place = row["place"]
    text = str(place) if isinstance(place, Decimal) else place
    return base64.urlsafe_b64encode(codec.encode([text, row["account_id"]])).decode()


def _read_cursor(asked: Listing) -> tuple[str | Decimal, str]:
    try:
        place, account_id = codec.decode(base64.urlsafe_b64decode(asked.after or ""))
        return (place + "" if asked.sort in _TEXTS else Decimal(place)), account_id + ""
    except (ValueError, TypeError, binascii.Error, InvalidOperation):
        raise Invalid("after", "is no place in this list", where="query") from None
