"""Searches as files, page by page: memory and locks do not grow with the file."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Any, Final, Literal

from ledger_service.queries.filters import Wanted, searching
from shared.db import Connection, Database
from shared.table_files import Pages, csv_pieces, file_pieces, xlsx_file

Form = Literal["csv", "xlsx"]
Read = Callable[[Connection, Wanted, int | None, int], Awaitable[list[dict[str, Any]]]]
PAGE: Final = 1000
TRANSACTION_COLUMNS: Final = (
    "created_at", "id", "user_id", "user_name", "amount", "transaction_type", "model_id",
    "prompt_tokens", "completion_tokens", "cached_tokens", "reasoning_tokens", "balance_after",
    "actor", "reason", "price_version", "trace_id",
)  # fmt: skip
LOG_COLUMNS: Final = ("created_at", "id", "log_type", "actor", "message", "metadata")


async def export(
    db: Database, form: Form, read: Read, wanted: Wanted, columns: Sequence[str]
) -> AsyncIterator[bytes]:
    """The pieces of the file. What is refused is refused before the first piece."""
    async with searching(db) as connection:
        first = await read(connection, wanted, None, PAGE)
    pages = _pages(db, read, wanted, first)
    if form == "csv":
        return csv_pieces(columns, pages)
    return file_pieces(await xlsx_file("Export", columns, pages))


async def _pages(db: Database, read: Read, wanted: Wanted, page: list[dict[str, Any]]) -> Pages:
    while page:
        yield page
        async with searching(db) as connection:
            page = await read(connection, wanted, page[-1]["id"], PAGE)
