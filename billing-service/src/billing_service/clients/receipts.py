"""54-FZ receipts out of the shop's configuration. Pure: the sale says when it took place."""

import re
from collections.abc import Mapping
from typing import Any

from billing_service.clients.bodies import money
from billing_service.domain.provider import ReceiptConfig, ReceiptContactMissing, ReceiptLine

_DESCRIPTION_LENGTH_MAX = 128
_NOT_A_DIGIT = re.compile(r"\D")


def build_receipt(config: ReceiptConfig, line: ReceiptLine) -> Mapping[str, Any]:
    """Return the receipt of one sale; for a refund pass the time of the sale, not of the refund."""
    receipt: dict[str, Any] = {
        "customer": _customer(line),
        "items": [
            {
                "description": line.description[:_DESCRIPTION_LENGTH_MAX],
                "quantity": "1.00",
                "amount": money(line.amount, line.currency),
                "vat_code": vat_code(config, line),
                "payment_mode": config.payment_mode,
                "payment_subject": config.payment_subject,
            }
        ],
    }
    if config.tax_system_code is not None:
        receipt["tax_system_code"] = config.tax_system_code
    return receipt


def vat_code(config: ReceiptConfig, line: ReceiptLine) -> int:
    """Return the VAT code in force at the sale: rates change by law on a known day."""
    in_force = [code for since, code in config.vat_codes if since <= line.sold_at]
    if not in_force:
        raise ValueError(f"no VAT code is in force on {line.sold_at:%Y-%m-%d}")
    return in_force[-1]


def _customer(line: ReceiptLine) -> dict[str, str]:
    contact = {
        "email": (line.email or "").strip(),
        # The provider wants digits alone, with the country code first.
        "phone": _NOT_A_DIGIT.sub("", line.phone or ""),
    }
    known = {name: value for name, value in contact.items() if value}
    if not known:
        raise ReceiptContactMissing("a receipt needs an e-mail address or a phone number")
    return known
