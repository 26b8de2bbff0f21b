"""Proposals beside the prices that they would replace."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pricing_service.domain.quoting import jumps
from pricing_service.queries.load_snapshot import Snapshot
from pricing_service.store import proposals
from pricing_service.store.proposals import Proposal
from shared.db import Database


async def list_proposals(
    db: Database,
    snapshot: Snapshot,
    now: datetime,
    *,
    status: str,
    batch_id: UUID | None,
    limit: int,
    offset: int,
) -> dict[str, Any]:
    """A page of proposals, newest first."""
    async with db.reader() as conn:
        found, total = await proposals.page(conn, status, batch_id, limit, offset)
    return {
        "proposals": [describe_proposal(proposal, snapshot, now) for proposal in found],
        "total": total,
        "limit": limit,
        "offset": offset,
        "has_next": offset + limit < total,
        "has_prev": offset > 0,
    }


def describe_proposal(proposal: Proposal, snapshot: Snapshot, now: datetime) -> dict[str, Any]:
    current, _ = snapshot.split(proposal.model_id, now)
    before = current.prices if current else {}
    return {
        "id": str(proposal.id),
        "batch_id": str(proposal.batch_id),
        "source": proposal.source,
        "model_id": proposal.model_id,
        "name": proposal.name,
        "prices": dict(proposal.prices),
        "is_free": proposal.is_free,
        "current_prices": dict(before) if current else None,
        "jumps": jumps(before, proposal.prices, snapshot.terms.jump_percent_max),
        "note": proposal.note,
        "status": proposal.status,
        "created_by": proposal.created_by,
        "created_at": proposal.created_at,
        "decided_by": proposal.decided_by,
        "decided_at": proposal.decided_at,
    }
