"""Saved payment methods: how one is bound, what its next charges bring, how it is revoked."""

from typing import Any

from yookassa_simulator import notices
from yookassa_simulator.clock import later
from yookassa_simulator.errors import ProviderError, invalid, not_found, recurring_disabled
from yookassa_simulator.journal import Document
from yookassa_simulator.outcomes import DEFAULT_CARD, Outcome, parse_outcome
from yookassa_simulator.validation import check_confirmation
from yookassa_simulator.world import World

BINDING_S = 3600
_BINDABLE = ("bank_card", "sbp")
_CARD_TYPES = {"2": "Mir", "4": "Visa", "5": "MasterCard"}


def new_body(method_id: str, kind: str, card: str = DEFAULT_CARD) -> Document:
    """Return a method as the provider shows it after the payer used it."""
    body: Document = {"type": kind, "id": method_id, "saved": False}
    if kind == "bank_card":
        body |= {
            "title": f"Bank card *{card[-4:]}",
            "card": {
                "first6": card[:6],
                "last4": card[-4:],
                "expiry_month": "07",
                "expiry_year": "2035",
                "card_type": _CARD_TYPES.get(card[0], "Unknown"),
                "issuer_country": "RU",
                "issuer_name": "Simulated bank",
            },
        }
    elif kind == "sbp":
        body["sbp_operation_id"] = method_id.replace("-", "").upper()
        body["payer_bank_details"] = {"bic": "000000000", "bank_id": "100000000000"}
    return body


def remember(world: World, shop_id: str, body: Document) -> None:
    """Make a method of a paid payment chargeable without the payer."""
    if world.get("method", body["id"]) is None:
        record = {"shop": shop_id, "body": dict(body), "status": "active", "script": []}
        world.put("method", body["id"], record | {"revoked": False})


def chargeable(world: World, shop: Document, method_id: Any) -> Document:
    """Return a method that may be charged. A revoked one may: the charge is then declined."""
    record = world.get("method", str(method_id))
    if record is None or record["shop"] != shop["id"] or record["status"] != "active":
        raise invalid("payment_method_id", "Incorrect payment_method_id. Method doesn't exist.")
    return record


def next_outcome(world: World, record: Document) -> Outcome:
    """Take the next line of the method's script; without a script every charge succeeds."""
    if record["revoked"]:
        return Outcome(reason="permission_revoked")
    if not record["script"]:
        return Outcome()
    line = record["script"].pop(0)
    world.put("method", record["body"]["id"], record)
    return parse_outcome(line)


def script(world: World, method_id: str, lines: Any) -> Document:
    """Say what the next charges of a method bring, in order."""
    record = _known(world, method_id)
    if not isinstance(lines, list):
        raise invalid("script", "script is a list of outcomes")
    for line in lines:
        parse_outcome(line)
    record["script"] = lines
    return world.put("method", method_id, record)


def revoke(world: World, method_id: str) -> Document:
    """The payer takes the permission back at the bank; the shop hears nothing of it."""
    record = _known(world, method_id)
    record["revoked"] = True
    return world.put("method", method_id, record)


def _known(world: World, method_id: str) -> Document:
    record = world.get("method", method_id)
    if record is None:
        raise not_found("payment_method")
    return record


def create(world: World, shop: Document, request: Document) -> Document:
    """Begin to bind a method without a payment."""
    if not shop["recurring"]:
        raise recurring_disabled()
    if request.get("type") not in _BINDABLE:
        raise invalid("type", "Payment method type is not supported")
    if request["type"] == "sbp" and shop["test"]:
        raise ProviderError(403, "forbidden", "SBP is not available in the test shop")
    check_confirmation(request.get("confirmation"))
    method_id = world.new_id()
    body = {
        "type": request["type"],
        "id": method_id,
        "saved": False,
        "status": "pending",
        "holder": {"account_id": shop["id"], "gateway_id": shop["gateway_id"]},
        "confirmation": {
            "type": "redirect",
            "confirmation_url": f"{world.public_url}/checkout/payment-methods/{method_id}",
            "return_url": request["confirmation"].get("return_url"),
        },
        "metadata": request.get("metadata") or {},
    }
    record = {"shop": shop["id"], "body": body, "status": "pending", "script": []}
    world.put("method", method_id, record | {"revoked": False})
    world.start_timer(later(world.clock.now(), BINDING_S), "expire_binding", method_id)
    return body


def find(world: World, shop: Document, method_id: str) -> Document:
    record = world.get("method", method_id)
    if record is None or record["shop"] != shop["id"]:
        raise not_found("payment_method")
    return {"status": record["status"], **record["body"]}


def bind(world: World, record: Document, *, accepted: bool, card: str = DEFAULT_CARD) -> None:
    """Finish a binding. Only success is announced: a refusal must be polled for."""
    body = record["body"]
    if record["status"] != "pending":
        return
    body.pop("confirmation", None)
    if accepted:
        body |= new_body(body["id"], body["type"], card) | {"saved": True}
    record["status"] = body["status"] = "active" if accepted else "inactive"
    world.put("method", body["id"], record)
    if accepted:
        notices.emit(world, world.shop(record["shop"]), "payment_method.active", body)


def expire_binding(world: World, method_id: str, _argument: str) -> None:
    record = world.get("method", method_id)
    if record is not None:
        bind(world, record, accepted=False)
