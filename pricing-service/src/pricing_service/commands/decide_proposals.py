"""A person approves or rejects proposals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pricing_service.commands.answer_once import answer_once
from pricing_service.commands.place_order import place_order
from pricing_service.domain.price import Order, Terms
from pricing_service.store import audit, proposals
from pricing_service.store import terms as terms_store
from pricing_service.store.proposals import Proposal
from shared.db import Connection, Database
from shared.idempotency import Write
from shared.problems import Problem


@dataclass(frozen=True, slots=True)
class Decision:
    """About open proposals with these ids, or all open ones of a batch."""

    verdict: Literal["approve", "reject"]
    ids: Sequence[UUID] | None = None
    batch_id: UUID | None = None
    confirm_jump: bool = False
    effective_from: datetime | None = None
    reason: str = ""


async def decide_proposals(db: Database, write: Write, decision: Decision, now: datetime) -> bytes:
    """Each proposal for itself: one that is refused stays open and says why."""

    async def work(conn: Connection) -> dict[str, Any]:
        terms = await terms_store.current(conn)
        found_open = await proposals.open_ones(conn, decision.ids, decision.batch_id)
        results = [await _decide(conn, proposal, terms) for proposal in found_open]
        found = {result["id"] for result in results}
        missing = [str(i) for i in decision.ids or () if str(i) not in found]
        return {
            "status": "success",
            "results": results,
            "not_open": missing,
            "decided": sum(1 for result in results if result["status"] != "open"),
        }

    async def _decide(conn: Connection, proposal: Proposal, terms: Terms) -> dict[str, Any]:
        result: dict[str, Any] = {"id": str(proposal.id), "model_id": proposal.model_id}
        if decision.verdict == "reject":
            status = "rejected"
            await audit.record(
                conn,
                "reject_proposal",
                write.actor,
                now,
                model_id=proposal.model_id,
                before={"prices": dict(proposal.prices), "is_free": proposal.is_free},
                reason=decision.reason,
            )
        else:
            try:
                async with conn.transaction():
                    await place_order(conn, _order(proposal, decision), terms, write.actor, now)
            except Problem as problem:
                refusal = {"type": f"urn:owc:problem:{problem.slug}", "detail": problem.detail}
                return {**result, "status": "open", "problem": {**refusal, **problem.extra}}
            status = "approved"
        await proposals.decide(conn, proposal.id, status, decided_by=write.actor.actor, now=now)
        return {**result, "status": status}

    return await answer_once(db, write, work)


def _order(proposal: Proposal, decision: Decision) -> Order:
    return Order(
        model_id=proposal.model_id,
        prices=proposal.prices,
        is_free=proposal.is_free,
        source=f"import:{proposal.source}",
        effective_from=decision.effective_from,
        confirm_jump=decision.confirm_jump,
        name_if_new=proposal.name,
        reason=decision.reason or proposal.note,
    )
