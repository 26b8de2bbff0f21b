"""Reads the provider's objects. Exact amounts; optional fields may be absent; words stay open."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from billing_service.domain.provider import ProviderMethod, ProviderPayment, ProviderRefund


class UnreadableAnswerError(Exception):
    """A 200 that is no such object."""


def read(content: bytes) -> dict[str, Any]:
    """Read an object with exact numbers: the provider sometimes sends an amount as one."""
    try:
        body = json.loads(content, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise UnreadableAnswerError("not a JSON document") from error
    if not isinstance(body, dict):
        raise UnreadableAnswerError("not an object")
    return body


def payment(raw: Mapping[str, Any]) -> ProviderPayment:
    """Translate a payment. What may decide about money must be there, the rest may be missing."""
    try:
        method = _object(raw, "payment_method")
        cancellation = _object(raw, "cancellation_details")
        refunded = _object(raw, "refunded_amount")
        amount = raw["amount"]
        return ProviderPayment(
            id=_text(raw["id"]),
            status=_text(raw["status"]),
            paid=raw.get("paid") is True,
            amount=_decimal(amount["value"]),
            currency=_text(amount["currency"]),
            created_at=_moment(raw["created_at"]),
            refunded_amount=_decimal(refunded["value"]) if refunded else Decimal(0),
            shop_id=_optional(_object(raw, "recipient"), "account_id"),
            is_test=raw.get("test") is True,
            confirmation_url=_optional(_object(raw, "confirmation"), "confirmation_url"),
            metadata={str(k): str(v) for k, v in _object(raw, "metadata").items()},
            captured_at=_moment(raw["captured_at"]) if raw.get("captured_at") else None,
            method_id=_optional(method, "id"),
            method_saved=method.get("saved") is True,
            method_title=_optional(method, "title"),
            cancel_party=_optional(cancellation, "party"),
            cancel_reason=_optional(cancellation, "reason"),
            receipt_registration=_optional(raw, "receipt_registration"),
            raw=raw,
        )
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise UnreadableAnswerError(f"not a payment: {error!r}") from error


def refund(raw: Mapping[str, Any]) -> ProviderRefund:
    """Translate a refund."""
    try:
        return ProviderRefund(
            id=_text(raw["id"]),
            payment_id=_text(raw["payment_id"]),
            status=_text(raw["status"]),
            amount=_decimal(raw["amount"]["value"]),
            currency=_text(raw["amount"]["currency"]),
            created_at=_moment(raw["created_at"]),
            cancel_reason=_optional(_object(raw, "cancellation_details"), "reason"),
            receipt_registration=_optional(raw, "receipt_registration"),
            raw=raw,
        )
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise UnreadableAnswerError(f"not a refund: {error!r}") from error


def method(raw: Mapping[str, Any]) -> ProviderMethod:
    """Translate a saved payment method."""
    try:
        return ProviderMethod(
            id=_text(raw["id"]),
            status=_text(raw["status"]),
            title=_optional(raw, "title"),
            shop_id=_optional(_object(raw, "holder"), "account_id"),
            confirmation_url=_optional(_object(raw, "confirmation"), "confirmation_url"),
        )
    except (KeyError, ValueError) as error:
        raise UnreadableAnswerError(f"not a payment method: {error!r}") from error


def items(raw: Mapping[str, Any]) -> tuple[list[Mapping[str, Any]], str | None]:
    """Return the objects of a list page and the cursor of the next."""
    found = raw.get("items")
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise UnreadableAnswerError("not a list")
    return found, _optional(raw, "next_cursor")


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is not a text")
    return value


def _decimal(value: Any) -> Decimal:
    number = Decimal(str(value))
    if isinstance(value, bool) or not number.is_finite():
        raise ValueError(f"{value!r} is not an amount")
    return number


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _object(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = raw.get(name)
    return value if isinstance(value, dict) else {}


def _optional(raw: Mapping[str, Any], name: str) -> str | None:
    value = raw.get(name)
    return None if value is None else str(value)
