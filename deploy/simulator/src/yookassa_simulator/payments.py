"""The life of a payment: pending -> waiting_for_capture | succeeded | canceled."""

from decimal import ROUND_HALF_UP, Decimal

from yookassa_simulator import methods, notices
from yookassa_simulator.clock import iso, later
from yookassa_simulator.errors import invalid
from yookassa_simulator.journal import Document
from yookassa_simulator.outcomes import DEFAULT_CARD, Outcome, parse_outcome, party_of
from yookassa_simulator.receipts import check_receipt, register_later
from yookassa_simulator.validation import (
    SAVABLE_METHODS,
    amount_of,
    check_payment,
    money,
    payment_missing,
)
from yookassa_simulator.world import World

CONFIRMATION_S = 3600
HOLD_S = 7 * 24 * 3600
# What the shop receives after the provider's fee; never to be compared with the price.
_INCOME_SHARE = Decimal("0.965")


def create(world: World, shop: Document, request: Document) -> Document:
    """Open a payment, and settle it at once when it charges a saved method."""
    amount = check_payment(shop, request)
    method_id = request.get("payment_method_id")
    method = methods.chargeable(world, shop, method_id) if method_id else None
    payment_id = world.new_id()
    body: Document = {
        "id": payment_id,
        "status": "pending",
        "paid": False,
        "amount": money(amount),
        "created_at": world.now(),
        "metadata": request.get("metadata") or {},
        "recipient": {"account_id": shop["id"], "gateway_id": shop["gateway_id"]},
        "refundable": False,
        "test": shop["test"],
    }
    if request.get("description"):
        body["description"] = request["description"]
    plan = {
        "capture": bool(request.get("capture", False)),
        "save": request.get("save_payment_method"),
        "method_type": (request.get("payment_method_data") or {}).get("type", "bank_card"),
        "return_url": (request.get("confirmation") or {}).get("return_url"),
        "receipt": request.get("receipt"),
        "by_payer": method is None,
    }
    record = {"shop": shop["id"], "body": body, "plan": plan}
    world.put("payment", payment_id, record)
    if method is not None:
        body["payment_method"] = dict(method["body"])
        settle(world, record, methods.next_outcome(world, method))
    else:
        _await_payer(world, shop, record, request)
    return body


def _await_payer(world: World, shop: Document, record: Document, request: Document) -> None:
    body, payment_id = record["body"], record["body"]["id"]
    if request.get("payment_method_data"):
        kind = record["plan"]["method_type"]
        body["payment_method"] = {"type": kind, "id": payment_id, "saved": False}
    asked = request["confirmation"]
    page = f"{world.public_url}/checkout/payments/{payment_id}"
    answers = {
        "embedded": {"confirmation_token": f"ct-{payment_id}"},
        "qr": {"confirmation_data": page},
        "external": {},
    }
    default = {"confirmation_url": page}
    body["confirmation"] = {"type": asked["type"]} | answers.get(asked["type"], default)
    if asked.get("return_url"):
        body["confirmation"]["return_url"] = asked["return_url"]
    world.start_timer(later(world.clock.now(), CONFIRMATION_S), "expire_confirmation", payment_id)
    notices.offer_forgery(world, shop, body)
    if shop["auto_confirm"]:
        confirm(world, record, parse_outcome(shop["auto_confirm"]))


def find(world: World, shop: Document, payment_id: str) -> Document:
    record = world.get("payment", payment_id)
    if record is None or record["shop"] != shop["id"]:
        raise payment_missing(shop)
    return record


def confirm(
    world: World,
    record: Document,
    outcome: Outcome,
    *,
    card: str = DEFAULT_CARD,
    save: bool = False,
) -> None:
    """Let the payer finish a pending payment. `save` is the box the payer may tick."""
    body, plan = record["body"], record["plan"]
    if body["status"] != "pending":
        return
    method = methods.new_body(body["id"], plan["method_type"], card)
    # A shop that asked nothing leaves the choice to the payer; False is a refusal.
    wanted = plan["save"] if plan["save"] is not None else save
    shop = world.shop(record["shop"])
    if wanted and shop["recurring"] and plan["method_type"] in SAVABLE_METHODS:
        method["saved"] = outcome.reason is None
    body["payment_method"] = method
    settle(world, record, outcome)


