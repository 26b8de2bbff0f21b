"""Grants from a CSV file: preview, apply, undo."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from ledger_service.api.adjustments import Why
from ledger_service.api.roles import Accountant, author_of
from ledger_service.api.wire import GrantBatch, GrantBatches, GrantPreview
from ledger_service.commands.grant_from_file import Preview, grant_from_file, preview_grants
from ledger_service.commands.undo_grant_batch import undo_grant_batch
from ledger_service.store import batches
from ledger_service.store.books import Books
from shared.auth import Admin
from shared.http import ExactRoute, exact
from shared.idempotency import IdempotencyKey
from shared.money import ZERO, to_wire
from shared.problems import Invalid, Malformed

router = APIRouter(route_class=ExactRoute, prefix="/api/ledger/grant-batches", tags=["adjustments"])
_SHOWN = 200
FileReason = Annotated[str, Query(min_length=1, max_length=500)]

_CSV = {
    "requestBody": {
        "content": {"text/csv": {"schema": {"type": "string"}}},
    }
}


@router.post(
    "",
    response_model=GrantPreview,
    responses={201: {"model": GrantBatch, "description": "Applied"}},
    openapi_extra=_CSV,
    summary="Grant what a CSV file says; by default only a preview",
)
async def post_batch(
    admin: Accountant,
    request: Request,
    reason: FileReason,
    dry_run: Annotated[bool, Query()] = True,  # noqa: FBT002
    idempotency_key: IdempotencyKey = None,
) -> Response:
    books: Books = request.app.state.books
    text = await _text(request)
    preview = await preview_grants(books, text, reason)
    if dry_run:
        return exact(_preview(preview))
    if idempotency_key is None:
        raise Invalid("Idempotency-Key", "is required to apply a file", where="header")
    if preview.errors or not preview.lines:
        raise Invalid(
            "file", "has lines that cannot be granted", errors=_preview(preview)["errors"]
        )
    batch = await grant_from_file(
        books, preview, text=text, reason=reason, author=author_of(admin), key=idempotency_key
    )
    return exact(await _shown(books, batch.id), 201)


@router.get("", response_model=GrantBatches, summary="Batches, newest first")
async def get_batches(admin: Admin, request: Request) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        rows = await batches.listed(connection, _SHOWN)
    return exact({"batches": [_row(row) for row in rows]})


@router.post(
    "/{batch_id}/undo", response_model=GrantBatch, summary="Take back every grant of a batch"
)
async def post_undo(batch_id: UUID, body: Why, admin: Accountant, request: Request) -> Response:
    books: Books = request.app.state.books
    await undo_grant_batch(books, batch_id, reason=body.reason, author=author_of(admin))
    return exact(await _shown(books, batch_id))


async def _text(request: Request) -> str:
    body = await request.body()
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise Malformed("The file must be UTF-8 text") from None
    if "\x00" in text:
        raise Malformed("The file must not contain the NUL character")
    return text


async def _shown(books: Books, batch_id: UUID) -> dict[str, Any]:
    async with books.db.reader() as connection:
        return _row((await batches.listed(connection, 1, batch_id))[0])


def _row(row: Any) -> dict[str, Any]:
    return {**row, "total": to_wire(row["total"])}


def _preview(preview: Preview) -> dict[str, Any]:
    rows = [
        {
            "line": line.line,
            "user_id": row["account_id"],
            "user_name": row["name"] or "Unknown",
            "amount": to_wire(line.amount),
            "balance": to_wire(row["balance"]),
            "source": line.source,
            "reason": line.reason,
            "expires_at": line.expires_at,
        }
        for row, line in preview.lines
    ]
    return {
        "dry_run": True,
        "lines": rows,
        "total": to_wire(sum((line.amount for _, line in preview.lines), ZERO)),
        "errors": [{"line": error.line, "message": error.message} for error in preview.errors],
    }
