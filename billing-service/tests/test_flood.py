"""Many notices at once: true, doubled, reordered, forged and strange. And a provider that hangs."""

import asyncio
import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from billing_service.commands.apply_notice import apply_notice
from billing_service.domain.provider import PaymentIntent, ProviderPayment

from shared.testing import eventually, identity_headers

NOTICES = int(os.environ.get("BILLING_NOTICES", "600"))
TOKEN = "webhook-address-of-test-runs-0123456789"
HOOK = f"/billing/webhook/yookassa/{TOKEN}"
HANGING = 50


def notice(event: str, payment_id: str, **more: Any) -> dict[str, Any]:
    return {"type": "notification", "event": event, "object": {"id": payment_id, **more}}


async def drain(books: Any, until: asyncio.Event) -> None:
    """One worker: apply notices until there are none, and no more will come."""
    while True:
        is_last = until.is_set()
        while await apply_notice(books.db, books.provider, books.policy, books.clock.now):
            pass
        if is_last:
            return
        await asyncio.sleep(0.01)


async def test_a_flood_of_notices_grants_each_paid_payment_once(http: Any, books: Any) -> None:
    # The service stamps notices by the wall clock; the worker must not live in their past.
    books.clock.set(datetime.now(UTC) + timedelta(hours=1))
    plan = await books.plan()
    buyers = NOTICES // 12
    started = [await books.order(plan, f"u{number}") for number in range(buyers)]
    paid = [one.payment_id for one in started[::2]]
    for payment_id in paid:
        books.provider.pay(payment_id)
    flood = [notice("payment.succeeded", one.payment_id) for one in started for _ in range(6)]
    flood += [notice("payment.canceled", one.payment_id) for one in started for _ in range(3)]
    flood += [notice("payment.succeeded", f"forged-{number}") for number in range(buyers)]
    wrong = {"status": "succeeded", "amount": {"value": "1.00", "currency": "USD"}}
    flood += [notice("payment.succeeded", one.payment_id, **wrong) for one in started]
    flood += [notice("payout.succeeded", one.payment_id) for one in started]
    random.Random(5).shuffle(flood)
    places = asyncio.Semaphore(16)

    async def post(body: dict[str, Any]) -> int:
        async with places:
            status: int = (await http.post(HOOK, json=body)).status_code
            return status

    all_told = asyncio.Event()
    workers = [asyncio.create_task(drain(books, all_told)) for _ in range(2)]
    answers = await asyncio.gather(*(post(body) for body in flood))
    all_told.set()
    await asyncio.gather(*workers)
    assert Counter(answers) == {200: len(flood)}
    grants = Counter(fact["user_id"] for fact in await books.facts("billing.period_started"))
    assert grants == Counter(f"u{number}" for number in range(0, buyers, 2))
    assert await books.one("SELECT count(*) FROM payment WHERE status = 'succeeded'") == len(paid)


async def test_a_provider_that_hangs_keeps_nobody_else_waiting(
    http: Any, books: Any, monkeypatch: Any
) -> None:
    plan = await books.plan()
    release = asyncio.Event()
    answer = type(books.provider).create_payment

    async def hang(provider: Any, intent: PaymentIntent) -> ProviderPayment:
        await release.wait()
        told: ProviderPayment = await answer(provider, intent)
        return told

    monkeypatch.setattr(type(books.provider), "create_payment", hang)

    wish = {"plan_id": plan.id, "return_url": "https://chat.example.org/"}
    hanging = [
        asyncio.create_task(
            http.post(
                "/billing/payment",
                headers=identity_headers("user", f"u{number}", scopes={"user"}),
                json=wish,
            )
        )
        for number in range(HANGING)
    ]

    async def all_are_stored() -> bool:
        return bool(await books.one("SELECT count(*) FROM payment") == HANGING)

    await eventually(all_are_stored, within=20)
    # All of them wait for the provider: they hold no connection of the database, nor the loop.
    who = identity_headers("user", "reader", scopes={"user"})
    for _ in range(HANGING):
        assert (await http.get("/billing/plans", headers=who)).status_code == 200
    assert not any(task.done() for task in hanging)
    release.set()
    statuses = Counter(answer.status_code for answer in await asyncio.gather(*hanging))
    assert statuses == {200: HANGING}
