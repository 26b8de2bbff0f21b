"""Writes down what the provider says about a card to be bound; once it is, the trial begins."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from billing_service.commands.start_trial import open_trial, trial_plan
from billing_service.domain.bindings import Binding
from billing_service.domain.payments import check_again_after
from billing_service.domain.policy import Policy
from billing_service.domain.provider import ProviderMethod
from billing_service.store import alarms, bindings, methods, subscriptions
from shared.db import Connection, Database
from shared.problems import Problem


async def record_binding(
    db: Database, policy: Policy, binding_id: UUID, told: ProviderMethod, now: datetime
) -> Binding:
    """Bring our binding to the provider's state; told twice is told once."""

    async def work(conn: Connection) -> Binding:
        known = await bindings.get(conn, binding_id)
        assert known is not None  # noqa: S101 - bindings are never deleted
        await subscriptions.lock_user(conn, known.user_id)
        binding = await bindings.get(conn, binding_id, lock=True)
        assert binding is not None  # noqa: S101
        if binding.status not in ("sent", "pending"):
            return binding
        if policy.shop_id and told.shop_id not in (None, policy.shop_id):
            details = {"binding_id": str(binding.id), "field": "shop"}
            await alarms.raise_alarm(conn, "binding_mismatch", told.id, details, now)
            return binding
        return await bindings.update(
            conn, binding.id, now, **await _changes(conn, binding, told, now)
        )

    return await db.run(work)


async def _changes(
    conn: Connection, binding: Binding, told: ProviderMethod, now: datetime
) -> dict[str, Any]:
    changes: dict[str, Any] = {"provider_id": told.id, "next_check_at": None}
    if told.status == "active":
        refusal = await _begin(conn, binding, told, now)
        return changes | {"status": "failed" if refusal else "active", "error": refusal}
    if told.status == "inactive":
        return changes | {"status": "inactive"}
    return changes | {
        "status": "pending",
        "confirmation_url": told.confirmation_url or binding.confirmation_url,
        "next_check_at": now + check_again_after(binding.checks),
    }


async def _begin(
    conn: Connection, binding: Binding, told: ProviderMethod, now: datetime
) -> str | None:
    """Open the trial; return why not. The card of a trial that cannot begin is not kept."""
    try:
        plan = await trial_plan(conn, binding.user_id, binding.plan_id)
    except Problem as problem:
        return str(problem.detail)
    texts = (told.title, binding.consent_text)
    method_id = await methods.add(
        conn, uuid4(), binding.user_id, told.id, texts, binding.created_at
    )
    if method_id is None:
        return "the card belongs to another user"
    await open_trial(conn, binding.user_id, plan, now, method_id)
    return None
