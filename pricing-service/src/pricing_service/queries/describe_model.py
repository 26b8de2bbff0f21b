"""A model with its price, as callers see it: one form for the list, the answer and the export."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pricing_service.domain.price import Model, Publication, Terms
from pricing_service.domain.price_history import changes
from pricing_service.domain.quoting import in_dollars
from pricing_service.store import models, publications
from shared.db import Connection
from shared.money import to_wire
from shared.rating import Prices


def price_fields(prices: Prices) -> dict[str, Any]:
    """The two prices that every client knows, per single token."""
    return {"context_price": prices["input"], "generation_price": prices["output"]}


def origin_fields(publication: Publication) -> dict[str, Any]:
    """Which version this is and since when it applies."""
    return {
        "prices": dict(publication.prices),
        "version_id": str(publication.version_id),
        "effective_from": publication.effective_from,
        "inherited_from": publication.inherited_from,
    }


def describe_model(
    model: Model, current: Publication | None, coming: Sequence[Publication], terms: Terms
) -> dict[str, Any]:
    """For administrators. A model without a price shows the default one and `priced: false`."""
    prices = current.prices if current else terms.default_prices
    dollars = {
        unit: to_wire(in_dollars(p, terms.usd_to_credit_ratio)) for unit, p in prices.items()
    }
    return {
        "id": model.id,
        "name": model.name,
        **price_fields(prices),
        "context_price_usd": dollars["input"],
        "generation_price_usd": dollars["output"],
        "is_available": model.is_available,
        "is_free": current.is_free if current else False,
        "is_restricted": model.is_restricted,
        "priced": current is not None,
        "prices": dict(prices),
        "prices_usd": dollars,
        "version_id": str(current.version_id) if current else None,
        "effective_from": current.effective_from if current else None,
        "inherited_from": current.inherited_from if current else None,
        "base_model_id": model.base_model_id,
        "access": model.access,
        "is_active": model.is_active,
        "state": model.status,
        "restricted_by_admin": model.restricted_by_admin,
        # Where a price was withdrawn, what is in force goes on: nothing is to come.
        "scheduled": [{**origin_fields(p), "is_free": p.is_free} for p in changes(coming, current)],
    }


async def describe_stored(
    conn: Connection, model_id: str, terms: Terms, at: datetime
) -> dict[str, Any]:
    """The model as it is from `at` on, read inside the caller's transaction."""
    model = await models.find(conn, model_id)
    assert model is not None  # noqa: S101 - the caller has just written it
    found = (await publications.of_models(conn, [model_id], at)).get(model_id, [])
    begun = [p for p in found if p.effective_from <= at]
    return describe_model(model, begun[-1] if begun else None, found[len(begun) :], terms)
