"""Payments and refunds through the adapter, when all goes well."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from billing_service.clients.yookassa import YooKassa
from billing_service.domain.provider import PaymentIntent, ProviderRefused, RefundIntent
from yookassa_simulator.remote import Simulator


async def test_a_payment_is_opened_and_read_again(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    made = await adapter.create_payment(intent)
    assert (made.status, made.paid) == ("pending", False)
    assert (made.amount, made.currency) == (Decimal("990.00"), "RUB")
    assert made.confirmation_url == f"{remote.url}/checkout/payments/{made.id}"
    assert made.metadata == intent.metadata
    assert (made.shop_id, made.is_test) == (remote.shop_id, True)
    assert datetime.now(UTC) - made.created_at < timedelta(minutes=1)
    await remote.finish(made.id)
    paid = await adapter.get_payment(made.id)
    assert (paid.id, paid.status, paid.paid) == (made.id, "succeeded", True)
    assert paid.captured_at is not None
    assert paid.method_title == "Bank card *4444"
    assert paid.raw["income_amount"]["value"] == "955.35"
    assert (await remote.state())["payment"][0]["body"]["description"] == intent.description


async def test_the_same_key_gives_the_same_payment(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    frozen = replace(intent, body=adapter.freeze_payment(intent))
    made = await adapter.create_payment(frozen)
    # What changes after the body was frozen does not reach the provider.
    again = await adapter.create_payment(replace(frozen, description="edited since"))
    assert made.id == again.id
    assert len((await remote.state())["payment"]) == 1


async def test_another_body_under_the_same_key_is_refused(
    adapter: YooKassa, intent: PaymentIntent
) -> None:
    await adapter.create_payment(intent)
    with pytest.raises(ProviderRefused, match="Idempotence key duplicated"):
        await adapter.create_payment(replace(intent, amount=Decimal("991.00")))


async def test_a_decline_is_an_answer_with_its_reason(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    made = await adapter.create_payment(intent)
    await remote.finish(made.id, "canceled:insufficient_funds")
    declined = await adapter.get_payment(made.id)
    assert (declined.status, declined.paid) == ("canceled", False)
    assert declined.cancel_reason == "insufficient_funds"
    assert declined.cancel_party == "payment_network"


async def test_a_saved_method_is_charged_without_its_payer(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    first = await adapter.create_payment(replace(intent, save_payment_method=True))
    await remote.finish(first.id)
    paid = await adapter.get_payment(first.id)
    assert paid.method_saved
    assert paid.method_id == first.id
    charge = replace(
        intent, idempotence_key="renewal-1", payment_method_id=paid.method_id, return_url=None
    )
    renewed = await adapter.create_payment(charge)
    assert (renewed.status, renewed.confirmation_url) == ("succeeded", None)
    await remote.control("POST", f"/payment_methods/{paid.method_id}/revoke")
    refused = await adapter.create_payment(replace(charge, idempotence_key="renewal-2"))
    assert (refused.status, refused.cancel_reason) == ("canceled", "permission_revoked")


async def test_without_consent_the_payer_is_not_even_asked_to_save(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    made = await adapter.create_payment(intent)
    await remote.finish(made.id, save=True)
    assert not (await adapter.get_payment(made.id)).method_saved


async def test_a_refund_is_made_and_read_again(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    made = await adapter.create_payment(intent)
    await remote.finish(made.id)
    wish = RefundIntent("refund-1", made.id, Decimal("400.00"), "RUB", "asked for it")
    refund = await adapter.create_refund(replace(wish, body=adapter.freeze_refund(wish)))
    assert (refund.payment_id, refund.status) == (made.id, "succeeded")
    assert (await adapter.get_refund(refund.id)).amount == Decimal("400.00")
    assert (await adapter.get_payment(made.id)).refunded_amount == Decimal("400.00")
    assert (await adapter.create_refund(wish)).id == refund.id
    with pytest.raises(ProviderRefused) as refused:
        await adapter.create_refund(RefundIntent("refund-2", made.id, Decimal(600), "RUB"))
    assert refused.value.http_status == 400


async def test_a_failed_refund_says_why(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    made = await adapter.create_payment(intent)
    await remote.finish(made.id)
    await remote.change_shop(refund_script=["canceled:insufficient_funds"])
    refund = await adapter.create_refund(RefundIntent("r", made.id, Decimal(990), "RUB"))
    assert (refund.status, refund.cancel_reason) == ("canceled", "insufficient_funds")


async def test_lists_give_every_payment_of_the_window_once(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    since = datetime.now(UTC) - timedelta(hours=1)
    made = []
    for number in range(103):
        payment = await adapter.create_payment(replace(intent, idempotence_key=f"k{number}"))
        made.append(payment.id)
    await remote.finish(made[0])
    await adapter.create_refund(RefundIntent("r", made[0], Decimal(5), "RUB"))
    until = datetime.now(UTC) + timedelta(hours=1)
    first = await adapter.list_payments(since, until)
    assert first.next_cursor
    second = await adapter.list_payments(since, until, first.next_cursor)
    assert second.next_cursor is None
    assert [p.id for p in (*first.items, *second.items)] == made[::-1]
    refunds = await adapter.list_refunds(since, until)
    assert [refund.payment_id for refund in refunds.items] == [made[0]]
    assert not (await adapter.list_payments(since - timedelta(days=1), since)).items


async def test_a_receipt_goes_with_the_payment_of_a_fiscal_shop(
    remote: Simulator, adapter: YooKassa, intent: PaymentIntent
) -> None:
    await remote.change_shop(fiscal=True)
    with pytest.raises(ProviderRefused, match="Receipt is missing or illegal"):
        await adapter.create_payment(intent)
