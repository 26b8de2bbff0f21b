"""Giving money back: from the API by the shop, or by hand in the provider's cabinet."""

from decimal import Decimal

from yookassa_simulator import notices
from yookassa_simulator.clock import later
from yookassa_simulator.errors import invalid, not_found
from yookassa_simulator.journal import Document
from yookassa_simulator.outcomes import Outcome, parse_outcome, party_of
from yookassa_simulator.payments import find as find_payment
from yookassa_simulator.receipts import check_receipt, register_later
from yookassa_simulator.validation import AMOUNT_MIN, amount_of, check_refund_text, money
from yookassa_simulator.world import World


def create(
    world: World, shop: Document, request: Document, *, by_cabinet: bool = False
) -> Document:
    """Refund a part or all of a paid payment. The cabinet issues the receipt by itself."""
    payment_id = request.get("payment_id")
    if not isinstance(payment_id, str):
        raise invalid("payment_id", "payment_id is required")
    record = find_payment(world, shop, payment_id)
    amount = amount_of(request)
    check_refund_text(request)
    _check_amount(world, record["body"], amount)
    if not by_cabinet:
        check_receipt(shop, request.get("receipt"), amount)
    refund_id = world.new_id()
    body: Document = {
        "id": refund_id,
        "payment_id": payment_id,
        "status": "pending",
        "created_at": world.now(),
        "amount": money(amount),
    }
    if request.get("description"):
        body["description"] = request["description"]
    refund = {"shop": shop["id"], "body": body, "receipt": bool(request.get("receipt"))}
    world.put("refund", refund_id, refund)
    line = shop["refund_script"].pop(0) if shop["refund_script"] else "succeeded"
    world.put("shop", shop["id"], shop)
    _settle(world, refund, parse_outcome(line))
    return body


def _check_amount(world: World, payment: Document, amount: Decimal) -> None:
    if payment["status"] != "succeeded":
        raise invalid("payment_id", "Only a succeeded payment can be refunded")
    left = Decimal(payment["amount"]["value"]) - _spoken_for(world, payment["id"])
    if amount > left:
        raise invalid("amount.value", "The refund is greater than the amount left of the payment")
    if amount < AMOUNT_MIN and amount != left:
        raise invalid("amount.value", f"The smallest refund is {AMOUNT_MIN} RUB")
    if 0 < left - amount < AMOUNT_MIN:
        raise invalid("amount.value", f"The rest must be nothing or at least {AMOUNT_MIN} RUB")


def _spoken_for(world: World, payment_id: str) -> Decimal:
    """Pending refunds count: two that together exceed the payment may not both be open."""
    amounts = (
        Decimal(refund["body"]["amount"]["value"])
        for refund in world.all("refund").values()
        if refund["body"]["payment_id"] == payment_id and refund["body"]["status"] != "canceled"
    )
    return sum(amounts, Decimal(0))


def find(world: World, shop: Document, refund_id: str) -> Document:
    record = world.get("refund", refund_id)
    if record is None or record["shop"] != shop["id"]:
        raise not_found("refund")
    return dict(record["body"])


def _settle(world: World, refund: Document, outcome: Outcome) -> None:
    body = refund["body"]
    if outcome.after_s is not None:
        final = f"canceled:{outcome.reason}" if outcome.reason else "succeeded"
        due = later(world.clock.now(), outcome.after_s)
        world.start_timer(due, "settle_refund", body["id"], final)
        return
    if outcome.reason is not None:
        body["status"] = "canceled"
        details = {"party": party_of(outcome.reason), "reason": outcome.reason}
        body["cancellation_details"] = details
        world.put("refund", body["id"], refund)
        return
    _pay_back(world, refund)


def _pay_back(world: World, refund: Document) -> None:
    body = refund["body"]
    payment = world.all("payment")[body["payment_id"]]
    paid, back = payment["body"]["amount"], payment["body"]["refunded_amount"]
    total = Decimal(back["value"]) + Decimal(body["amount"]["value"])
    payment["body"]["refunded_amount"] = money(total)
    payment["body"]["refundable"] = total < Decimal(paid["value"])
    world.put("payment", body["payment_id"], payment)
    body["status"] = "succeeded"
    shop = world.shop(refund["shop"])
    if refund["receipt"] and shop["fiscal"]:
        body["receipt_registration"] = "pending"
        register_later(world, "refund", body["id"])
    world.put("refund", body["id"], refund)
    notices.emit(world, shop, "refund.succeeded", body)


def settle_later(world: World, refund_id: str, outcome: str) -> None:
    refund = world.get("refund", refund_id)
    if refund is not None and refund["body"]["status"] == "pending":
        _settle(world, refund, parse_outcome(outcome))
