"""What the provider accepts in a request. Refuses before anything is changed."""

import re
from decimal import Decimal
from typing import Any

from yookassa_simulator.errors import ProviderError, invalid, recurring_disabled
from yookassa_simulator.journal import Document
from yookassa_simulator.receipts import check_receipt

_AMOUNT = re.compile(r"\d{1,12}\.\d{2}")
_CURRENCY = "RUB"
AMOUNT_MIN = Decimal("1.00")
_AMOUNT_MAX = {"sbp": Decimal("700000.00"), "yoo_money": Decimal("250000.00")}
_AMOUNT_MAX_DEFAULT = Decimal("350000.00")
_DESCRIPTION_LENGTH_MAX = 128
_REFUND_DESCRIPTION_LENGTH_MAX = 250
_METADATA_KEYS_MAX = 16
_METADATA_KEY_LENGTH_MAX = 32
_METADATA_VALUE_LENGTH_MAX = 512
_RETURN_URL_LENGTH_MAX = 2048
_CONFIRMATIONS = ("redirect", "embedded", "qr", "external", "mobile_application")
_SOURCES = ("payment_token", "payment_method_id", "payment_method_data")
SAVABLE_METHODS = ("bank_card", "yoo_money", "mir_pay", "sberbank", "tinkoff_bank", "sbp")


def amount_of(request: Document, parameter: str = "amount") -> Decimal:
    """Read a money object: a string with two decimals, in roubles."""
    money = request.get(parameter)
    if not isinstance(money, dict):
        raise invalid(parameter, f"{parameter} is required")
    value, currency = money.get("value"), money.get("currency")
    if not isinstance(value, str) or not _AMOUNT.fullmatch(value):
        raise invalid(f"{parameter}.value", "Amount must be a number with two decimal places")
    if currency != _CURRENCY:
        raise invalid(f"{parameter}.currency", "Payments in this currency are not available")
    if Decimal(value) <= 0:
        raise invalid(f"{parameter}.value", "Amount must be greater than zero")
    return Decimal(value)


def money(value: Decimal) -> Document:
    return {"value": f"{value:.2f}", "currency": _CURRENCY}


def check_payment(shop: Document, request: Document) -> Decimal:
    """Refuse a payment request the provider would refuse; return its amount."""
    amount = amount_of(request)
    method = request.get("payment_method_data") or {}
    if not isinstance(method, dict):
        raise invalid("payment_method_data", "Invalid payment_method_data")
    limit = _AMOUNT_MAX.get(str(method.get("type")), _AMOUNT_MAX_DEFAULT)
    if not AMOUNT_MIN <= amount <= limit:
        raise invalid(
            "amount.value", f"Incorrect amount. Allowed range: {AMOUNT_MIN} to {limit} RUB"
        )
    check_text(request, "description", _DESCRIPTION_LENGTH_MAX)
    _check_metadata(request.get("metadata"))
    _check_flags(request)
    if sum(1 for source in _SOURCES if request.get(source)) > 1:
        raise invalid("payment_method_id", f"Only one of {', '.join(_SOURCES)} may be specified")
    if not request.get("payment_method_id"):
        check_confirmation(request.get("confirmation"))
    _check_recurring(shop, request)
    check_receipt(shop, request.get("receipt"), amount)
    return amount


def check_text(request: Document, parameter: str, length_max: int) -> None:
    text = request.get(parameter)
    if text is not None and (not isinstance(text, str) or len(text) > length_max):
        raise invalid(parameter, f"{parameter} must be a string of at most {length_max} characters")


def check_refund_text(request: Document) -> None:
    check_text(request, "description", _REFUND_DESCRIPTION_LENGTH_MAX)


def _check_flags(request: Document) -> None:
    for flag in ("capture", "save_payment_method"):
        if not isinstance(request.get(flag), bool | None):
            raise invalid(flag, f"{flag} must be a boolean")


def _check_recurring(shop: Document, request: Document) -> None:
    wanted = request.get("save_payment_method") or request.get("payment_method_id")
    if wanted and not shop["recurring"]:
        raise recurring_disabled()


def _check_metadata(metadata: Any) -> None:
    if metadata is None:
        return
    if not isinstance(metadata, dict) or len(metadata) > _METADATA_KEYS_MAX:
        raise invalid("metadata", f"metadata is an object of at most {_METADATA_KEYS_MAX} keys")
    for key, value in metadata.items():
        if len(key) > _METADATA_KEY_LENGTH_MAX:
            raise invalid("metadata", "metadata key is too long")
        if not isinstance(value, str) or len(value) > _METADATA_VALUE_LENGTH_MAX:
            raise invalid(f"metadata.{key}", "metadata value is not a string or too long")


def check_confirmation(confirmation: Any) -> None:
    if not isinstance(confirmation, dict) or confirmation.get("type") not in _CONFIRMATIONS:
        raise invalid("confirmation", "Confirmation scenario is missing or not supported")
    return_url = confirmation.get("return_url")
    if confirmation["type"] != "redirect":
        return
    if not isinstance(return_url, str) or not return_url.startswith(("https://", "http://")):
        raise invalid("confirmation.return_url", "return_url is missing or not an address")
    if len(return_url) > _RETURN_URL_LENGTH_MAX:
        raise invalid("confirmation.return_url", "return_url is too long")


def payment_missing(shop: Document) -> ProviderError:
    """A foreign or unknown payment: both answers are seen in the field, each shop has one."""
    if shop["unknown_payment_status"] == 404:  # noqa: PLR2004 - an HTTP status
        return ProviderError(404, "not_found", "Payment not found", parameter="payment_id")
    return invalid("payment_id", "Incorrect payment_id. Payment doesn't exist or access denied.")
