"""An administrator declares a model free, or not free any more."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from pricing_service.commands.answer_once import answer_once
from pricing_service.commands.issue_version import issue_version
from pricing_service.commands.place_order import load_family
from pricing_service.domain.price import Version
from pricing_service.domain.timeline import free_moment, in_force, timeline
from pricing_service.store import models
from pricing_service.store import terms as terms_store
from shared.db import Connection, Database
from shared.idempotency import Write
from shared.problems import NotFound


async def set_free(
    db: Database, write: Write, model_id: str, now: datetime, *, is_free: bool, reason: str
) -> bytes:
    """The prices stay, so that a model that is free no more costs what it did before.

    A model that inherits goes on inheriting. One without any price gets the default price.
    """

    async def work(conn: Connection) -> dict[str, Any]:
        if await models.find(conn, model_id) is None:
            raise NotFound("Model not found", slug="unknown-model")
        await _issue(conn)
        return {"status": "success", "model_id": model_id, "is_free": is_free}

    async def _issue(conn: Connection) -> None:
        family = await load_family(conn, model_id)
        moment = free_moment(family.versions.get(model_id, ()), now, scheduled=False)
        current = in_force(timeline(model_id, family), moment)
        if is_free == (current is not None and current.is_free):
            return
        inherits = current is not None and current.version.model_id != model_id
        if inherits and not is_free:
            # Inheriting from a base that is free itself would leave the model free.
            inherits = current is not None and not current.version.is_free
        if current is None:
            prices = (await terms_store.current(conn)).default_prices
        else:
            prices = {} if inherits else current.version.prices
        await issue_version(
            conn,
            Version(uuid4(), model_id, moment, prices, is_free, inherits),
            current=current,
            source="set_free",
            actor=write.actor,
            now=now,
            reason=reason,
        )

    return await answer_once(db, write, work)
