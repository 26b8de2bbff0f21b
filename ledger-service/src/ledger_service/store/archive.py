"""Rows of the history of a system that was used before."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from shared.db import Connection, Row

_COLUMNS: Final = """account_id, kind, entry_id, type, amount, balance_after, model_id,
    prompt_tokens, completion_tokens, cached_tokens, reasoning_tokens, actor, reason, details,
    created_at"""


async def add(connection: Connection, source: str, entries: Sequence[Mapping[str, Any]]) -> int:
    """Store what is not stored yet; return how many that were."""
    status: str = await connection.execute(
        f"""
        INSERT INTO archive_entry (source, {_COLUMNS})
        SELECT $1, {_COLUMNS} FROM jsonb_to_recordset($2::jsonb) AS entry (account_id text,
            kind text, entry_id bigint, type text, amount numeric, balance_after numeric,
            model_id text, prompt_tokens bigint, completion_tokens bigint, cached_tokens bigint,
            reasoning_tokens bigint, actor text, reason text, details text,
            created_at timestamptz)
        ORDER BY entry_id
        ON CONFLICT DO NOTHING
        """,
        source,
        entries,
    )
    return int(status.rpartition(" ")[2])


async def positions(connection: Connection, source: str) -> Row:
    """The last entry of each kind: a source is archived in the order of its entries."""
    row = await connection.fetchrow(
        """
        SELECT
            coalesce((SELECT max(entry_id) FROM archive_entry
                WHERE source = $1 AND kind = 'transaction'), 0) AS transaction,
            coalesce((SELECT max(entry_id) FROM archive_entry
                WHERE source = $1 AND kind = 'log'), 0) AS log
        """,
        source,
    )
    assert row is not None  # noqa: S101 - of two aggregates
    return row