def settle(world: World, record: Document, outcome: Outcome) -> None:
    """Bring a pending payment to its end, now or by a timer."""
    if outcome.after_s is not None:
        final = f"canceled:{outcome.reason}" if outcome.reason else "succeeded"
        due = later(world.clock.now(), outcome.after_s)
        world.put("payment", record["body"]["id"], record)
        world.start_timer(due, "settle_payment", record["body"]["id"], final)
    elif outcome.reason is not None:
        _cancel(world, record, outcome.reason)
    else:
        _pay(world, record)


def _pay(world: World, record: Document) -> None:
    body = record["body"]
    body.pop("confirmation", None)
    body["paid"] = True
    if body["payment_method"]["type"] == "bank_card":
        body["authorization_details"] = {
            "rrn": str(int(body["id"][:8], 16)).zfill(12)[-12:],
            "auth_code": "000000",
            "three_d_secure": {"applied": record["plan"]["by_payer"]},
        }
    if record["plan"]["capture"]:
        _succeed(world, record)
    else:
        body["status"] = "waiting_for_capture"
        due = later(world.clock.now(), HOLD_S)
        body["expires_at"] = iso(due)
        world.start_timer(due, "expire_hold", body["id"])
        _save(world, record, "payment.waiting_for_capture")
    if body["payment_method"].get("saved"):
        methods.remember(world, record["shop"], body["payment_method"])


def _succeed(world: World, record: Document) -> None:
    body = record["body"]
    body.pop("expires_at", None)
    amount = Decimal(body["amount"]["value"])
    income = (amount * _INCOME_SHARE).quantize(Decimal("0.01"), ROUND_HALF_UP)
    body |= {
        "status": "succeeded",
        "captured_at": world.now(),
        "income_amount": money(income),
        "refunded_amount": money(Decimal(0)),
        "refundable": True,
    }
    if record["plan"]["receipt"] and world.shop(record["shop"])["fiscal"]:
        body["receipt_registration"] = "pending"
        register_later(world, "payment", body["id"])
    _save(world, record, "payment.succeeded")


def _cancel(world: World, record: Document, reason: str) -> None:
    body = record["body"]
    for name in ("confirmation", "expires_at"):
        body.pop(name, None)
    body |= {
        "status": "canceled",
        "paid": False,
        "refundable": False,
        "cancellation_details": {"party": party_of(reason), "reason": reason},
    }
    _save(world, record, "payment.canceled")


def _save(world: World, record: Document, event: str) -> None:
    world.put("payment", record["body"]["id"], record)
    notices.emit(world, world.shop(record["shop"]), event, record["body"])


def capture(world: World, shop: Document, payment_id: str, request: Document) -> Document:
    """Take the money that is on hold, all of it or a part."""
    record = _on_hold(world, shop, payment_id, "captured")
    held = Decimal(record["body"]["amount"]["value"])
    amount = amount_of(request) if request.get("amount") else held
    if amount > held:
        raise invalid("amount.value", "The amount is greater than the amount on hold")
    if amount != held or request.get("receipt"):
        check_receipt(shop, request.get("receipt"), amount)
        record["plan"]["receipt"] = request.get("receipt") or record["plan"]["receipt"]
    record["body"]["amount"] = money(amount)
    _succeed(world, record)
    return dict(record["body"])


def cancel(world: World, shop: Document, payment_id: str) -> Document:
    """Let money on hold go. A pending payment cannot be canceled: only its payer or time can."""
    record = _on_hold(world, shop, payment_id, "canceled")
    _cancel(world, record, "canceled_by_merchant")
    return dict(record["body"])


def _on_hold(world: World, shop: Document, payment_id: str, what: str) -> Document:
    record = find(world, shop, payment_id)
    status = record["body"]["status"]
    if status != "waiting_for_capture":
        raise invalid("payment_id", f"Payment in status {status} can't be {what}")
    return record


def expire_confirmation(world: World, payment_id: str, _argument: str) -> None:
    record = world.get("payment", payment_id)
    if record and record["body"]["status"] == "pending" and "confirmation" in record["body"]:
        _cancel(world, record, "expired_on_confirmation")


def expire_hold(world: World, payment_id: str, _argument: str) -> None:
    record = world.get("payment", payment_id)
    if record and record["body"]["status"] == "waiting_for_capture":
        _cancel(world, record, "expired_on_capture")


def settle_later(world: World, payment_id: str, outcome: str) -> None:
    record = world.get("payment", payment_id)
    if record and record["body"]["status"] == "pending":
        settle(world, record, parse_outcome(outcome))
