"""The payment provider YooKassa behind the port of domain/provider.py."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from billing_service.clients import answers, bodies
from billing_service.clients.failures import failure_of, unsure
from billing_service.clients.receipts import build_receipt
from billing_service.clients.slots import Slots
from billing_service.clients.transport import Exchange, ExchangeFailedError, ShopClient
from billing_service.domain.provider import (
    BindingIntent,
    PaymentIntent,
    PaymentPage,
    ProviderConfig,
    ProviderMethod,
    ProviderPayment,
    ProviderRefund,
    ProviderRefused,
    ProviderUnavailable,
    ReceiptLine,
    RefundIntent,
    RefundPage,
)

Answer = TypeVar("Answer")
_OK = 200
_NOT_FOUND = 404
_PAGE_LENGTH = "100"
_SLOT_WAIT_S = 2.0
_CLOSE_WITHIN_S = 3.0
_SLACK_S = 2.0
# An id often comes from a notice, that is from anybody: it must not reach into another path.
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


def open_provider(config: ProviderConfig) -> "YooKassa":
    """Return a provider for one shop. Needs a running event loop; opens no connection."""
    return YooKassa(config)


class YooKassa:
    """Implements `Provider`. A hanging provider costs its callers time, and nobody else."""

    def __init__(self, config: ProviderConfig) -> None:
        self._config = config
        self._client = ShopClient(config)
        self._slots = Slots(config.calls_at_once, _SLOT_WAIT_S)
        self._within_s = config.connect_timeout_s + config.read_timeout_s + _SLACK_S

    def receipt(self, line: ReceiptLine) -> Mapping[str, Any] | None:
        return build_receipt(self._config.receipt, line) if self._config.receipt else None

    def freeze_payment(self, intent: PaymentIntent) -> bytes:
        return bodies.freeze_payment(intent)

    def freeze_refund(self, intent: RefundIntent) -> bytes:
        return bodies.freeze_refund(intent)

    def freeze_binding(self, intent: BindingIntent) -> bytes:
        return bodies.freeze_binding(intent)

    async def create_payment(self, intent: PaymentIntent) -> ProviderPayment:
        body = intent.body or bodies.freeze_payment(intent)
        return await self._write("/payments", intent.idempotence_key, body, answers.payment)

    async def create_refund(self, intent: RefundIntent) -> ProviderRefund:
        body = intent.body or bodies.freeze_refund(intent)
        return await self._write("/refunds", intent.idempotence_key, body, answers.refund)

    async def get_payment(self, payment_id: str) -> ProviderPayment:
        return await self._read(f"/payments/{_checked(payment_id)}", {}, answers.payment)

    async def get_refund(self, refund_id: str) -> ProviderRefund:
        return await self._read(f"/refunds/{_checked(refund_id)}", {}, answers.refund)

    async def list_payments(
        self, since: datetime, until: datetime, cursor: str | None = None
    ) -> PaymentPage:
        return await self._read("/payments", _window(since, until, cursor), _payment_page)

    async def list_refunds(
        self, since: datetime, until: datetime, cursor: str | None = None
    ) -> RefundPage:
        return await self._read("/refunds", _window(since, until, cursor), _refund_page)

    async def create_method(self, key: str, body: bytes) -> ProviderMethod:
        return await self._write("/payment_methods", key, body, answers.method)

    async def get_method(self, method_id: str) -> ProviderMethod:
        return await self._read(f"/payment_methods/{_checked(method_id)}", {}, answers.method)

    async def close(self) -> None:
        await self._slots.close(_CLOSE_WITHIN_S)

    async def _write(
        self, path: str, key: str, body: bytes, translate: Callable[[Mapping[str, Any]], Answer]
    ) -> Answer:
        return await self._call(
            lambda: self._client.exchange("POST", path, key=key, body=body),
            translate,
            is_write=True,
        )

    async def _read(
        self,
        path: str,
        query: Mapping[str, str],
        translate: Callable[[Mapping[str, Any]], Answer],
    ) -> Answer:
        return await self._call(
            lambda: self._client.exchange("GET", path, query=query), translate, is_write=False
        )

    async def _call(
        self,
        exchange: Callable[[], Exchange],
        translate: Callable[[Mapping[str, Any]], Answer],
        *,
        is_write: bool,
    ) -> Answer:
        try:
            answer = await self._slots.run(exchange, self._within_s)
            if answer.status != _OK:
                raise failure_of(answer, is_write=is_write)
            return translate(answers.read(answer.content))
        except ExchangeFailedError as error:
            if not error.was_sent:
                raise ProviderUnavailable(str(error)) from error
            raise unsure(str(error), is_write=is_write) from error
        except (TimeoutError, answers.UnreadableAnswerError) as error:
            message = str(error) or "no answer in time"
            raise unsure(message, is_write=is_write) from error


def _payment_page(raw: Mapping[str, Any]) -> PaymentPage:
    found, following = answers.items(raw)
    return PaymentPage(tuple(answers.payment(item) for item in found), following)


def _refund_page(raw: Mapping[str, Any]) -> RefundPage:
    found, following = answers.items(raw)
    return RefundPage(tuple(answers.refund(item) for item in found), following)


def _window(since: datetime, until: datetime, cursor: str | None) -> dict[str, str]:
    """Return the query of [since, until). The cursor goes with its filters, not instead."""
    query = {
        "created_at.gte": _wire(since),
        "created_at.lt": _wire(until),
        "limit": _PAGE_LENGTH,
    }
    return query | ({"cursor": cursor} if cursor else {})


def _wire(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _checked(identity: str) -> str:
    if not _ID.fullmatch(identity):
        raise ProviderRefused("not_found", _NOT_FOUND, "not an id of the provider")
    return identity
