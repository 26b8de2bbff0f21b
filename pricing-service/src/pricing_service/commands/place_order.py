"""Turn a wish for a new price into a version, if the rules allow it."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from pricing_service.commands.announce_prices import announce_prices
from pricing_service.commands.issue_version import issue_version
from pricing_service.domain.price import Model, Order, Terms, Version
from pricing_service.domain.quoting import completed, refuse_jumps
from pricing_service.domain.timeline import Family, Segment, free_moment, in_force, timeline
from pricing_service.store import models, versions
from shared.auth import Principal
from shared.db import Connection
from shared.problems import Invalid

# A sender's clock may be a little behind ours.
_LATE_MAX = timedelta(seconds=60)


async def place_order(
    conn: Connection, order: Order, terms: Terms, actor: Principal, now: datetime
) -> datetime:
    """Return from when on the price applies. An order that changes nothing adds no version.

    Part of the transaction of a command that holds the lock of the book.
    """
    model = await _model_of(conn, order)
    family = await load_family(conn, model.id)
    wanted = _wanted(order, now)
    moment = free_moment(family.versions.get(model.id, ()), wanted, scheduled=wanted > now)
    current = in_force(timeline(model.id, family), moment)
    prices = completed(order.prices, current.version.prices if current else {})
    if current is not None and not order.confirm_jump:
        refuse_jumps(model.id, current.version.prices, prices, terms.jump_percent_max)
    is_free = order.is_free
    if is_free is None:
        is_free = current is not None and current.is_free
    version = Version(uuid4(), model.id, moment, prices, is_free)
    if current is not None and _unchanged(current, version):
        # The name or the restriction may be new.
        await announce_prices(conn, [model.id], now)
        return moment
    await issue_version(
        conn,
        version,
        current=current,
        source=order.source,
        actor=actor,
        now=now,
        reason=order.reason,
    )
    return moment


async def load_family(conn: Connection, model_id: str) -> Family:
    """The versions that decide the price of `model_id`."""
    relatives, _ = await models.family(conn, [model_id])
    return Family(
        versions=await versions.of_models(conn, [m.id for m in relatives]),
        bases={m.id: m.base_model_id for m in relatives},
    )


async def _model_of(conn: Connection, order: Order) -> Model:
    found = await models.find(conn, order.model_id)
    model = found or Model(
        id=order.model_id, name=order.name or order.name_if_new or order.model_id
    )
    if order.name is not None:
        model = replace(model, name=order.name)
    if order.restricted_by_admin is not None:
        model = replace(model, restricted_by_admin=order.restricted_by_admin)
    if model != found:
        await models.save(conn, model)
    return model


def _wanted(order: Order, now: datetime) -> datetime:
    wanted = order.effective_from or now
    if wanted < now - _LATE_MAX:
        raise Invalid("effective_from", "must not be in the past: charges were made since")
    return max(wanted, now)


def _unchanged(current: Segment, version: Version) -> bool:
    return (
        current.version.model_id == version.model_id
        and dict(current.version.prices) == version.prices
        and current.is_free == version.is_free
    )
