"""54-FZ receipts: what the provider checks, and the receipt objects a shop sends by itself."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from yookassa_simulator.clock import later
from yookassa_simulator.errors import ProviderError, invalid
from yookassa_simulator.journal import Document
from yookassa_simulator.world import World

_ITEMS_MAX = 80
_DESCRIPTION_LENGTH_MAX = 128
_VAT_CODES = range(1, 13)
_TAX_SYSTEMS = range(1, 7)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?\d{10,15}")
_MODES = (
    "full_prepayment", "partial_prepayment", "advance", "full_payment", "partial_payment",
    "credit", "credit_payment",
)  # fmt: skip
_SUBJECTS = (
    "commodity", "excise", "job", "service", "gambling_bet", "gambling_prize", "lottery",
    "lottery_prize", "intellectual_activity", "payment", "agent_commission", "composite",
    "another", "property_right", "non_operating_gain", "insurance_premium", "sales_tax",
    "resort_fee", "marked", "non_marked", "fine", "tax", "lien", "cost",
)  # fmt: skip
_REGISTRATION_S = 5


def _illegal() -> ProviderError:
    return invalid("receipt", "Receipt is missing or illegal")


def check_receipt(shop: Document, receipt: Any, amount: Decimal) -> None:
    """Refuse a missing or wrong receipt. A shop without a till needs none."""
    if receipt is None:
        if shop["fiscal"]:
            raise _illegal()
        return
    if not isinstance(receipt, dict) or not _known_customer(shop, receipt.get("customer")):
        raise _illegal()
    tax_system = receipt.get("tax_system_code")
    if tax_system is not None and tax_system not in _TAX_SYSTEMS:
        raise invalid("receipt.tax_system_code", "Invalid tax_system_code")
    if _total(receipt.get("items")) != amount:
        raise invalid("receipt", "Receipt total does not match the amount")


def _known_customer(shop: Document, customer: Any) -> bool:
    if not isinstance(customer, dict):
        return False
    email, phone = customer.get("email"), customer.get("phone")
    has_email = isinstance(email, str) and bool(_EMAIL.fullmatch(email))
    has_phone = isinstance(phone, str) and bool(_PHONE.fullmatch(phone))
    # The provider's own receipts are sent by e-mail only, a till of a third party knows phones.
    return has_email or (has_phone and not shop["fiscal"])


def _total(items: Any) -> Decimal:
    if not isinstance(items, list) or not 1 <= len(items) <= _ITEMS_MAX:
        raise _illegal()
    return sum((_item_total(number, item) for number, item in enumerate(items)), Decimal(0))


def _item_total(number: int, item: Any) -> Decimal:
    if not isinstance(item, dict):
        raise _illegal()
    text = item.get("description")
    wrong = {
        "description": not isinstance(text, str) or not 1 <= len(text) <= _DESCRIPTION_LENGTH_MAX,
        "vat_code": item.get("vat_code") not in _VAT_CODES,
        "payment_mode": item.get("payment_mode") not in _MODES,
        "payment_subject": item.get("payment_subject") not in _SUBJECTS,
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            raise invalid(f"receipt.items[{number}].{field}", f"Invalid {field}")
    try:
        return Decimal(str(item["quantity"])) * Decimal(item["amount"]["value"])
    except (KeyError, TypeError, InvalidOperation):
        raise _illegal() from None


def create_receipt(world: World, shop: Document, request: Document) -> Document:
    """Register a receipt that settles an earlier prepayment."""
    target = "refund" if request.get("type") == "refund" else "payment"
    owner = world.get(target, str(request.get(f"{target}_id")))
    if request.get("type") not in ("payment", "refund"):
        raise invalid("type", "Invalid receipt type")
    if owner is None or owner["shop"] != shop["id"]:
        raise invalid(f"{target}_id", f"Incorrect {target}_id")
    _total(request.get("items"))
    if not isinstance(request.get("settlements"), list) or not request["settlements"]:
        raise invalid("settlements", "settlements is required")
    receipt_id = f"rt-{world.new_id()}"
    kept = ("type", f"{target}_id", "items", "settlements", "tax_system_code")
    body = {"id": receipt_id, "status": "pending"}
    body |= {name: request[name] for name in kept if name in request}
    world.put("receipt", receipt_id, {"shop": shop["id"], "body": body})
    register_later(world, "receipt", receipt_id)
    return body


def register_later(world: World, kind: str, identity: str) -> None:
    world.start_timer(later(world.clock.now(), _REGISTRATION_S), "register_receipt", identity, kind)


def register(world: World, identity: str, kind: str) -> None:
    """Finish the registration of a receipt; it may fail after the money moved."""
    record = world.get(kind, identity)
    if record is None:
        return
    outcome = world.shop(record["shop"])["receipt_outcome"]
    record["body"]["status" if kind == "receipt" else "receipt_registration"] = outcome
    world.put(kind, identity, record)
