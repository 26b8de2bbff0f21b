"""An administrator gives up a model's own price: from now on it costs what its base costs."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from pricing_service.commands.answer_once import answer_once
from pricing_service.commands.issue_version import issue_version
from pricing_service.commands.place_order import load_family
from pricing_service.domain.price import Version
from pricing_service.domain.timeline import free_moment, in_force, timeline
from pricing_service.queries.describe_model import describe_stored
from pricing_service.store import models
from pricing_service.store import terms as terms_store
from shared.db import Connection, Database
from shared.idempotency import Write
from shared.problems import Conflict, NotFound


async def follow_base(
    db: Database, write: Write, model_id: str, now: datetime, *, reason: str
) -> bytes:
    """The own versions stay in the history; scheduled ones still come."""

    async def work(conn: Connection) -> dict[str, Any]:
        model = await models.find(conn, model_id)
        if model is None:
            raise NotFound("Model not found", slug="unknown-model")
        family = await load_family(conn, model_id)
        base = model.base_model_id
        if base is None or in_force(timeline(base, family), now) is None:
            raise Conflict("The model has no base with a price", slug="no-base-price")
        current = in_force(timeline(model_id, family), now)
        moment = now
        if current is None or current.version.model_id == model_id:
            moment = free_moment(family.versions.get(model_id, ()), now, scheduled=False)
            version = Version(uuid4(), model_id, moment, {}, inherits=True)
            await issue_version(
                conn,
                version,
                current=current,
                source="follow_base",
                actor=write.actor,
                now=now,
                reason=reason,
            )
        described = await describe_stored(conn, model_id, await terms_store.current(conn), moment)
        return {"status": "success", **described}

    return await answer_once(db, write, work)
