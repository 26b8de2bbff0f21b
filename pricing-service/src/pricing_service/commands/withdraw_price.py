"""An administrator takes back a price that has not come into force."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from pricing_service.commands.answer_once import answer_once
from pricing_service.commands.issue_version import issue_version
from pricing_service.commands.place_order import load_family
from pricing_service.domain.price import Version
from pricing_service.domain.timeline import TICK, in_force, timeline, withdrawal_moment
from pricing_service.queries.describe_model import describe_stored
from pricing_service.store import terms as terms_store
from pricing_service.store import versions
from shared.db import Connection, Database
from shared.idempotency import Write
from shared.problems import Conflict, NotFound


async def withdraw_price(
    db: Database, write: Write, version_id: UUID, now: datetime, *, reason: str
) -> bytes:
    """Versions never change, so one at the next tick says that this one does not count.

    Whatever price is in force at its moment then simply goes on, also one that is set later. The
    new version shows what that was when it was withdrawn.
    """

    async def work(conn: Connection) -> dict[str, Any]:
        withdrawn = await versions.find(conn, version_id)
        if withdrawn is None:
            raise NotFound("Price version not found", slug="unknown-version")
        if withdrawn.effective_from <= now:
            raise Conflict("This price is in force already; set another", slug="price-in-force")
        model_id = withdrawn.model_id
        family = await load_family(conn, model_id)
        segments = timeline(model_id, family)
        moment = withdrawal_moment(family.versions[model_id], withdrawn)
        before = in_force(segments, withdrawn.effective_from - TICK)
        if before is None:
            raise Conflict("No price is before this one; set another", slug="first-price")
        inherits = before.version.model_id != model_id
        await issue_version(
            conn,
            Version(
                uuid4(),
                model_id,
                moment,
                {} if inherits else before.version.prices,
                is_free=before.is_free and not (inherits and before.version.is_free),
                inherits=inherits,
            ),
            current=in_force(segments, withdrawn.effective_from),
            source="withdraw",
            actor=write.actor,
            now=now,
            reason=reason,
        )
        described = await describe_stored(conn, model_id, await terms_store.current(conn), now)
        return {"status": "success", **described}

    return await answer_once(db, write, work)
